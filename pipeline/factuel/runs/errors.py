"""What can stop a run: misuse or the machine, never a page. Each message is one line and says what to do."""

from __future__ import annotations


class RunError(RuntimeError):
    """A run that cannot begin or go on."""


class SettingsError(RunError):
    """Settings that are unknown, out of bounds or unreadable."""


class FolderError(RunError):
    """A folder that may not be written to."""


class EngineError(RunError):
    """The workers cannot start."""
