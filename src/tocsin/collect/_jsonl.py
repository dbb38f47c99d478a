"""One report a line, as JSON with the fields of front matter and `text`."""

import json
from collections.abc import Iterator

from tocsin.collect._decode import decoded_text
from tocsin.collect._fields import draft_of
from tocsin.collect._format import NEVER, Item, Source, Unusable, issue
from tocsin.collect._options import Limits


class JsonlFormat:
    """Reads .jsonl line by line, so that a file may hold any number of reports."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")
    media_types: tuple[str, ...] = ("application/jsonl", "application/x-ndjson", "application/x-jsonlines")
    guard_above: int = NEVER

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the report of each line; a bad line is an Issue."""
        for number, line in enumerate(_lines(source, limits), start=1):
            about = f"{source.home}#line {number}"
            try:
                fields = _fields(line)
            except Unusable as bad:
                yield issue(about, bad.what, bad.hint)
                continue
            if fields is not None:
                text = fields.get("text")
                yield from draft_of(fields, text if isinstance(text, str) else "", about, place=f"line {number}")


def _lines(source: Source, limits: Limits) -> Iterator[bytes | None]:
    """Return the lines; None stands for one that is too long, which is read over in pieces."""
    size = limits.max_line_bytes
    while line := source.stream.readline(size + 1):
        too_long = len(line) > size
        while too_long and line and not line.endswith(b"\n"):
            line = source.stream.readline(size)
        yield None if too_long else line


def _fields(line: bytes | None) -> dict[str, object] | None:
    """Return the fields of a line, None for a blank one; raise Unusable if it has none."""
    if line is None:
        raise Unusable("the line is too long", "split it, or raise the limit on bytes of a line")
    text = decoded_text(line).strip()
    if not text:
        return None
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unusable(f"the line is not JSON: {str(error)[:120]}", "write one JSON object a line") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise Unusable("the line has no field `text`", 'write {"text": ..., "title": ..., "published": ...}')
    return fields
