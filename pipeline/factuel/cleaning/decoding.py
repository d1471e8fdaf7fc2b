"""Bytes in, characters out: what the bytes are comes before what the page says they are.

A page that decodes strictly as UTF-8 is UTF-8, whatever it declares: text in another encoding that happens to be valid
UTF-8 is rarer than a wrong declaration. Latin-1 and ASCII mean Windows-1252, as in browsers (WHATWG Encoding Standard).
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4096
_WINDOWS: Final = frozenset({"ascii", "iso8859-1", "cp1252"})
_CANDIDATES: Final = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_SAMPLE: Final = 20_000
_ESCAPED: Final = re.compile("[\udc80-\udcff]+")
_MULTIBYTE: Final = re.compile("[\u0080-\ud7ff]")


def decode_page(content: bytes, charset: str | None = None) -> str:
    """Return the characters of `content`: by BOM, as strict UTF-8, as declared, else as it looks.

    `charset` is what the source said beside the page; it comes before the page's own `<meta>`. Never raises: bytes
    that mean nothing become U+FFFD.
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(name, "replace")
    if (wide := _guess_wide(content)) is not None:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(content, charset)


def _guess_wide(content: bytes) -> str | None:
    """Return the UTF-16 without BOM that the zero bytes of mostly Latin text betray, else None."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low = sample[0::2] if name == "utf-16-le" else sample[1::2]
        if high.count(0) > 0.8 * half and low.count(0) < 0.1 * half:
            return name
    return None


def _decode_legacy(content: bytes, charset: str | None) -> str:
    mixed = _decode_mixed(content)
    if mixed is not None:
        return mixed
    name = _known(charset) or _known(_declaration(content))
    if name in {None, "utf-8"}:
        name = _detect(content)
    return content.decode("cp1252" if name in _WINDOWS or name is None else name, "replace")


def _decode_mixed(content: bytes) -> str | None:
    """Return UTF-8 with stray Windows-1252 bytes in it (a cut character, a pasted block), None if it is not that."""
    text = content.decode("utf-8", "surrogateescape")
    strays = len(_ESCAPED.findall(text))
    if strays * 4 > sum(1 for _ in _MULTIBYTE.finditer(text)):
        return None
    return _ESCAPED.sub(lambda found: _stray(found.group()), text)


def _stray(escaped: str) -> str:
    raw = escaped.encode("utf-8", "surrogateescape")
    cut = raw[0] >= 0xC2 and len(raw) <= 3 and all(0x80 <= byte < 0xC0 for byte in raw[1:])
    return "\ufffd" if cut and len(raw) > 1 else raw.decode("cp1252", "replace")


def _declaration(content: bytes) -> str | None:
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    return found.group(1).decode("ascii", "replace") if found else None


def _known(name: str | None) -> str | None:
    """Return Python's name of an encoding, None for one that it does not know or that is no text encoding."""
    try:
        info = codecs.lookup(name or "")
    except LookupError:
        return None
    return info.name if info._is_text_encoding else None


def _detect(content: bytes) -> str:
    """Return the likeliest of the encodings that French pages have, from the lines that are not plain ASCII."""
    lines = [line for line in content[: 20 * _SAMPLE].splitlines() if not line.isascii()]
    best = from_bytes(b"\n".join(lines)[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return best.encoding if best is not None else "cp1252"
