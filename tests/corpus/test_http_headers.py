"""Headers as servers send them, also wrong ones."""

from __future__ import annotations

import pytest

from factuel.corpus.http_headers import charset_of, media_type_of, moment_of


@pytest.mark.parametrize(
    ("said", "media_type", "charset"),
    [
        ("text/html; charset=utf-8", "text/html", "utf-8"),
        ('Text/HTML;Charset = "iso-8859-1"', "text/html", "iso-8859-1"),
        ("text/html; boundary=a; charset='cp1252'", "text/html", "cp1252"),
        ("text/html; charset=", "text/html", None),
        ("text/html", "text/html", None),
        ("", "", None),
    ],
)
def test_content_type(said: str, media_type: str, charset: str | None) -> None:
    assert (media_type_of(said), charset_of(said)) == (media_type, charset)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("Wed, 05 Apr 2023 06:07:08 GMT", "2023-04-05T06:07:08+00:00"),
        ("Wed, 05 Apr 2023 06:07:08 +0200", "2023-04-05T06:07:08+02:00"),
        ("mercredi", None),
        ("", None),
        (None, None),
    ],
)
def test_moment(said: str | None, moment: str | None) -> None:
    assert moment_of(said) == moment
