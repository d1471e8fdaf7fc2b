"""The closing table of a run, on stderr."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from factuel.records import Manifest


def print_summary(manifest: Manifest, folder: Path | None) -> None:
    """Print articles, rejects, entities, facts by type, seconds and pages a second; and where the rejects are told."""
    console = Console(stderr=True)
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for label, value in summary_rows(manifest):
        table.add_row(label, value)
    console.print(table)
    if manifest.counts["rejects"] and folder:
        console.print(f"What was rejected, and why: {folder / 'rejects.jsonl'}", highlight=False, markup=False)


def summary_rows(manifest: Manifest) -> list[tuple[str, str]]:
    """Return the rows of the table: a label and a value each."""
    counts = manifest.counts
    rows = [(name, f"{counts[name]:,}") for name in ("articles", "rejects", "entities", "facts")]
    if counts["duplicates"]:
        rows.append(("duplicates", f"{counts['duplicates']:,} articles, {counts['facts_of_duplicates']:,} facts"))
    rows += [(f"  {name}", f"{count:,}") for name, count in manifest.facts_by_type.items() if count]
    rows.append(("seconds", f"{manifest.timings['seconds']:.1f}"))
    rows.append(("pages/s", f"{manifest.timings['pages_per_second']:.1f}"))
    return rows
