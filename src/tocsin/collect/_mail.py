"""The report in a saved e-mail: its plain text, or else its HTML, and what its headers state."""

from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from tocsin.collect._dates import stated
from tocsin.collect._decode import decoded, decoded_text
from tocsin.collect._format import Draft, Item, Source, Unusable
from tocsin.collect._html import html_text
from tocsin.collect._options import Limits

SIGNATURE = "\n-- \n"


class MailFormat:
    """Reads .eml."""

    suffixes: tuple[str, ...] = (".eml",)
    media_types: tuple[str, ...] = ("message/rfc822",)
    guard_above: int = 100 * 1024

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the one report of the message."""
        message = message_from_bytes(source.content(limits))
        if not message.keys():
            raise Unusable("not an e-mail: it has no headers", "save the message with its headers")
        name, address = parseaddr(_header(message, "From") or "")
        yield Draft(
            text=_text(message),
            title=_header(message, "Subject"),
            publisher=name or address or None,
            published=stated(_header(message, "Date") or ""),
            language=_header(message, "Content-Language"),
        )


def _text(message: Message) -> str:
    parts = [p for p in message.walk() if not p.is_multipart() and p.get_content_disposition() != "attachment"]
    for part in parts:
        if part.get_content_type() == "text/plain" and (text := decoded_text(*_content(part))).strip():
            return text.replace("\r\n", "\n").split(SIGNATURE)[0]
    for part in parts:
        if part.get_content_type() == "text/html":
            return html_text(decoded(*_content(part)))
    raise Unusable("the e-mail has no text", "save what is attached as a file of its own")


def _content(part: Message) -> tuple[bytes, str | None]:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b"", part.get_content_charset()


def _header(message: Message, name: str) -> str | None:
    raw = message.get(name)
    if raw is None:
        return None
    try:
        return str(make_header(decode_header(str(raw))))
    except (ValueError, LookupError):
        return str(raw)
