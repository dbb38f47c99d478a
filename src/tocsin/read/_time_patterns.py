"""Wordings of times as regular expressions, each with the name of the rule that gives it a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.core.vocabulary import toml_table

APPROX = r"(?:(?P<about>about|some|nearly|almost|around|just|only|roughly|more\ than|over|at\ least|barely)\ )?"
PIECES = {
    "D": r"(?P<{0}d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.:]\d)",
    "Y": r"(?P<{0}y>(?:1[5-9]|20)\d\d)(?!\d|[-–]\d|,\d{{3}})",
    "M": r"(?P<{0}m>{months})",
    "W": r"(?P<{0}w>{weekdays})",
    "N": APPROX + r"(?P<n>\d{{1,3}}|{numbers})",
    "V": r"(?P<v>a\ few|several|many|some)",
    "U": r"(?P<u>{units})",
    "FEAST": r"(?P<feast>{feasts})",
    "SEASON": r"(?P<season>{seasons})",
}
OF_NIGHT = r"(?:the\ )?(?:night|evening|morning|afternoon|early\ hours|eve)\ of\ "
ON = r"(?:(?:early|late|later|earlier)\ )?(?:on\ )?(?:" + OF_NIGHT + r")?(?:(?:early|late)\ )?"
EDGE = (
    r"the\ start\ of|the\ beginning\ of|the\ end\ of|end\ of|the\ middle\ of|the\ first\ half\ of|the\ second\ half\ of"
)
PART = r"(?P<part>early|earlier\ in|late|later\ in|mid|mid-|" + EDGE + ")"
UNIT_PART = r"(?:(?P<part>early|earlier|late|later|mid-|" + EDGE + r")\ ?)?"
DAYTIME = r"(?:\ (?:morning|afternoon|evening|night|at\ dawn))?"
SPAN = r"(?P<u>day|night|morning|evening|afternoon|week|month|year)\b"
PLURAL = r"(?P<u>hours|days|weeks|months|years|decades)\b"
AND = r"\s*(?:to|and|until|till|through|-|–)\s*"
PREPOSITION = r"(?:in|back\ to|during|of|since|until|till|by|before|after|from|for)\ "
WHICH_DAY = r"(?:(?P<which>last|next|this|this\ past|this\ coming|the\ previous|the\ following)\ )?"
NAMED = (
    r"(?P<name>the\ day\ before\ yesterday|the\ day\ after\ tomorrow|yesterday|today|tomorrow|tonight|overnight|"
    r"last\ night|this\ morning|this\ afternoon|this\ evening)\b"
)
SEASON_PART = r"(?:(?:early|late|mid)[\ -])?"
NOT_SHIFTED = r"(?!'|\ (?:ago|earlier|later|before|after|of))"
SIDED_GROUP = re.compile(r"\(\?P<([12])([dmyw])>")
OF_YEAR = r"(?:of\ )?(?P<of>last|this|next|that|the\ same|the\ following|the\ next|the\ previous)\ year\b"
NIGHT_TO = (
    r"(?:(?:in|during|on|over|late\ in|late\ on|late)\ )?(?:the\ )?(?:(?:{weekdays}\ )?night|overnight)\ "
    r"(?:(?:(?:from|of|between)\ )?{weekdays}\ (?:to|into|and)|to|into|leading\ to|leading\ into|before)\ (?:early\ )?"
)
NTH = r"(?P<nth>first|opening|second|third|fourth|last|final|closing)"
# An event or a clause follows: the length before it says how far apart two events are, and is no time of its own.
ENDS = r"(?=\s*(?:[.,;:!?)\]\"”]|$|(?:and|but|when|in|at|on|by|to|that|with)\b))"
# D1, M1, Y1 belong to the first date of a range, D2, M2, Y2 to the second. The longest of overlapping matches wins.
RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)"),
    ("numeric", r"(?P<left>\d\d?)[/.](?P<right>\d\d?)[/.](?P<y>(?:19|20)\d\d)(?!\d)"),
    ("day_range", r"(?:(?:from|between)\ )?(?:{W},?\ )?{D1}" + AND + r"{D2}\ (?:of\ )?{M},?(?:\ {Y})?"),
    ("day_range", r"(?:(?:from|between)\ )?{M}\ {D1}" + AND + r"{D2}(?:,?\ {Y})?"),
    ("date_range", r"(?:from|between)\ {D1}\ (?:of\ )?{M1},?(?:\ {Y1})?" + AND + r"{D2}\ (?:of\ )?{M2},?(?:\ {Y2})?"),
    ("date_range", r"(?:from|between)\ {M1}\ {D1}(?:,\ {Y1})?,?" + AND + r"{M2}\ {D2}(?:,\ {Y2})?"),
    ("night_to", NIGHT_TO + r"{W}\b"),
    ("night_to", NIGHT_TO + r"(?:{W},?\ )?{D}\ (?:of\ )?{M}\b(?:,?\ {Y})?"),
    ("night_to", NIGHT_TO + r"(?:{W},?\ )?{M}\ {D}\b(?:,?\ {Y})?"),
    ("weekday_range", r"(?:from|between)\ {W1}" + DAYTIME + AND + r"{W2}\b" + DAYTIME),
    ("date", ON + r"(?:{W}" + DAYTIME + r",?\ (?:the\ )?)?{D}\ (?:of\ )?{M}\b(?:,?\ {Y})?"),
    ("date", ON + r"(?:{W}" + DAYTIME + r",?\ )?{M}\ {D}\b(?:,?\ {Y})?"),
    ("month_range", r"(?:from|between)\ {M1}(?:\ {Y1})?" + AND + r"{M2}(?:\ {Y2})?"),
    ("month_range", r"(?:in|during)\ {M1}(?:\ {Y1})?\ and\ {M2}\b(?:\ {Y2})?"),
    ("month", r"(?:" + PREPOSITION + r")?(?:" + PART + r"(?:\ |-))?{M},?\ (?:of\ )?{Y}"),
    ("week_of_month", r"(?:" + PREPOSITION + r")?the\ " + NTH + r"\ (?:week|days)\ of\ {M}\b(?:,?\ {Y})?"),
    ("month", PREPOSITION + r"(?:" + PART + r"(?:\ |-))?{M}\b(?!,?\ [0-3]?\d\b)"),
    ("month", PART + r"(?:\ |-)(?:(?P<which>last|this|next)\ )?{M}\b"),
    ("month", r"(?P<which>last|this|next|the\ previous|the\ following)\ {M}\b"),
    ("month", r"(?:" + PREPOSITION + r")?(?:" + PART + r"(?:\ |-))?{M},?\ " + OF_YEAR),
    ("date", ON + r"{D}\ (?:of\ )?{M},?\ " + OF_YEAR),
    ("date", ON + r"{M}\ {D},?\ " + OF_YEAR),
    ("feast", r"(?:(?:on|at|over|since|by|until)\ )?(?:last\ )?{FEAST}\b(?:,?\ (?:of\ |in\ )?{Y})?"),
    ("year_range", r"(?:from|between)\ (?P<y1>(?:1[5-9]|20)\d\d)" + AND + r"(?P<y2>(?:1[5-9]|20)\d\d)"),
    ("year_range", r"(?P<y1>(?:19|20)\d\d)[-–](?P<y2>(?:(?:19|20)\d\d)|\d\d)(?!\d|[-–])"),
    ("year", PREPOSITION + r"(?:" + PART + r"(?:\ |-))?(?:the\ year\ )?{Y}"),
    ("year", PART + r"(?:\ |-){Y}"),
    ("year_of", r"(?:the|a|an|its|their|his|her)\ {Y}(?=\ [A-Za-z])"),
    ("year_of", r"(?<=['’]s\ ){Y}(?=\ [A-Za-z])"),
    ("decade", r"(?:in\ |during\ )?(?:the\ )?(?:" + PART + r"(?:\ |-))?(?P<y>(?:1[5-9]|20)\d0)'?s\b"),
    ("season", r"(?:(?:in|during|over|since|by|until)\ )?(?:the\ )?" + SEASON_PART + r"{SEASON}\ (?:of\ )?{Y}"),
    ("season", r"(?:in|since|during|over|by|until|this\ past)\ the\ " + SEASON_PART + r"{SEASON}\b"),
    ("season", SEASON_PART + r"{SEASON}\ (?:of\ )?(?P<of>last|this|next)\ year\b"),
    ("season", r"(?P<which>last|this|next)\ {SEASON}\b"),
    ("weekday", r"(?<!\ba\ )(?<!\bevery\ )(?<!\beach\ )" + ON + WHICH_DAY + r"{W}\b" + DAYTIME),
    ("named_day", NAMED + DAYTIME),
    ("calendar_unit", UNIT_PART + r"(?P<which>last|this|next)\ (?P<u>week|weekend|month|year|decade)\b"),
    ("calendar_unit", r"(?P<part>early|late)\ (?P<which>in\ the)\ (?P<u>week|month|year)\b"),
    ("calendar_unit", r"(?P<part>" + EDGE + r"|later\ in|earlier\ in)\ (?P<which>the)\ (?P<u>week|month|year)\b"),
    ("weekend", r"(?:at|over|during)\ the\ weekend\b"),
    ("ago", r"(?:{N}|{V})\ {U}\ ago\b"),
    ("ago", r"(?P<v>)(?P<u>days|weeks|months|years|decades|hours)\ ago\b"),
    ("ago", r"{N}\ {U}\ (?:(?:have|has|had)\ )?(?:passed|elapsed|gone\ by)\ since\b"),
    ("shifted", r"(?:{N}|{V})\ {U}\ (?P<way>earlier|later|afterwards|after\ that|previously|on(?=[.,;]))\b"),
    ("shifted", r"(?:{N}|{V})\ {U}\ (?P<way>before)\b" + ENDS),
    ("shifted", r"(?P<v>)(?P<u>hours|days|weeks|months|years)\ (?P<way>earlier|later|afterwards)\b"),
    ("neighbour", r"the\ (?P<way>previous|preceding|following|next|same)\ " + SPAN),
    ("neighbour", r"(?P<way>that|that\ same|the\ very\ same)\ " + SPAN),
    ("neighbour", r"the\ (?P<u>day|night|evening|morning|afternoon|week|month|year)\ (?P<way>before|after)\b" + ENDS),
    ("neighbour", r"(?:later|earlier|late|early)\ (?P<way>in\ the|(?:the|that)\ same|that)\ (?P<u>day|night)\b"),
    ("recent", r"(?:in|over|during|within)\ (?:the\ )?(?P<way>recent|past|last|coming)\ " + PLURAL),
    ("recent", r"(?P<way>recent)\ " + PLURAL),
    ("window", r"(?:(?:in|over|during|within|for)\ )?(?:the\ |his\ |its\ |their\ )?"
               r"(?P<way>past|last|previous|next|coming)\ (?:{N}|{V})\ {U}\b"),
    ("window", r"(?:in|over|during|for)\ the\ (?P<way>past)\ (?P<u>week|month|year|decade|fortnight|day)\b"),
    ("inside", r"(?P<way>in|within)\ (?:(?:less|fewer|more)\ than\ )?"
               r"(?:{N}|{V}|as\ many\ as\ (?P<n2>\d+))\ {U}\b" + NOT_SHIFTED),
    ("duration", r"(?:for|lasting|lasted|during)\ (?:(?:more|less)\ than\ |at\ least\ |up\ to\ )?(?:{N}|{V})\ {U}\b"),
    ("duration", r"\b(?P<n>\d{{1,3}}|{numbers})-(?P<u>day|week|month|year|hour)(?:-long)?\b(?!-?old)"),
    ("duration", r"for\ (?P<v>)(?P<u>days|weeks|months|years|hours|decades)\b"),
    ("duration", r"(?:{N}|{V})\ {U}\ before\b"),
    ("duration", r"the\ (?P<u>day|night|week|month|year)\ (?:before|after)\b"),
)  # fmt: skip


# What a wording cannot be without, by what stands in its pattern; without any of these it names a unit or part of day.
KEYS = (
    ("{M", "month"), ("{W", "weekday"), ("{SEASON", "season"), ("{FEAST", "feast"), ("(?P<u>", "unit"), ("{U}", "unit"),
    ("{Y", "year"), ("(?P<y", "year"),
)  # fmt: skip
REACH_BACK, REACH_ON = 56, 48  # characters of a wording before and after its key word
PARTS_OF_DAY = r"yesterday|today|tomorrow|tonight|overnight|morning|afternoon|evening"


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording: the name of what gives it a value, its pattern, and the kind of word that it cannot be without."""

    name: str
    pattern: re.Pattern[str]
    key: str


def find_wordings(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the wordings of times in `text` with their rules; only the surroundings of key words are searched."""
    stretches = _stretches(text)
    for rule in time_rules():
        for start, end in stretches.get(rule.key, ()):
            for match in rule.pattern.finditer(text, start, end):
                yield rule.name, match


def _stretches(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return by kind of key word the stretches of `text` around such words, those that overlap made one."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _key_words().finditer(text):
        rows = found.setdefault(match.lastgroup or "", [])
        start, end = max(match.start() - REACH_BACK, 0), match.end() + REACH_ON
        if rows and start <= rows[-1][1]:
            rows[-1] = rows[-1][0], end
        else:
            rows.append((start, end))
    return found


@cache
def _key_words() -> re.Pattern[str]:
    text = (
        r"\b(?:(?P<year>\d{{4}})|(?P<month>{months})|(?P<weekday>{weekdays})|(?i:(?P<feast>{feasts})|"
        r"(?P<season>{seasons})|(?P<unit>{units}|" + PARTS_OF_DAY + r")))"
    )
    return re.compile(text.format(**_names()), re.ASCII)


@cache
def time_rules() -> tuple[Rule, ...]:
    """Return all wordings, ready to be searched for."""
    return tuple(Rule(name, _compiled(text), _key(text)) for name, text in RULES)


def _key(text: str) -> str:
    return next((key for mark, key in KEYS if mark in text), "unit")


def _compiled(text: str) -> re.Pattern[str]:
    names = _names()
    pieces = {f"{key}{side}": piece.format(side, **names) for key, piece in PIECES.items() for side in ("", "1", "2")}
    body = SIDED_GROUP.sub(r"(?P<\2\1>", text.format(**pieces, **names))
    return re.compile(rf"(?<![\w-])(?i:{body})", re.ASCII)


@cache
def _names() -> dict[str, str]:
    table = toml_table("times.toml")
    months = [f"{m.title()}|{m.upper()}" for m in table["months"]]
    days = [f"{d.title()}|{d.upper()}" for d in table["weekdays"]]
    return {
        "months": f"(?-i:{_longest_first('|'.join(months).split('|'))})",
        "weekdays": f"(?-i:{_longest_first('|'.join(days).split('|'))})",
        "numbers": _longest_first([n for n in table["numbers"] if n != "half"]),
        "units": _longest_first(list(table["units"])),
        "feasts": _longest_first(list(table["feasts"])),
        "seasons": _longest_first(list(table["seasons"])),
    }


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
