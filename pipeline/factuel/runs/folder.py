"""Whether a folder may be written to: nothing is overwritten silently, and only a run of one's own is continued."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from factuel.outputs.reading import RunFolderError, read_manifest
from factuel.outputs.rendering import FILES
from factuel.outputs.run_folder import MANIFEST, REVIEW
from factuel.records import Manifest
from factuel.runs.errors import FolderError
from factuel.runs.journal import JOURNAL

Existing = Literal["refuse", "overwrite", "resume"]
"""What to do with a folder that has a run already."""
_OWN_FILES: Final = (*(f"{name}.jsonl" for name in FILES), MANIFEST, f"{MANIFEST}.partial", JOURNAL)


def prepare_folder(folder: Path, existing: Existing, fingerprint: str) -> Manifest | None:
    """Make `folder` ready to write a run to; return the manifest when it is to be resumed but is complete already.

    Raises FolderError when the folder is in use and `existing` does not allow what it holds, or cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = {path.name for path in folder.iterdir() if not path.name.startswith(REVIEW)}
    except OSError as error:
        raise FolderError(f"cannot write to {folder}: {error.strerror}") from error
    if not names:
        return None
    if existing == "refuse":
        raise FolderError(f"{folder} is not empty; choose another folder, or use --resume or --overwrite")
    if MANIFEST not in names and not names <= set(_OWN_FILES):
        raise FolderError(f"{folder} is not empty and not a run folder; choose another folder")
    if existing == "resume" and MANIFEST in names:
        return _check_resumable(folder, fingerprint)
    for name in _OWN_FILES:
        (folder / name).unlink(missing_ok=True)
    return None


def _check_resumable(folder: Path, fingerprint: str) -> Manifest | None:
    try:
        manifest = read_manifest(folder)
    except RunFolderError as error:
        raise FolderError(str(error)) from error
    if manifest.settings.get("fingerprint") != fingerprint:
        raise FolderError(f"{folder} was begun with other settings or versions; use the same, or --overwrite")
    return manifest if manifest.complete else None
