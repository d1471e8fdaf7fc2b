"""Answers kept on disk, so that a page that did not change is not sent again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from factuel.corpus.web.client import Answer

_KEPT: Final = ("content-type", "etag", "last-modified", "date")
_CONDITIONS: Final = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class Cache:
    """A folder with two files an address: what the server said of the page, and its bytes; no folder keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def conditions(self, address: str) -> dict[str, str]:
        """Return the headers that ask for the page only if it changed; empty when it is not kept."""
        kept = self.read(address)
        headers = kept.headers if kept else {}
        return {_CONDITIONS[key]: headers[key] for key in _CONDITIONS if key in headers}

    def read(self, address: str) -> Answer | None:
        """Return the answer kept for an address; null when there is none, or it is damaged."""
        if self._folder is None:
            return None
        head, body = self._files(address)
        try:
            said = json.loads(head.read_text(encoding="utf-8"))
            content = body.read_bytes()
            if said["address"] != address or said["sha256"] != hashlib.sha256(content).hexdigest():
                return None
            return Answer(200, {str(key): str(value) for key, value in said["headers"].items()}, content)
        except (OSError, ValueError, KeyError, AttributeError, TypeError):
            return None

    def write(self, address: str, answer: Answer) -> None:
        """Keep an answer that can be asked for again by condition."""
        if self._folder is None or not any(key in answer.headers for key in _CONDITIONS):
            return
        head, body = self._files(address)
        digest = hashlib.sha256(answer.body).hexdigest()
        headers = {key: answer.headers[key] for key in _KEPT if key in answer.headers}
        body.write_bytes(answer.body)
        head.write_text(json.dumps({"address": address, "sha256": digest, "headers": headers}), encoding="utf-8")

    def _files(self, address: str) -> tuple[Path, Path]:
        name = hashlib.sha256(address.encode("utf-8", "backslashreplace")).hexdigest()[:32]
        folder = self._folder or Path()
        return folder / f"{name}.json", folder / f"{name}.body"
