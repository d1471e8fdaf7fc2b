"""Finding files: folders walked in a fixed order, globs, and what in a folder is clearly no page."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from factuel.corpus.protocol import corpus_reject
from factuel.records import Reject

_NO_PAGE: Final = re.compile(
    r"(?:readme|licen[cs]e|changelog|makefile)(?:\.\w+)?"
    r"|.*\.(?:css|m?js|map|json|md|rst|toml|ya?ml|ini|cfg|log|lock|py|sh|tsv)(?:\.gz)?"
    r"|.*\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|mp3|mp4|webm|woff2?|ttf|eot|db)",
    re.IGNORECASE | re.DOTALL,
)
_RUN_FILES: Final = ("manifest.json", "articles.jsonl", "facts.jsonl")

_SAVED: Final = re.compile(
    r"(?P<page>.+)(?:_files|_fichiers|_archivos|-Dateien|\.html_files)", re.IGNORECASE | re.DOTALL
)
"""The folder that a browser makes beside a page saved whole, with its pictures, scripts and frames."""

_Identity = tuple[int, int]


@dataclass(frozen=True)
class FoundFile:
    """A file to read; `named` says that the user named it, rather than a folder that holds it."""

    path: Path
    named: bool

    @property
    def uri(self) -> str:
        """The path as given, with forward slashes; bytes that are not UTF-8 are escaped."""
        return _uri(self.path)


def find_files(source: str) -> Iterator[FoundFile | Reject]:
    """Yield the files of a source (a file, a folder or a glob) in a fixed order: by name, folders in their place."""
    path = Path(source)
    if _exists(path):
        yield from _walk(path)
        return
    matches = sorted(glob.glob(source, recursive=True)) if glob.has_magic(source) else []  # noqa: PTH207 -- any root
    for match in matches:
        yield from _walk(Path(match))
    if not matches:
        what = "no file matches this pattern" if glob.has_magic(source) else "there is no file or folder of this name"
        yield corpus_reject(_uri(path), "not_found", what)


def is_clearly_no_page(path: PurePath) -> bool:
    """Say whether a file met in a folder or archive is left out without a word: hidden, a readme, code or a picture."""
    hidden = any(part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in path.parts)
    return hidden or bool(_NO_PAGE.fullmatch(path.name))


def _walk(top: Path) -> Iterator[FoundFile | Reject]:
    """Yield `top` or what it holds, depth first. A folder is known by device and inode, so that links make no loop."""
    stack: list[tuple[Path, frozenset[_Identity]]] = [(top, frozenset())]
    while stack:
        path, above = stack.pop()
        try:
            status = path.stat()
            names = sorted(os.listdir(path), reverse=True) if stat.S_ISDIR(status.st_mode) else None  # noqa: PTH208
        except OSError as error:
            yield corpus_reject(_uri(path), "unreadable", error.strerror or str(error))
            continue
        identity = (status.st_dev, status.st_ino)
        if names is None:
            yield _regular(path, path is top, status)
        elif identity in above:
            yield corpus_reject(_uri(path), "link_loop", "the folder links back to a folder that contains it")
        elif all(name in names for name in _RUN_FILES):
            if path is top:
                yield corpus_reject(_uri(path), "run_folder", "the folder is the result of a run, not a source")
        else:
            inside = above | {identity}
            kept = frozenset(names)
            stack += [(path / name, inside) for name in names if _is_wanted(path, name) and not _is_saved(name, kept)]


def _is_wanted(folder: Path, name: str) -> bool:
    return not is_clearly_no_page(PurePath(name)) or (not name.startswith(".") and (folder / name).is_dir())


def _is_saved(name: str, beside: frozenset[str]) -> bool:
    """Say whether a name is that of the folder of a page saved whole, the page being beside it."""
    found = _SAVED.fullmatch(name)
    return found is not None and any(f"{found['page']}{suffix}" in beside for suffix in (".html", ".htm"))


def _regular(path: Path, named: bool, status: os.stat_result) -> FoundFile | Reject:
    if stat.S_ISREG(status.st_mode):
        return FoundFile(path, named)
    return corpus_reject(_uri(path), "not_a_file", "neither a file nor a folder; use - to read from a pipe")


def _exists(path: Path) -> bool:
    """Say whether something of this name is there, were it a broken link or unreadable."""
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def _uri(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
