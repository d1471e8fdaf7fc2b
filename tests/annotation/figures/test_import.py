import subprocess
import sys


def test_finding_figures_and_dates_imports_no_model() -> None:
    code = (
        "import sys; from factuel.annotation.figures import find_figures\n"
        "from factuel.annotation.dates import find_dates\n"
        "find_figures('12 M€ le 3 mai'); find_dates('le 3 mai');"
        "print(sorted({'spacy', 'dateparser', 'trafilatura', 'holidays'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
