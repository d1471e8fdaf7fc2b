"""The format `csv`: a folder with a file for each table, UTF-8, comma separated, a header line."""

from __future__ import annotations

import csv
from pathlib import Path

from factuel.outputs.tables import TABLES


def write(run: Path, target: Path) -> None:
    """Write `articles.csv`, `entities.csv`, `facts.csv` and `rejects.csv` to the new folder `target`; null is empty."""
    target.mkdir(parents=True)
    for table in TABLES:
        with (target / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, [column.name for column in table.columns], lineterminator="\n")
            writer.writeheader()
            writer.writerows(table.rows(run))
