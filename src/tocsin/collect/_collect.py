"""Sources in, documents and issues out, one at a time."""

import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from tocsin.collect._find import files
from tocsin.collect._finish import finished
from tocsin.collect._format import Draft, Follow, Item, Source, Unusable, issue
from tocsin.collect._formats import FORMATS, by_suffix, format_name
from tocsin.collect._guard import Guard, attempt, open_guard
from tocsin.collect._options import CollectOptions
from tocsin.collect._web import fetched, is_web, open_client
from tocsin.core.document import Document
from tocsin.core.errors import InputError, InvalidNoun
from tocsin.core.issue import Issue

DEFAULTS = CollectOptions()
NO_NETWORK = "allow the network, or save the page as a file"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tools:
    options: CollectOptions
    guard: Guard
    client: httpx.Client


def collect(paths: Iterable[str | Path], *, options: CollectOptions = DEFAULTS) -> Iterator[Document | Issue]:
    """Return the reports in files, folders, web pages and feeds, and an Issue for each that cannot be used.

    Order is that of `paths`, inside a folder by name. A text met twice from one publisher and day comes once. Raises
    InputError, before anything is read, for a path that does not exist and for a web address without the network.
    """
    origins = [_checked(path, options) for path in paths]
    return _stream(origins, options)


def _checked(path: str | Path, options: CollectOptions) -> str | Path:
    if is_web(path):
        if not options.network:
            raise InputError(f"{path} is on the web and the network is off; {NO_NETWORK}")
        return path
    try:
        exists = Path(path).exists()
    except (OSError, ValueError):
        exists = False
    if not exists:
        raise InputError(f"no file or folder {str(path)[:200]!r}; check the path")
    return Path(path)


def _stream(origins: list[str | Path], options: CollectOptions) -> Iterator[Document | Issue]:
    seen: set[str] = set()
    with ExitStack() as stack:
        guard = stack.enter_context(open_guard(options.limits))
        client = stack.enter_context(open_client(options.limits))
        tools = _Tools(options=options, guard=guard, client=client)
        for origin in origins:
            found = _page(origin, tools) if isinstance(origin, str) else _below(origin, tools)
            for item in found:
                if isinstance(item, Issue):
                    yield item
                elif item.id not in seen:
                    seen.add(item.id)
                    yield item


def _below(top: Path, tools: _Tools) -> Iterator[Document | Issue]:
    for path in files(top, by_suffix()):
        if isinstance(path, Issue):
            yield path
            continue
        try:
            with path.open("rb") as stream:
                yield from _documents(Source(home=str(path), stream=stream), tools)
        except OSError as error:
            yield issue(str(path), f"cannot be read: {error.strerror}", "check who may read it")


def _page(url: str, tools: _Tools) -> Iterator[Document | Issue]:
    try:
        source = fetched(tools.client, url, tools.options.limits)
    except Unusable as bad:
        yield issue(url, bad.what, bad.hint)
        return
    yield from _documents(source, tools)


def _documents(source: Source, tools: _Tools) -> Iterator[Document | Issue]:
    for item in _items(source, tools):
        if isinstance(item, Issue):
            yield item
        elif isinstance(item, Follow):
            yield from _followed(item, source.home, tools)
        else:
            yield _finished(item, source, tools.options)


def _items(source: Source, tools: _Tools) -> Iterator[Item]:
    name = format_name(source)
    form = FORMATS.make(name)
    size = source.stream.seek(0, io.SEEK_END)
    source.stream.seek(0)
    if size > form.guard_above:
        return iter(tools.guard.drafts(name, source))
    return attempt(name, form, source, tools.options.limits)


def _finished(draft: Draft, source: Source, options: CollectOptions) -> Document | Issue:
    if draft.uri is None and is_web(source.home):
        draft = replace(draft, uri=source.home)
    try:
        return finished(draft, source.home, options)
    except Unusable as bad:
        what, hint = bad.what, bad.hint
    except InvalidNoun as bad:
        what, hint = str(bad), "check the fields of the report"
    return issue(source.home if draft.place is None else f"{source.home}#{draft.place}", what, hint)


def _followed(entry: Follow, home: str, tools: _Tools) -> Iterator[Document | Issue]:
    """Return the page that an entry of a feed points to; the entry itself if the page is not to be had."""
    feed = Source(home=home, stream=io.BytesIO())
    if not tools.options.network:
        yield _finished(entry.draft, feed, tools.options)
        return
    found = list(_page_of(entry, tools))
    if not any(isinstance(item, Document) for item in found):
        found.append(_finished(entry.draft, feed, tools.options))
    yield from found


def _page_of(entry: Follow, tools: _Tools) -> Iterator[Document | Issue]:
    try:
        source = fetched(tools.client, entry.uri, tools.options.limits)
    except Unusable as bad:
        yield issue(entry.uri, bad.what, bad.hint)
        return
    for item in _items(source, tools):
        if isinstance(item, Draft):
            yield _finished(_completed(item, entry.draft), source, tools.options)
        elif isinstance(item, Issue):
            yield item


def _completed(page: Draft, entry: Draft) -> Draft:
    """Return the draft of a page with what the feed states where the page does not."""
    return replace(
        page,
        title=page.title or entry.title,
        publisher=page.publisher or entry.publisher,
        published=page.published or entry.published,
        byline=page.byline or entry.byline,
        language=page.language or entry.language,
    )
