"""The formats that a run can be exported to: one module each, loaded when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "csv": "factuel.outputs.csv:write",
        "jsonl": "factuel.outputs.jsonl:write",
        "parquet": "factuel.outputs.parquet:write",
        "sqlite": "factuel.outputs.sqlite:write",
    }
)
"""Each format's writer, `module:function`, called with the run folder and the target, which does not exist yet."""


def export(run: Path, name: str, target: Path) -> None:
    """Write a run folder to `target` in the format `name`.

    Raises FileExistsError when there is something at `target`, RunFolderError when `run` is no run or broken,
    MissingExtraError (an ImportError) when the format needs a library that is not installed.
    """
    if target.exists():
        raise FileExistsError(f"{target} exists already")
    module, _, function = FORMATS[name].partition(":")
    getattr(import_module(module), function)(run, target)
