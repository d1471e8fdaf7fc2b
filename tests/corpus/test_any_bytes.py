"""Whatever the bytes and whatever the suffix: pages and rejects, never an exception."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import BinaryIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factuel.corpus.protocol import Input
from factuel.corpus.readers import READERS, UNPACKERS, read_input
from factuel.records import RawPage, Reject

SUFFIXES = [*READERS, *UNPACKERS, ".html.gz", ".jsonl.gz", ".pdf", ""]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
ANY_ROW = st.dictionaries(st.sampled_from(["html", "text", "url", "title", "site", "published", "x"]), ANY_JSON)


def read(name: str, content: bytes) -> list[RawPage | Reject]:
    def opened() -> BinaryIO:
        return io.BytesIO(content)

    return list(read_input(Input(f"dir/{name}", name, opened, sniff=True)))


@settings(deadline=None)  # the first Parquet file loads pyarrow
@given(st.sampled_from(SUFFIXES), st.binary(max_size=300))
def test_any_bytes_under_any_suffix(suffix: str, content: bytes) -> None:
    for item in read(f"a{suffix}", content):
        assert isinstance(item, RawPage | Reject)
        assert (item.uri if isinstance(item, RawPage) else item.source).startswith("dir/a")


@given(st.binary(min_size=1, max_size=300), st.data())
def test_damaged_archives_of_good_pages(page: bytes, data: st.DataObject) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", page)
        archive.writestr("b.txt", page)
    for name, content in (("a.zip", packed.getvalue()), ("a.html.gz", gzip.compress(page))):
        at = data.draw(st.integers(0, len(content) - 1))
        byte = data.draw(st.integers(0, 255))
        assert all(
            isinstance(item, RawPage | Reject) for item in read(name, content[:at] + bytes([byte]) + content[at + 1 :])
        )
        assert all(isinstance(item, RawPage | Reject) for item in read(name, content[:at]))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY_ROW, max_size=4))
def test_a_line_gives_one_page_or_one_reject(rows: list[dict[str, object]]) -> None:
    lines = "\n".join(json.dumps(row) for row in rows)
    items = read("a.jsonl", lines.encode())
    assert len(items) == len(rows) if lines else items == []
