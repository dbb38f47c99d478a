import io
from email.message import EmailMessage

import pytest

from tocsin.collect import Draft, Limits, Source
from tocsin.collect._format import Unusable
from tocsin.collect._mail import MailFormat

TEXT = "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said."


def read(content: bytes) -> Draft:
    [draft] = MailFormat().drafts(Source(home="a.eml", stream=io.BytesIO(content)), Limits())
    assert isinstance(draft, Draft)
    return draft


def message(text: str | None = None, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Sahel Wire <desk@sahelwire.example>"
    mail["Subject"] = "Mine kills two – Étoile"
    mail["Date"] = "Thu, 23 May 2013 20:15:00 +0000"
    if text is not None:
        mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return mail


def test_headers_give_the_fields() -> None:
    draft = read(message(TEXT).as_bytes())
    assert (draft.publisher, draft.title, draft.published) == ("Sahel Wire", "Mine kills two – Étoile", "2013-05-23")


def test_plain_text_is_preferred() -> None:
    assert read(message(TEXT, "<p>Something else</p>").as_bytes()).text.strip() == TEXT


def test_html_is_used_where_there_is_no_plain_text() -> None:
    assert read(message(html=f"<html><body><p>{TEXT}</p></body></html>").as_bytes()).text.strip() == TEXT


def test_the_signature_goes() -> None:
    assert read(message(f"{TEXT}\n-- \nThe desk\n").as_bytes()).text.strip() == TEXT


def test_an_attachment_is_not_the_report() -> None:
    mail = message(TEXT)
    mail.add_attachment("Another text", filename="a.txt")
    assert read(mail.as_bytes()).text.strip() == TEXT


@pytest.mark.parametrize("content", [b"", b"no header at all", b"Subject: x\nContent-Type: image/png\n\nabc"])
def test_a_message_without_headers_or_text_is_unusable(content: bytes) -> None:
    with pytest.raises(Unusable):
        read(content)


def test_broken_headers_do_not_hide_the_text() -> None:
    headers = (
        b"From: <<<>>@,;\nSubject: =?x?q?=FF?= =?utf-8?b?!!?=\nDate: x y\nContent-Type: text/plain; charset=nope\n\n"
    )
    assert read(headers + TEXT.encode()).text == TEXT
