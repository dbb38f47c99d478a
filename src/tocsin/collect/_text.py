"""Plain text and Markdown, with or without YAML front matter."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from tocsin.collect._decode import decoded_text
from tocsin.collect._fields import FIELDS, draft_of
from tocsin.collect._format import NEVER, Draft, Item, Source, issue
from tocsin.collect._options import Limits

MAX_FRONT_MATTER = 20_000
FENCE = re.compile(r"\s{0,8}---[ \t]*\r?\n")
FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
FIELD = re.compile(r"^(\w+):", re.MULTILINE)
UNREADABLE = (yaml.YAMLError, ValueError, RecursionError)
MARKDOWN = (
    (re.compile(r"^#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE), r"\n\1\n"),
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,60}$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)([^*_\n]{1,500})(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),
)


class _NoAliasLoader(yaml.SafeLoader):
    """Loads plain data; aliases, by which a few lines can stand for gigabytes, are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


class TextFormat:
    """Reads .txt."""

    suffixes: tuple[str, ...] = (".txt", ".text")
    media_types: tuple[str, ...] = ("text/plain",)
    guard_above: int = NEVER

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the one report of the file."""
        yield from text_drafts(decoded_text(source.content(limits), source.charset), source.home)


class MarkdownFormat:
    """Reads .md: text without its marks."""

    suffixes: tuple[str, ...] = (".md", ".markdown")
    media_types: tuple[str, ...] = ("text/markdown",)
    guard_above: int = NEVER

    def drafts(self, source: Source, limits: Limits) -> Iterator[Item]:
        """Return the one report of the file."""
        text = decoded_text(source.content(limits), source.charset)
        fields, body = _split(text[: limits.max_chars + MAX_FRONT_MATTER])
        for pattern, plain in MARKDOWN:
            body = pattern.sub(plain, body)
        yield from _with_fields(fields, body, source.home)


def text_drafts(text: str, about: str) -> Iterator[Item]:
    """Return the report that `text` holds, its front matter as fields, and an Issue for front matter that is broken."""
    fields, body = _split(text)
    yield from _with_fields(fields, body, about)


def _split(text: str) -> tuple[str | None, str]:
    start = FENCE.match(text)
    end = FENCE_END.search(text, start.end(), start.end() + MAX_FRONT_MATTER) if start else None
    return (text[start.end() : end.start()], text[end.end() :]) if start and end else (None, text)


def _with_fields(front: str | None, body: str, about: str) -> Iterator[Item]:
    if front is None:
        yield Draft(text=body)
        return
    try:
        fields = _loaded(front)
    except UNREADABLE as error:
        yield issue(about, f"the front matter is not YAML: {_reason(error)}", "its other fields were used")
        fields = _readable_fields(front)
    if not isinstance(fields, dict | None):
        yield issue(about, "the front matter is not a list of fields", "write one `name: value` a line")
        fields = {}
    yield from draft_of(fields or {}, body, about)


def _loaded(front: str) -> Any:
    return yaml.load(front, Loader=_NoAliasLoader)  # noqa: S506, a SafeLoader


def _readable_fields(front: str) -> dict[str, object]:
    """Return the known fields that can be read each by itself, so that a title broken by a colon costs no date."""
    fields: dict[str, object] = {}
    for name, written in zip(FIELD.findall(front), FIELD.split(front)[2::2], strict=True):
        try:
            fields |= _loaded(f"{name}:{written}")
        except UNREADABLE:
            continue
    return {name: value for name, value in fields.items() if name in FIELDS}


def _reason(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error) or type(error).__name__
    return f"{what[:120]} (line {mark.line + 2})" if mark else what[:120]
