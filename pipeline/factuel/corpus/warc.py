"""Reader of web archives: `.warc`, and with the unpackers `.warc.gz` and `.wacz`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from factuel.corpus.http_headers import charset_of
from factuel.corpus.protocol import MAX_PAGE_BYTES, CorpusError, Input, corpus_reject, read_bounded
from factuel.corpus.sniffing import SNIFFED_BYTES, sniff_suffix
from factuel.records import PageMetadata, RawPage, Reject

_HTML: Final = ("text/html", "application/xhtml+xml")
_PAGES: Final = ("response", "resource", "revisit")


def read_warc(source: Input) -> Iterator[RawPage | Reject]:
    """Yield the HTML responses of an archive as `path#R12` (records count from 1), in their order, in flat memory.

    The record's address and date become `url` and `retrieved`, the HTTP charset is kept. Left out without a word:
    requests, metadata, redirects, and what is no HTML. Rejects: error pages (`http_status`), revisits (`revisit`: the
    same bytes are kept elsewhere), bodies that cannot be decoded. A damaged archive ends with a reject.
    """
    from warcio.archiveiterator import ArchiveIterator  # loaded when needed: it costs 0.1 s
    from warcio.exceptions import ArchiveLoadFailed

    with source.open() as stream:
        number = 0
        try:
            for number, record in enumerate(ArchiveIterator(stream, no_record_parse=False), start=1):
                page = _read_record(f"{source.uri}#R{number}", record)
                if page:
                    yield page
        except ArchiveLoadFailed as error:
            raise CorpusError(
                "corrupted", f"the archive cannot be read after record {number}: {error}"[:300]
            ) from error
    if not number:
        raise CorpusError("empty", "the archive has no record")


def _read_record(uri: str, record: Any) -> RawPage | Reject | None:
    if not record.rec_type:
        raise CorpusError("corrupted", "a record of the archive has no type")
    if record.rec_type not in _PAGES:
        return None
    try:
        return _revisit(uri, record) if record.rec_type == "revisit" else _page(uri, record)
    except CorpusError as error:
        return corpus_reject(uri, error.error, error.message)
    except (EOFError, OSError, ValueError) as error:
        return corpus_reject(uri, "corrupted", f"the body cannot be decoded: {error}"[:300])


def _revisit(uri: str, record: Any) -> Reject | None:
    if not _is_page_status(record):
        return None
    headers = record.rec_headers
    where = headers.get_header("WARC-Refers-To-Target-URI") or headers.get_header("WARC-Target-URI")
    when = headers.get_header("WARC-Refers-To-Date")
    same = f"the same page as {where}" + (f" of {when}" if when else "")
    return corpus_reject(uri, "revisit", f"{same}; this record has no bytes of its own")


def _page(uri: str, record: Any) -> RawPage | None:
    if not _is_page_status(record):
        return None
    declared = _content_type(record)
    if declared and not declared.lower().startswith(_HTML):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI")
    _refuse_status(record, address)
    content = _body(record)
    _refuse_truncated(record)
    if not declared and sniff_suffix(content[:SNIFFED_BYTES]) != ".html":
        return None
    if not content:
        raise CorpusError("empty", f"the response of {address} has no body")
    retrieved = record.rec_headers.get_header("WARC-Date")
    metadata = PageMetadata(url=address, charset=charset_of(declared), retrieved=retrieved)
    return RawPage(uri=uri, content=content, media_type="text/html", metadata=metadata)


def _body(record: Any) -> bytes:
    """Return the body, unpacked. Brotli is unpacked here: warcio asks of it what the library no longer has."""
    headers = record.http_headers
    if not headers or (headers.get_header("Content-Encoding") or "").strip().lower() != "br":
        return read_bounded(record.content_stream())
    import brotli
    from warcio.bufferedreaders import ChunkedDataReader

    chunked = (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    packed = read_bounded(ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream)
    unpacking = brotli.Decompressor()
    try:
        content: bytes = unpacking.process(packed, output_buffer_limit=MAX_PAGE_BYTES + 1)
    except brotli.error as error:
        raise CorpusError("corrupted", f"the body cannot be decoded: {error}") from error
    if len(content) > MAX_PAGE_BYTES:
        raise CorpusError("too_large", f"the page has more than {MAX_PAGE_BYTES:,} bytes")
    return content


def _refuse_truncated(record: Any) -> None:
    """Raise CorpusError when the archive ends before the length that the record declares."""
    while record.raw_stream.read(65_536):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise CorpusError("truncated", "the archive stops before the end of the record")


def _status(record: Any) -> int:
    code = record.http_headers.get_statuscode() if record.http_headers else None
    return int(code) if code and code.isdigit() else 200


def _is_page_status(record: Any) -> bool:
    """Say whether the response is a page, were it an error page: not a redirect, not "unchanged", not empty by rule."""
    return not (300 <= _status(record) < 400 or _status(record) in {204, 205})


def _refuse_status(record: Any, address: str | None) -> None:
    if _status(record) >= 400:
        raise CorpusError("http_status", f"the server of {address} answered {_status(record)}")


def _content_type(record: Any) -> str:
    headers = record.http_headers or (record.rec_headers if record.rec_type == "resource" else None)
    return (headers.get_header("Content-Type") or "").strip() if headers else ""
