"""Tables downloaded from their publishers: resumed, checked, with licence and origin kept beside them."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import httpx

from tocsin.collect._web import AGENT
from tocsin.core.errors import InputError, NothingUsable, UnknownName
from tocsin.core.vocabulary import toml_table

MAX_DOWNLOAD_BYTES = 2 * 1024**3
TIMEOUT_SECONDS = 30.0
GONE_ON, WHOLE, BEHIND_END = 206, 200, 416
Watch = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A table that can be downloaded (data/downloads.toml). `sha256` is empty where the publisher states none."""

    title: str
    address: str
    sha256: str
    home: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A downloaded table. `changed` tells that the address gave other bytes than the time before."""

    path: Path
    address: str
    sha256: str
    size: int
    retrieved: date
    changed: bool


def publication(name: str) -> Publication:
    """Return what is known of the table `name`; raise UnknownName if nothing is."""
    known = toml_table("downloads.toml")
    if name not in known:
        raise UnknownName(f"no download {name!r}; there is: {', '.join(known)}")
    return Publication(**known[name])


def download(found: Publication, folder: Path, *, today: date, watch: Watch = lambda _done, _total: None) -> Download:
    """Return the table, downloaded into `folder`, with a `.json` beside it that tells its origin.

    What was received before a download broke off is kept and gone on from. `watch` is told bytes had and bytes in all.
    Raises InputError for an address that is none or a wrong checksum, and NothingUsable where the server or the
    connection fails.
    """
    name = _file_name(found.address)
    folder.mkdir(parents=True, exist_ok=True)
    target, part = folder / name, folder / f"{name}.part"
    try:
        _fetch(found.address, part, watch)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        had = part.stat().st_size if part.is_file() else 0
        raise NothingUsable(
            f"{found.address} could not be fetched: {str(error)[:160] or type(error).__name__}; {had} bytes are kept: "
            f"give the same command again to go on, or download it by hand from {found.home}"
        ) from error
    digest = _digest(part)
    if found.sha256 and digest != found.sha256.casefold():
        part.unlink()
        raise InputError(f"{found.address} has the checksum {digest}, expected {found.sha256}; nothing is kept of it")
    before = _before(target)
    part.replace(target)
    _tag(part).unlink(missing_ok=True)
    got = Download(path=target, address=found.address, sha256=digest, size=target.stat().st_size, retrieved=today,
                   changed=before not in (None, digest))  # fmt: skip
    _origin(target).write_text(json.dumps(_plain(got, found), indent=2) + "\n", encoding="utf-8")
    return got


def _file_name(address: str) -> str:
    try:
        return httpx.URL(address).path.rsplit("/", 1)[-1] or "table"
    except (httpx.InvalidURL, UnicodeError) as error:
        raise InputError(f"{address} is no address ({error}), so it could not be fetched") from error


def _fetch(address: str, part: Path, watch: Watch) -> None:
    """Complete `part`; bytes that are there are not asked for again if the server has the same file still."""
    had = part.stat().st_size if part.is_file() else 0
    tag = _tag(part).read_text(encoding="utf-8") if _tag(part).is_file() else ""
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
    if had and tag:
        headers |= {"Range": f"bytes={had}-", "If-Range": tag}
    with (
        httpx.Client(follow_redirects=True, timeout=TIMEOUT_SECONDS, headers=headers) as client,
        client.stream("GET", address) as response,
    ):
        if response.status_code == BEHIND_END:
            part.unlink(missing_ok=True)
            _tag(part).unlink(missing_ok=True)
        if response.status_code not in (WHOLE, GONE_ON):
            raise NothingUsable(f"{address}: the server answered {response.status_code}; see --address for another one")
        resumed = response.status_code == GONE_ON
        mark = response.headers.get("etag") or response.headers.get("last-modified") or ""
        _tag(part).write_text("" if mark.startswith("W/") else mark, encoding="utf-8")
        _save(response, part, had if resumed else 0, watch)


def _save(response: httpx.Response, part: Path, had: int, watch: Watch) -> None:
    length = response.headers.get("content-length", "")
    total = had + int(length) if length.isdecimal() else None
    with part.open("ab" if had else "wb") as stream:
        for piece in response.iter_raw():
            had += len(piece)
            if had > MAX_DOWNLOAD_BYTES:
                raise InputError(f"{response.url} is larger than {MAX_DOWNLOAD_BYTES} bytes; no table is")
            stream.write(piece)
            watch(had, total)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _before(target: Path) -> str | None:
    try:
        found: str | None = json.loads(_origin(target).read_text(encoding="utf-8")).get("sha256")
    except (OSError, ValueError):
        return None
    return found


def _plain(got: Download, found: Publication) -> dict[str, object]:
    facts = asdict(got) | {"path": got.path.name, "retrieved": got.retrieved.isoformat(), "title": found.title}
    return {key: value for key, value in facts.items() if key != "changed"} | {"licence": found.licence.strip()}


def _origin(target: Path) -> Path:
    return target.with_name(f"{target.name}.json")


def _tag(part: Path) -> Path:
    return part.with_name(f"{part.name}.tag")
