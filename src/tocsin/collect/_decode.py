"""Bytes as characters: byte-order marks, UTF-8, the declared encoding, and Windows-1252 for stray bytes."""

import codecs

from tocsin.collect._format import Unusable

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE_CHARS = 4096
MAX_CONTROL_SHARE = 0.05
TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x00")
STRAY_BYTES = {0xDC00 + b: bytes([b]).decode("cp1252", "replace") for b in range(0x80, 0x100)}


def decoded(data: bytes, declared: str | None = None) -> str:
    r"""Return `data` as characters. What is valid UTF-8 is UTF-8, whatever is declared.

    >>> decoded("café".encode("utf-8"), declared="iso-8859-1"), decoded(b"caf\xe9 \x96 caf\xc3\xa9")
    ('café', 'café – café')
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or data.decode("utf-8", "surrogateescape").translate(STRAY_BYTES)


def decoded_text(data: bytes, declared: str | None = None) -> str:
    """Return `data` as characters; raise Unusable if they do not look like text."""
    text = decoded(data, declared)
    sample = text[:SAMPLE_CHARS]
    n_controls = sum(ord(c) < 32 and c not in TEXT_CONTROLS for c in sample)
    if n_controls > MAX_CONTROL_SHARE * len(sample):
        raise Unusable("the content is not text", "check what kind of file it is; name it by its kind")
    return text


def _declared(data: bytes, declared: str | None) -> str | None:
    if declared is None or "utf-8" in declared.lower():
        return None
    try:
        return data.decode(declared)
    except (UnicodeError, LookupError, ValueError):
        return None
