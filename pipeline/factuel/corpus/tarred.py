"""Unpacker of `.tar` (also `.tgz`, `.tar.gz`): its members in their order, nothing written to disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from factuel.corpus.folders import is_clearly_no_page
from factuel.corpus.members import escapes, printable
from factuel.corpus.protocol import CorpusError, Input, corpus_reject
from factuel.records import Reject


def unpack_tar(source: Input) -> Iterator[Input | Reject]:
    """Yield the files of a tape archive as `path#member`, read as a stream: each is to be read before the next.

    Left out: folders, and files that are clearly no pages. Rejected: links, devices, and paths that lead out of the
    archive. Raises CorpusError for a damaged archive or one inside another.
    """
    if any(wrapping != ".gz" for wrapping in source.unpacked):
        raise CorpusError("nested_archive", "an archive inside another is not read; unpack it first")
    with source.open() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|*") as archive:
                for member in archive:
                    if not _is_left_out(member):
                        yield _open_member(source, archive, member)
        except tarfile.TarError as error:
            raise CorpusError("corrupted", f"the archive is damaged: {error}"[:300]) from error


def _is_left_out(member: tarfile.TarInfo) -> bool:
    return member.isdir() or (is_clearly_no_page(PurePosixPath(member.name)) and not escapes(member.name))


def _open_member(source: Input, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Input | Reject:
    uri = f"{source.uri}#{printable(member.name)}"
    if escapes(member.name):
        return corpus_reject(uri, "unsafe_path", "the member's path leads out of the archive")
    if not member.isfile():
        return corpus_reject(uri, "not_a_file", "the member is a link or a device")
    return Input(uri, member.name, partial(_open, archive, member), unpacked=(*source.unpacked, ".tar"))


def _open(archive: tarfile.TarFile, member: tarfile.TarInfo) -> BinaryIO:
    return cast(BinaryIO, archive.extractfile(member))
