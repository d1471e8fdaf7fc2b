"""`docs/cli.md` says what the commands say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from factuel.cli import app
from factuel.cli.manual import documented, help_text, refreshed
from factuel.runs.settings import RunConfig

DOCUMENT = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
COMMANDS = sorted(command.name or "" for command in app.registered_commands)


def test_help_blocks_are_in_step() -> None:
    """Run `python -m factuel.cli.manual docs/cli.md` after a change of a command."""
    assert refreshed(DOCUMENT) == DOCUMENT


def test_every_command_is_documented() -> None:
    assert documented(DOCUMENT) == {"", *COMMANDS}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_and_every_option_a_help(command: str) -> None:
    text = help_text(command)
    assert re.search(rf"Example:[^:]*factuel {command}\s", text)
    options = text.split("Options:")[1].strip().splitlines()
    assert all(re.search(r"\S  +\S", line) for line in options if line.strip().startswith("-"))


def test_every_setting_is_documented() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    settings = tomllib.loads(block)
    assert set(settings) == set(RunConfig.model_fields) - {"engine"}
    RunConfig(**settings)
