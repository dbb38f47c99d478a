"""Wordings of times as regular expressions, each with the name of the rule that gives it a value."""

import re
from dataclasses import dataclass
from functools import cache

from tocsin.core.vocabulary import toml_table

APPROX = r"(?:(?:about|some|nearly|almost|around|just|only|roughly|more\ than|over|at\ least|barely)\ )?"
PIECES = {
    "D": r"(?P<{0}d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.:]\d)",
    "Y": r"(?P<{0}y>(?:1[5-9]|20)\d\d)(?!\d|[-–]\d|,\d{{3}})",
    "M": r"(?P<{0}m>{months})",
    "W": r"(?P<w>{weekdays})",
    "N": APPROX + r"(?P<n>\d{{1,3}}|{numbers})",
    "V": r"(?P<v>a\ few|several|many|some)",
    "U": r"(?P<u>{units})",
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
PREPOSITION = r"(?:in|during|of|since|until|till|by|before|after|from|for)\ "
WHICH_DAY = r"(?:(?P<which>last|next|this|this\ past|this\ coming|the\ previous|the\ following)\ )?"
NAMED = (
    r"(?P<name>the\ day\ before\ yesterday|the\ day\ after\ tomorrow|yesterday|today|tomorrow|tonight|overnight|"
    r"last\ night|this\ morning|this\ afternoon|this\ evening)\b"
)
NOT_SHIFTED = r"(?!'|\ (?:ago|earlier|later|before|after|of))"
SIDED_GROUP = re.compile(r"\(\?P<([12])([dmy])>")
# D1, M1, Y1 belong to the first date of a range, D2, M2, Y2 to the second. The longest of overlapping matches wins.
RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)"),
    ("numeric", r"(?P<left>\d\d?)[/.](?P<right>\d\d?)[/.](?P<y>(?:19|20)\d\d)(?!\d)"),
    ("day_range", r"(?:(?:from|between)\ )?(?:{W},?\ )?{D1}" + AND + r"{D2}\ (?:of\ )?{M},?(?:\ {Y})?"),
    ("day_range", r"(?:(?:from|between)\ )?{M}\ {D1}" + AND + r"{D2}(?:,?\ {Y})?"),
    ("date_range", r"(?:from|between)\ {D1}\ (?:of\ )?{M1},?(?:\ {Y1})?" + AND + r"{D2}\ (?:of\ )?{M2},?(?:\ {Y2})?"),
    ("date_range", r"(?:from|between)\ {M1}\ {D1}(?:,\ {Y1})?,?" + AND + r"{M2}\ {D2}(?:,\ {Y2})?"),
    ("date", ON + r"(?:{W}" + DAYTIME + r",?\ (?:the\ )?)?{D}\ (?:of\ )?{M}\b(?:,?\ {Y})?"),
    ("date", ON + r"(?:{W}" + DAYTIME + r",?\ )?{M}\ {D}\b(?:,?\ {Y})?"),
    ("month_range", r"(?:from|between)\ {M1}(?:\ {Y1})?" + AND + r"{M2}(?:\ {Y2})?"),
    ("month", r"(?:(?:in|during|of)\ )?(?:" + PART + r"(?:\ |-))?{M},?\ (?:of\ )?{Y}"),
    ("month", PREPOSITION + r"(?:" + PART + r"(?:\ |-))?{M}\b"),
    ("month", PART + r"(?:\ |-)(?:(?P<which>last|this|next)\ )?{M}\b"),
    ("month", r"(?P<which>last|this|next|the\ previous|the\ following)\ {M}\b"),
    ("month", r"(?:in\ )?(?:" + PART + r"(?:\ |-))?{M}\ (?:of\ )?(?P<of>last|this|next)\ year\b"),
    ("date", ON + r"{D}\ (?:of\ )?{M}\ (?:of\ )?(?P<of>last|this|next)\ year\b"),
    ("year_range", r"(?:from|between)\ (?P<y1>(?:1[5-9]|20)\d\d)" + AND + r"(?P<y2>(?:1[5-9]|20)\d\d)"),
    ("year_range", r"(?P<y1>(?:19|20)\d\d)[-–](?P<y2>(?:(?:19|20)\d\d)|\d\d)(?!\d|[-–])"),
    ("year", PREPOSITION + r"(?:" + PART + r"(?:\ |-))?(?:the\ year\ )?{Y}"),
    ("year", PART + r"(?:\ |-){Y}"),
    ("year", r"the\ {Y}(?=\ [a-z])"),
    ("decade", r"(?:in\ |during\ )?(?:the\ )?(?:" + PART + r"(?:\ |-))?(?P<y>(?:1[5-9]|20)\d0)'?s\b"),
    ("season", r"(?:in\ |during\ |over\ )?(?:the\ )?{SEASON}\ (?:of\ )?{Y}"),
    ("season", r"(?:in|since|during|over|by|until|this\ past)\ the\ {SEASON}\b"),
    ("season", r"(?P<which>last|this|next)\ {SEASON}\b"),
    ("weekday", ON + WHICH_DAY + r"{W}\b" + DAYTIME),
    ("named_day", NAMED + DAYTIME),
    ("calendar_unit", UNIT_PART + r"(?P<which>last|this|next)\ (?P<u>week|weekend|month|year|decade)\b"),
    ("calendar_unit", r"(?P<part>" + EDGE + r"|later\ in|earlier\ in)\ (?P<which>the)\ (?P<u>week|month|year)\b"),
    ("weekend", r"(?:at|over|during)\ the\ weekend\b"),
    ("ago", r"(?:{N}|{V})\ {U}\ ago\b"),
    ("ago", r"(?P<v>)(?P<u>days|weeks|months|years|decades|hours)\ ago\b"),
    ("shifted", r"(?:{N}|{V})\ {U}\ (?P<way>earlier|before|later|afterwards|after\ that|previously)\b"),
    ("shifted", r"(?P<v>)(?P<u>hours|days|weeks|months|years)\ (?P<way>earlier|later|afterwards)\b"),
    ("neighbour", r"the\ (?P<way>previous|preceding|following|next|same)\ " + SPAN),
    ("neighbour", r"(?P<way>that|that\ same|the\ very\ same)\ " + SPAN),
    ("neighbour", r"the\ (?P<u>day|night|week|month|year)\ (?P<way>before|after)\b(?!\ yesterday)"),
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
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording: the name of what gives it a value, and its pattern."""

    name: str
    pattern: re.Pattern[str]


@cache
def time_rules() -> tuple[Rule, ...]:
    """Return all wordings, ready to be searched for."""
    return tuple(Rule(name, _compiled(text)) for name, text in RULES)


def _compiled(text: str) -> re.Pattern[str]:
    names = _names()
    pieces = {f"{key}{side}": piece.format(side, **names) for key, piece in PIECES.items() for side in ("", "1", "2")}
    body = SIDED_GROUP.sub(r"(?P<\2\1>", text.format(**pieces, numbers=names["numbers"]))
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
        "seasons": _longest_first(list(table["seasons"])),
    }


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
