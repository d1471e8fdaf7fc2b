"""Unpackers of `.zip` and `.wacz`: their members in their order, nothing written to disk."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from factuel.corpus.folders import is_clearly_no_page
from factuel.corpus.members import escapes, printable
from factuel.corpus.protocol import CorpusError, Input, corpus_reject
from factuel.records import Reject

_ENCRYPTED: Final = 0x1


def unpack_zip(source: Input) -> Iterator[Input | Reject]:
    """Yield the members of an archive as `path#member`, in the order of its directory.

    Left out: folders, and files that are clearly no pages. Rejected: encrypted members, links, and paths that lead
    out of the archive. Archives inside archives are not opened.
    """
    if source.unpacked:
        raise CorpusError("nested_archive", "an archive inside another is not read; unpack it first")
    with source.open() as stream:
        if not stream.seekable():
            raise CorpusError("unseekable", "a zip archive is not read from a pipe; save it to a file first")
        with zipfile.ZipFile(stream) as archive:
            for member in archive.infolist():
                if not _is_left_out(member):
                    yield _open_member(source, archive, member)


def _is_left_out(member: zipfile.ZipInfo) -> bool:
    no_page = is_clearly_no_page(PurePosixPath(member.filename))
    return member.is_dir() or (no_page and not escapes(member.filename))


def _open_member(source: Input, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Input | Reject:
    uri = f"{source.uri}#{printable(member.filename)}"
    if escapes(member.filename):
        return corpus_reject(uri, "unsafe_path", "the member's path leads out of the archive")
    if member.flag_bits & _ENCRYPTED:
        return corpus_reject(uri, "encrypted", "the member is encrypted")
    if stat.S_ISLNK(member.external_attr >> 16):
        return corpus_reject(uri, "not_a_file", "the member is a link")
    return Input(uri, member.filename, partial(_open, archive, member), unpacked=(*source.unpacked, ".zip"))


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    return cast(BinaryIO, archive.open(member))


def unpack_wacz(source: Input) -> Iterator[Input | Reject]:
    """Yield the web archives (`archive/*.warc`, `.warc.gz`) of a WACZ file; its indexes and lists are left out."""
    for member in unpack_zip(source):
        if isinstance(member, Reject) or member.name.lower().endswith((".warc", ".warc.gz")):
            yield member
