"""The house rules that tools check: format, lint, types, layers."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([BIN / "ruff", "format", "--check", "."], id="format"),
        pytest.param([BIN / "ruff", "check", "."], id="lint"),
        pytest.param([BIN / "mypy"], id="types"),
        pytest.param([BIN / "lint-imports"], id="layers"),
    ],
)
def test_tool_finds_nothing(command):
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_modules_stay_readable():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "pipeline").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 250
    }
    assert not long, "find the seam"


def test_word_lists_live_in_lexicons():
    """A literal collection of more than fifteen lower-case French words belongs to models/lexicons."""
    crowded = re.compile(r"frozenset\(\s*\{((?:\s*\"[^\"]*\",?){16,})")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "pipeline").rglob("*.py")
        if crowded.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_lexicons_have_a_header_and_say_their_source():
    for path in (ROOT / "models" / "lexicons").glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("#"), f"{path.name} does not say its source"
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        assert all(len(row) == len(rows[0]) for row in rows), path.name
