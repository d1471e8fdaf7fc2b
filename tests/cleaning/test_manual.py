"""The example of `docs/cleaning.md` runs."""

import re
from pathlib import Path

DOCUMENT = (Path(__file__).parents[2] / "docs" / "cleaning.md").read_text(encoding="utf-8")


def test_example_runs():
    (example,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    exec(compile(example, "docs/cleaning.md", "exec"), {})
