"""Parsing with an end: large and risky content is read by a process of its own, which a deadline ends.

The process says when it is ready, reads one JSON line and the content, and answers one JSON line; nothing it sends is
executed.
"""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from threading import Timer
from typing import Any, BinaryIO

from tocsin.collect._format import Draft, Follow, Format, Item, Source, Unusable, issue
from tocsin.collect._options import Limits
from tocsin.core.issue import Issue

COMMAND = (sys.executable, "-P", "-m", "tocsin.collect._worker")
START_SECONDS = 60.0
GIVEN_UP = "raise the limit on seconds, or save it as plain text"
KINDS: dict[str, type[Draft] | type[Issue]] = {"draft": Draft, "issue": Issue}


def attempt(name: str, form: Format, source: Source, limits: Limits) -> Iterator[Item]:
    """Return what `form` finds in `source`; whatever goes wrong inside a parser becomes an Issue."""
    try:
        yield from form.drafts(source, limits)
    except Unusable as bad:
        yield issue(source.home, bad.what, bad.hint)
    except RecursionError:
        yield issue(source.home, f"the {name} is nested too deep", "save it as plain text")
    except Exception as error:  # noqa: BLE001, parsers of hostile input raise anything; one bad file must not end a run
        what = f"the {name} cannot be parsed: {type(error).__name__}: {str(error)[:160]}"
        yield issue(source.home, what, "open it and save it again, or save it as plain text")


class Guard:
    """A process that parses for us; started when first needed, and again after it was ended."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def drafts(self, name: str, source: Source) -> list[Item]:
        """Return what the format of that name finds in `source`; an Issue if it takes too long or breaks."""
        try:
            data = source.content(self._limits)
        except Unusable as bad:
            return [issue(source.home, bad.what, bad.hint)]
        request = {"format": name, "home": source.home, "charset": source.charset, "size": len(data)}
        process = self._started()
        head = json.dumps(request | {"limits": asdict(self._limits)}).encode() + b"\n"
        line = _answer(process, head + data, self._limits.max_seconds)
        if line is None:
            self.close()
            return [issue(source.home, f"the {name} took too long or too much memory to parse", GIVEN_UP)]
        return [_item(kind, fields) for kind, fields in json.loads(line)]

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            pipe, null = subprocess.PIPE, subprocess.DEVNULL
            command = (*COMMAND, str(self._limits.max_memory_bytes))
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=null)  # noqa: S603, our own module
            _answer(self._process, b"", START_SECONDS)
        return self._process


@contextmanager
def open_guard(limits: Limits) -> Iterator[Guard]:
    """Return a guard that is closed at the end."""
    guard = Guard(limits)
    try:
        yield guard
    finally:
        guard.close()


def answer_one(requests: BinaryIO, answers: BinaryIO, formats: dict[str, Format]) -> bool:
    """Return whether a request was there to be answered; the other side of `Guard.drafts`."""
    line = requests.readline()
    if not line:
        return False
    request = json.loads(line)
    source = Source(home=request["home"], stream=io.BytesIO(requests.read(request["size"])), charset=request["charset"])
    found = attempt(request["format"], formats[request["format"]], source, Limits(**request["limits"]))
    answers.write(json.dumps([_fields(item) for item in found]).encode() + b"\n")
    answers.flush()
    return True


def _answer(process: subprocess.Popen[bytes], request: bytes, max_seconds: float) -> bytes | None:
    """Return the line that the process answers; None if it ended, or was ended at the deadline, before."""
    if process.stdin is None or process.stdout is None:
        return None
    timer = Timer(max_seconds, process.kill)
    timer.start()
    try:
        process.stdin.write(request)
        process.stdin.flush()
        line = process.stdout.readline()
    except OSError:
        return None
    finally:
        timer.cancel()
    return line if line.endswith(b"\n") else None


def _fields(item: Item) -> tuple[str, dict[str, Any]]:
    return type(item).__name__.lower(), asdict(item)


def _item(kind: str, fields: dict[str, Any]) -> Item:
    if kind == "follow":
        return Follow(uri=fields["uri"], draft=Draft(**fields["draft"]))
    return KINDS[kind](**fields)
