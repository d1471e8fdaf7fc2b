"""Cleans hostile pages in a process that notes what it should never do; run by test_hostile_pages.

`python hostile_worker.py SERVER SECRET` prints a line of JSON a page: name, seconds of processor time, megabytes by which
its peak memory grew, its text (None when it is rejected), the reason, and the forbidden things that Python was asked for.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from tests.cleaning.hostile_pages import hostile_pages

from factuel.cleaning import CleaningError, clean_page
from factuel.records import RawPage

FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "urllib.",
    "shutil.",
    "ctypes.",
)
events: list[str] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(arguments[1], str) and any(mode in arguments[1] for mode in "wax+")
    if writes or event.startswith(FORBIDDEN):
        events.append(event)


def _memory(field: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(rf"{field}:\s*(\d+)", status)[1]) // 1024  # type: ignore[index]


def main(server: str, secret: str) -> None:
    clean(RawPage(uri="first", content=b"<p>Une phrase.</p>", media_type="text/html"))
    sys.addaudithook(_note)
    for name, content in hostile_pages(server, secret):
        Path("/proc/self/clear_refs").write_bytes(b"5")
        events.clear()
        before, started = _memory("VmRSS"), time.process_time()
        text, reason = clean(RawPage(uri=name, content=content, media_type="text/html"))
        seconds = time.process_time() - started
        row = {"name": name, "seconds": seconds, "megabytes": _memory("VmHWM") - before, "text": text, "reason": reason}
        print(json.dumps(row | {"events": sorted(set(events))}))


def clean(raw: RawPage) -> tuple[str | None, str | None]:
    """Return the text of the article, or the reason why there is none."""
    try:
        return clean_page(raw).text, None
    except CleaningError as error:
        return None, error.message


if __name__ == "__main__":
    main(*sys.argv[1:])
