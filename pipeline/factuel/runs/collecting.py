"""Collecting: the raw pages of any sources, kept in one file for later runs."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import zstandard

from factuel.corpus import read_pages
from factuel.corpus.web.policy import FetchPolicy
from factuel.records import RawPage, Reject
from factuel.runs.errors import FolderError

_LEVEL: Final = 10
"""Zstandard level: a tenth of the size of HTML, faster than pages are read."""
_KEYS: Final = {"text/html": "html", "text/plain": "text"}
SUFFIXES: Final = (".jsonl", ".jsonl.zst")


def collect_pages(
    sources: Sequence[str], path: Path, policy: FetchPolicy, on_item: Callable[[RawPage | Reject], None]
) -> tuple[int, int]:
    """Write the pages of the sources to `path`, a line of JSON each; return how many pages and rejects there were.

    Bytes are kept as they are: `html` or `text` where they are UTF-8, else `html_base64` or `text_base64`. Rejects go
    to `PATH.rejects.jsonl`, which is there only when there are any. Raises FolderError when `path` exists or its suffix
    is neither .jsonl nor .jsonl.zst. Until all is written the file is called `PATH.partial`.
    """
    if not path.name.endswith(SUFFIXES):
        raise FolderError(f"{path} must end in {' or '.join(SUFFIXES)}")
    if path.exists():
        raise FolderError(f"{path} exists; choose another name")
    partial = path.with_name(f"{path.name}.partial")
    rejects: list[Reject] = []
    pages = 0
    with _written(partial, packed=path.name.endswith(".zst")) as out:
        for item in read_pages(sources, policy):
            if isinstance(item, Reject):
                rejects.append(item)
            else:
                out.write(page_line(item))
                pages += 1
            on_item(item)
    if rejects:
        lines = "".join(reject.model_dump_json() + "\n" for reject in rejects)
        path.with_name(f"{path.name}.rejects.jsonl").write_text(lines, encoding="utf-8")
    partial.rename(path)
    return pages, len(rejects)


def page_line(page: RawPage) -> bytes:
    """Return a page as a line of JSON that `factuel extract` reads back to the same bytes."""
    key = _KEYS.get(page.media_type, "html")
    fields: dict[str, Any] = {"source": page.uri}
    fields |= page.metadata.model_dump(mode="json", exclude_defaults=True)
    try:
        fields[key] = page.content.decode("utf-8")
    except UnicodeDecodeError:
        fields[f"{key}_base64"] = base64.b64encode(page.content).decode("ascii")
    return json.dumps(fields, ensure_ascii=False).encode("utf-8") + b"\n"


@contextmanager
def _written(path: Path, *, packed: bool) -> Iterator[BinaryIO]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        if not packed:
            yield file
            return
        with zstandard.ZstdCompressor(level=_LEVEL).stream_writer(file, closefd=False) as stream:
            yield cast(BinaryIO, stream)
