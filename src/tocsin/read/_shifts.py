"""Times told by way of another event: "a day after gunmen seized the town", "two weeks before the raid"."""

import re
from datetime import timedelta

from spacy.tokens import Token

from tocsin.core.values import When
from tocsin.core.vocabulary import toml_table
from tocsin.read._mentions import TimeMention

BEFORE = 5


def shifted_time(head: Token, main: list[TimeMention]) -> TimeMention | None:
    """Return the time of the act `head` in a clause after "N days after", counted from the first of `main`, the times outside it."""
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


def _days(text: str) -> int | None:
    """Return the days in "a day", "two weeks" at the end of `text`; months and years are too coarse to count."""
    table = toml_table("comparisons.toml")
    units = {unit: n for unit, n in table["days"].items() if n <= table["days"]["week"]}
    match = re.search(rf"(\w+)\s+({'|'.join(units)})s?$", text.lower().strip())
    if match is None:
        return None
    number = int(match.group(1)) if match.group(1).isdigit() else table["numbers"].get(match.group(1))
    return None if number is None else number * units[match.group(2)]
