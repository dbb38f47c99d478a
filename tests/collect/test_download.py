import hashlib
import json
from datetime import date
from http.server import BaseHTTPRequestHandler

import pytest
from typer.testing import CliRunner

from make_files import Answer, page, server
from tocsin.cli import app
from tocsin.collect import Publication, download, publication
from tocsin.core.errors import InputError, NothingUsable, UnknownName

BODY = bytes(range(256)) * 400
SUM = hashlib.sha256(BODY).hexdigest()
TODAY = date(2020, 1, 2)


def publish(web: str, sha256: str = "") -> Publication:
    return Publication(
        title="T", address=f"{web}/t.zip", sha256=sha256, home="https://example.org", licence="CC BY 4.0"
    )


def flaky(asked: list[str], *, cut: int, tag: str = '"one"', body: bytes = BODY) -> Answer:
    """Return an answer that breaks off after `cut` bytes at first, and then gives the range that is asked for."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range", "")
        asked.append(wanted)
        same = handler.headers.get("If-Range") == tag
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and same else 0
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Length", str(len(body) - start))
        handler.send_header("ETag", tag)
        handler.end_headers()
        handler.wfile.write(body[start : cut if len(asked) == 1 else None])
        handler.close_connection = True

    return answer


def test_a_table_is_downloaded_with_its_origin_beside_it(tmp_path):
    seen = []
    with server({"/t.zip": page(BODY)}) as web:
        got = download(publish(web, SUM), tmp_path, today=TODAY, watch=lambda done, total: seen.append((done, total)))
    origin = json.loads((tmp_path / "t.zip.json").read_text())
    assert got.path.read_bytes() == BODY
    assert seen[-1] == (len(BODY), len(BODY))
    assert (origin["sha256"], origin["retrieved"], origin["size"]) == (SUM, "2020-01-02", 102_400)
    assert origin["licence"] == "CC BY 4.0"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["t.zip", "t.zip.json"]


def test_a_download_that_broke_off_is_gone_on_with(tmp_path):
    asked: list[str] = []
    with server({"/t.zip": flaky(asked, cut=50_000)}) as web:
        with pytest.raises(NothingUsable, match="50000 bytes are kept"):
            download(publish(web), tmp_path, today=TODAY)
        assert download(publish(web, SUM), tmp_path, today=TODAY).size == len(BODY)
    assert asked == ["", "bytes=50000-"]


def test_a_file_that_changed_meanwhile_is_downloaded_anew(tmp_path):
    with server({"/t.zip": flaky([], cut=50_000)}) as web, pytest.raises(NothingUsable):
        download(publish(web), tmp_path, today=TODAY)
    other = BODY[::-1]
    with server({"/t.zip": flaky(["before"], cut=0, tag='"two"', body=other)}) as web:
        assert download(publish(web), tmp_path, today=TODAY).path.read_bytes() == other


def test_a_wrong_checksum_keeps_nothing(tmp_path):
    with server({"/t.zip": page(BODY)}) as web, pytest.raises(InputError, match=SUM):
        download(publish(web, "00"), tmp_path, today=TODAY)
    assert not (tmp_path / "t.zip").exists()
    assert not (tmp_path / "t.zip.part").exists()


def test_another_content_than_the_time_before_is_pointed_out(tmp_path):
    with server({"/t.zip": page(BODY)}) as web:
        assert not download(publish(web), tmp_path, today=TODAY).changed
        assert not download(publish(web), tmp_path, today=TODAY).changed
    with server({"/t.zip": page(BODY + b"x")}) as web:
        assert download(publish(web), tmp_path, today=TODAY).changed


def test_a_missing_table_is_a_clear_error(tmp_path):
    with server({}) as web, pytest.raises(NothingUsable, match="answered 404"):
        download(publish(web), tmp_path, today=TODAY)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/t.zip", "http://nowhere.invalid/t.zip"])
def test_without_a_network_the_error_says_what_to_do(tmp_path, address):
    found = Publication(title="T", address=address, sha256="", home="https://example.org", licence="")
    with pytest.raises(NothingUsable, match=r"download it by hand from https://example\.org"):
        download(found, tmp_path, today=TODAY)


@pytest.mark.parametrize("address", ["ftp://example.org/t", "http://[::1/t", ""])
def test_an_address_that_is_none_is_a_clear_error(tmp_path, address):
    found = Publication(title="T", address=address, sha256="", home="https://example.org", licence="")
    with pytest.raises((InputError, NothingUsable), match=r"could not be fetched|no address"):
        download(found, tmp_path, today=TODAY)


def test_an_unknown_publication_lists_those_there_are():
    with pytest.raises(UnknownName, match="ucdp"):
        publication("ucpd")


def test_the_command_shows_the_licence_and_prints_the_path(tmp_path):
    with server({"/t.zip": page(BODY)}) as web:
        words = ["collect", "ucdp", "--to", str(tmp_path), "--address", f"{web}/t.zip", "--sha256", SUM]
        result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{tmp_path / 't.zip'}\n"
    assert "CC BY 4.0" in result.stderr
    assert SUM in result.stderr


def test_the_command_fails_with_a_message_when_offline(tmp_path):
    result = CliRunner().invoke(app, ["collect", "ucdp", "--to", str(tmp_path), "--address", "http://127.0.0.1:9/t"])
    assert result.exit_code == 1
    assert "could not be fetched" in result.stderr
