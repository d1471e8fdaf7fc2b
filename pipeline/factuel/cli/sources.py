"""`factuel sources`: what can be read."""

from __future__ import annotations


def sources() -> None:
    """List what can be read, with an example of each.

    Example: factuel sources
    """
    from rich.console import Console
    from rich.table import Table

    from factuel.corpus.kinds import KINDS

    table = Table("source", "known by", "example", "note", box=None, pad_edge=False)
    for kind in KINDS:
        table.add_row(kind.name, " ".join(kind.known_by), kind.example, kind.note)
    Console(soft_wrap=False).print(table, highlight=False, markup=False)
