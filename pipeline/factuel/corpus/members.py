"""Names of archive members: which are safe to follow, and how they are written in a uri."""

from __future__ import annotations

from pathlib import PureWindowsPath


def escapes(name: str) -> bool:
    """Say whether a member's path leads out of the archive: absolute, with a drive, or with `..`, on any system."""
    windows = PureWindowsPath(name)
    return ".." in windows.parts or bool(windows.drive or windows.root)


def printable(name: str) -> str:
    """Return the name with what is no Unicode text escaped."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
