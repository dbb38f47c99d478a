"""Times told by way of another event: "a day after gunmen seized the town", "two weeks before the raid"."""

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

from spacy.tokens import Token

from tocsin.core.values import When
from tocsin.core.vocabulary import toml_table
from tocsin.read._mentions import TimeMention

BEFORE = 5
MONTH = re.compile("|".join(month_name[1:]))


def shifted_time(head: Token, main: list[TimeMention]) -> TimeMention | None:
    """Return the time of the act `head` in a clause after "N days after", counted from `main`, the times outside it."""
    link = next((c for c in head.children if c.dep_ in {"mark", "advmod"} and c.lower_ in {"after", "before"}), None)
    if link is None and head.dep_ == "pobj" and head.head.lower_ in {"after", "before"}:
        link = head.head
    if link is None or not main or main[0].when.start is None or main[0].when.start != main[0].when.end:
        return None
    words = head.doc[max(head.sent.start, link.i - BEFORE) : link.i]
    days = _days(words.text)
    if days is None:
        return None
    shift = timedelta(days=-days if link.lower_ == "after" else days)
    day = main[0].when.start + shift
    when = When(start=day, end=day, edtf=day.isoformat(), basis="relative")
    return TimeMention(tokens=head.doc[words.start : link.i + 1], when=when)


def time_of_when_clause(head: Token, times: list[TimeMention]) -> TimeMention | None:
    """Return the time of the act `head` in "since May 2003, when ...": the unit that was named, not all time since."""
    link = next((c for c in head.children if c.dep_ == "advmod" and c.lower_ == "when"), None)
    if link is None:
        return None
    named = next((t for t in times if 0 <= link.i - t.tokens.end <= 1), None)
    return None if named is None or named.when.start is None else TimeMention(tokens=named.tokens, when=_unit(named))


def is_open(time: TimeMention) -> bool:
    """Return whether the words name a beginning only ("since 2011")."""
    first = time.tokens[0]
    return first.lower_ == "since" or (first.i > 0 and first.nbor(-1).lower_ == "since")


def _unit(time: TimeMention) -> When:
    """Return the day, month or year that `time` names as its beginning."""
    start = time.when.start
    if start is None or not is_open(time):
        return time.when
    words = time.tokens.text
    if re.search(r"\b\d{1,2}\b|day\b", words):
        return When(start=start, end=start, edtf=start.isoformat(), basis=time.when.basis)
    if start.day == 1 and (start.month > 1 or MONTH.search(words)):
        end = date(start.year, start.month, monthrange(start.year, start.month)[1])
        return When(start=start, end=end, edtf=f"{start:%Y-%m}", basis=time.when.basis)
    return When(start=start, end=date(start.year, 12, 31), edtf=f"{start.year}", basis=time.when.basis)


def _days(text: str) -> int | None:
    """Return the days in "a day", "two weeks" at the end of `text`; months and years are too coarse to count."""
    table = toml_table("comparisons.toml")
    units = {unit: n for unit, n in table["days"].items() if n <= table["days"]["week"]}
    match = re.search(rf"(\w+)\s+({'|'.join(units)})s?$", text.lower().strip())
    if match is None:
        return None
    number = int(match.group(1)) if match.group(1).isdigit() else table["numbers"].get(match.group(1))
    return None if number is None else number * units[match.group(2)]
