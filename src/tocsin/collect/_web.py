"""Pages fetched from the web, within limits of time, size and redirects."""

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from tocsin.collect._format import Source, Unusable
from tocsin.collect._options import Limits

AGENT = "tocsin (reads reports into a record)"
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/pdf, */*;q=0.5"


def is_web(path: object) -> bool:
    """Return whether `path` is the address of a web page."""
    return isinstance(path, str) and path.lower().startswith(("http://", "https://"))


@contextmanager
def open_client(limits: Limits) -> Iterator[httpx.Client]:
    """Return a client for many pages; it sends no cookies back and follows few redirects."""
    timeout = httpx.Timeout(min(10.0, limits.max_seconds))
    headers = {"User-Agent": AGENT, "Accept": ACCEPT}
    with httpx.Client(
        follow_redirects=True, max_redirects=limits.max_redirects, timeout=timeout, headers=headers
    ) as client:
        yield client


def fetched(client: httpx.Client, url: str, limits: Limits) -> Source:
    """Return the content of `url`; raise Unusable if it cannot be had within the limits."""
    deadline = time.monotonic() + limits.max_seconds
    try:
        with client.stream("GET", url) as response:
            if not response.is_success:
                raise Unusable(f"the server answered {response.status_code}", "check the address in a browser")
            data = _body(response, deadline, limits)
    except httpx.TimeoutException as error:
        raise _too_slow(limits) from error
    except httpx.TooManyRedirects as error:
        raise Unusable(f"more than {limits.max_redirects} redirects", "use the address they lead to") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise Unusable(f"could not be fetched: {str(error)[:160]}", "check the address and the connection") from error
    media_type = response.headers.get("content-type", "").split(";")[0].strip().lower() or None
    return Source(
        home=str(response.url), stream=io.BytesIO(data), media_type=media_type, charset=response.charset_encoding
    )


def _body(response: httpx.Response, deadline: float, limits: Limits) -> bytes:
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > limits.max_bytes:
            raise Unusable(
                f"larger than {limits.max_bytes} bytes", "save the part you need, or raise the limit on bytes"
            )
        if time.monotonic() > deadline:
            raise _too_slow(limits)
    return bytes(body)


def _too_slow(limits: Limits) -> Unusable:
    return Unusable(f"not received within {limits.max_seconds:g} seconds", "try again, or save the page as a file")
