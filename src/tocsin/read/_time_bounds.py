"""Words around a time that make it a bound ("since", "before"), or part of the name of something else."""

import re
from functools import cache

from spacy.tokens import Span as TokenSpan

from tocsin.core.vocabulary import toml_table
from tocsin.read._calendar import Interval, shift_days
from tocsin.read._time_patterns import Match
from tocsin.read._time_story import Context

BOUND = r"since|until|till|by|before|after|from|no\ later\ than"
PRECEDING = re.compile(rf"(?i)\b({BOUND})\s+(?:the\s+)?$")
LEADING = re.compile(rf"(?i)^({BOUND})\s")
REACH = 20  # characters before a time that are searched for a bound
# "an hour after", "shortly before" tell how far away something is, not that a stretch begins or ends.
APART = re.compile(
    r"(?i)\b(?:minutes?|hours?|days?|nights?|evening|morning|weeks?|months?|years?|shortly|soon|just|right|immediately)\s+$"
)
POSSESSIVE = frozenset({"'s", "\u2019s"})
BESIDE = frozenset({"before", "after"})
NAMED_DAYS = frozenset({"weekday", "feast", "national_day"})
NAMED = NAMED_DAYS | {"date", "month"}
DETERMINERS = frozenset({"the", "a", "an", "this", "that"})


def opening(match: Match, tokens: TokenSpan, *, text: str) -> str:
    """Return the "since", "until" or "before" that a wording begins with or follows; "by Friday's blast" has none."""
    if match.rule == "year_of" or match.rule.endswith("_range") or text[match.end : match.end + 2] in POSSESSIVE:
        return ""
    before = text[max(match.start - REACH, 0) : match.start]
    found = LEADING.match(text[match.start : match.end])
    ahead = before if found else ""
    if found is None:
        found = PRECEDING.search(before)
        ahead = before[: found.start()] if found else ""
    if found is None:
        return ""
    word = " ".join(found[1].lower().split())
    return "" if word in BESIDE and (APART.search(ahead) or _names_a_thing(tokens)) else word


def _names_a_thing(tokens: TokenSpan) -> bool:
    """Return whether a noun follows that the time only describes ("after Friday prayers", "before the 2012 coup")."""
    following = tokens.doc[tokens.end : tokens.end + 1]
    return any(t.tag_[:2] == "NN" for t in following)


def opened(interval: Interval, word: str, context: Context) -> Interval:
    """Return the interval that "since", "until", "before" or "after" a time opens; without a word the time itself."""
    start, end, anchor = interval.start, interval.end, context.anchor
    if word == "since":
        return Interval(start, anchor if anchor is not None and start is not None and anchor >= start else None)
    if word in {"until", "till", "by", "no later than"}:
        return Interval(None, end)
    if word == "before" and start is not None:
        return Interval(None, shift_days(start, -1))
    if word == "after" and end is not None:
        first = shift_days(end, 1)
        return Interval(first, anchor if anchor is not None and anchor >= first and not context.future else None)
    return Interval(start, None) if word == "from" and context.future else interval


def is_name(match: Match, tokens: TokenSpan) -> bool:
    """Return whether a day belongs to the name of something else ("the Sunday Times") or names a thing ("a daily")."""
    following = tokens.doc[tokens.end : tokens.end + 1]
    if match.groups.get("often"):
        return _is_a_thing(tokens)
    if match.rule == "day_alone":
        return _numbers_a_thing(tokens)
    if match.rule not in NAMED or match.groups.get("y") or not following:
        return False
    word = following[0]
    if match.rule != "weekday" and word.lower_ in _name_words():
        return True
    return match.rule in NAMED_DAYS and _is_in_a_name(tokens)


def _is_a_thing(tokens: TokenSpan) -> bool:
    """Return whether words such as "daily" are a noun of their own: behind an article with no noun to follow."""
    before = tokens.doc[max(tokens.start - 1, 0) : tokens.start]
    following = tokens.doc[tokens.end : tokens.end + 1]
    return any(t.lower_ in DETERMINERS for t in before) and not any(t.tag_[:2] in {"NN", "JJ"} for t in following)


def _numbers_a_thing(tokens: TokenSpan) -> bool:
    """Return whether an ordinal says which of some things is meant ("on the 38th parallel"): one, not "tanks"."""
    last = tokens[-1]
    return last.dep_ in {"amod", "nummod", "compound"} and last.head.i >= tokens.end and last.head.tag_ != "NNS"


def _is_in_a_name(tokens: TokenSpan) -> bool:
    """Return whether the next word is a name that the day belongs to; in "said Tuesday President Keita" it is not."""
    word, before = tokens.doc[tokens.end], tokens.doc[max(tokens.start - 1, 0) : tokens.start]
    named = word.tag_ in {"NNP", "NNPS"} and word.text[:1].isupper() and word.i == tokens.end
    bare = len(tokens) == 1 and not any(t.tag_ == "IN" or t.tag_[:2] == "VB" for t in before)
    attached = tokens.root.dep_ == "compound" and tokens.root.head.i >= tokens.end
    return named and bare and (attached or any(t.lower_ in DETERMINERS for t in before))


@cache
def _name_words() -> frozenset[str]:
    return frozenset(toml_table("times.toml")["names"]["after"])
