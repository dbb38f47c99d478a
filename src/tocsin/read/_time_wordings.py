"""Wordings of times as regular expressions, each with the name of the rule that gives it a value."""

APPROX = r"(?:(?P<about>about|some|nearly|almost|around|just|only|roughly|more\ than|over|at\ least|barely)\ )?"
PIECES = {
    "D": r"(?P<{0}d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.:]\d)",
    "Y": r"(?P<{0}y>(?:1[5-9]|20)\d\d)(?!\d|[-–]\d|,\d{{3}})",
    "M": r"(?P<{0}m>{months})",
    "W": r"(?P<{0}w>{weekdays})",
    "N": APPROX + r"(?P<n>\d{{1,3}}|{numbers})",
    "V": r"(?P<v>a\ few|several|many|some|few)",
    "U": r"(?P<u>{units})",
    "FEAST": r"(?P<feast>{feasts})",
    "LAND": r"(?:(?P<land>{lands})(?:['’]s?)?\ )?(?P<national>{national_days})",
    "OM": r"(?P<om>{other_months})",
    "OY": r"(?P<oy>1[234]\d\d)(?!\d|,\d{{3}})",
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
PREPOSITION = r"(?:in|back\ to|during|throughout|of|since|until|till|by|before|after|from|for|no\ later\ than)\ "
WHICH_DAY = r"(?:(?P<which>last|next|this|this\ past|this\ coming|the\ previous|the\ following)\ )?"
NAMED = (
    r"(?P<name>the\ day\ before\ yesterday|the\ day\ after\ tomorrow|yesterday|today|tomorrow|tonight|overnight|"
    r"last\ night|this\ morning|this\ afternoon|this\ evening)\b"
)
SEASON_PART = r"(?:(?:early|late|mid)[\ -])?"
NOT_SHIFTED = r"(?!'|\ (?:ago|earlier|later|before|after|of))"
OF_YEAR = r"(?:of\ )?(?P<of>last|this|next|that|the\ same|the\ following|the\ next|the\ previous)\ year\b"
NIGHT_TO = (
    r"(?:(?:in|during|on|over|late\ in|late\ on|late)\ )?(?:the\ )?(?:(?:{weekdays}\ )?night|overnight)\ "
    r"(?:(?:(?:from|of|between)\ )?{weekdays}\ (?:to|into|and)|to|into|leading\ to|leading\ into|before)\ (?:early\ )?"
)
DAY_TH = r"the\ (?P<dth>(?:[12]?\d|3[01])(?:st|nd|rd|th))\b"
DAY_IN_LETTERS = r"the\ (?P<dth>(?:[12]?\d|3[01])(?:st|nd|rd|th)|{ordinals})\b"  # "the seventh" alone may be anything
# What can follow a day of the month told by its number alone, and not "nine people" or "16th floor".
NO_NOUN = r"(?=\s*(?:[.,;:!?)\]\"”–—-]|$|(?:and|but|when|in|at|on|by|to|that|with|as|after|before|from)\b))"
ORDINAL = r"(?P<nth>first|second|third|fourth|fifth|last|final|\d\d?(?:st|nd|rd|th))"
OF_FEAST = (
    r"(?:(?:on|at|over|since|by|until|during|for|before|after)\ )?"
    r"(?:(?P<eve>(?:the\ )?eve\ of\ |the\ day\ before\ )|(?P<morrow>the\ day\ after\ )|"
    r"(?:the\ )?" + ORDINAL + r"\ (?:{W}|day)\ of\ )?"
    r"(?:(?P<which>last\ year's|next\ year's|this\ year's|last|next|this)\ )?(?:the\ )?"
)
OF_ITS_YEAR = r"\b(?:,?\ (?:of\ |in\ )?{Y}|,?\ " + OF_YEAR + ")?"
WEEK_OF = r"(?:in\ |during\ )?the\ week\ (?:of|beginning|starting)\ (?:the\ )?"
DECADES = r"(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
FREQUENCY = r"(?P<often>(?-i:daily|nightly|hourly|weekly|monthly|yearly|annual|annually))\b"
NTH = r"(?P<nth>first|opening|second|third|fourth|last|final|closing)"
# An event or a clause follows: the length before it says how far apart two events are, and is no time of its own.
ENDS = r"(?=\s*(?:[.,;:!?)\]\"”]|$|(?:and|but|when|in|at|on|by|to|that|with)\b))"
SEASON_LEAD = r"(?:in|during|over|since|by|until|(?:all\ )?through|throughout)"
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
    ("date", ON + r"(?:{W}" + DAYTIME + r",?\ )?the\ (?P<dth>first|second|third|{ordinals})\ of\ {M}\b(?:,?\ {Y})?"),
    ("day_alone", r"(?:on|by|since|until|till|before|after)\ (?:" + OF_NIGHT + r")?" + DAY_TH),
    ("day_alone", OF_NIGHT + DAY_IN_LETTERS),
    ("day_alone", ON + r"{W}" + DAYTIME + r",?\ " + DAY_TH),
    ("day_alone", ON + r"{W}" + DAYTIME + r",?\ {D}" + NO_NOUN),
    ("month_range", r"(?:from|between)\ {M1}(?:\ {Y1})?" + AND + r"{M2}(?:\ {Y2})?"),
    ("month_range", r"(?:in|during)\ {M1}(?:\ {Y1})?\ and\ {M2}\b(?:\ {Y2})?"),
    ("month", r"(?:" + PREPOSITION + r")?(?:" + PART + r"(?:\ |-))?{M},?\ (?:of\ )?{Y}"),
    ("week_of_month", r"(?:" + PREPOSITION + r")?the\ " + NTH + r"\ (?:week|days)\ of\ {M}\b(?:,?\ {Y})?"),
    ("month", PREPOSITION + r"(?:" + PART + r"(?:\ |-))?{M}\b(?!,?\ [0-3]?\d\b)"),
    ("month", r"(?m:^){M}(?=\.|:|\ [-–—])"),
    ("month", PART + r"(?:\ |-)(?:(?P<which>last|this|next)\ )?{M}\b"),
    ("month", r"(?P<which>last|this|next|this\ past|the\ previous|the\ following)\ {M}\b"),
    ("month", r"(?:" + PREPOSITION + r")?(?:" + PART + r"(?:\ |-))?{M},?\ " + OF_YEAR),
    ("date", ON + r"{D}\ (?:of\ )?{M},?\ " + OF_YEAR),
    ("date", ON + r"{M}\ {D},?\ " + OF_YEAR),
    ("feast", OF_FEAST + r"{FEAST}(?:\ {OY})?" + OF_ITS_YEAR),
    ("national_day", OF_FEAST + r"{LAND}" + OF_ITS_YEAR),
    ("other_date", r"(?:on\ )?{D}\ (?:of\ )?{OM}\b(?:,?\ {OY})?"),
    ("other_date", r"(?:on\ )?{OM}\ {D}\b(?:,?\ {OY})?"),
    ("other_month", r"(?:in\ |during\ )?{OM},?\ {OY}"),
    ("islamic_year", r"(?:in\ )?(?:the\ year\ )?{OY}\ (?:AH\b|A\.H\.)"),
    ("nth_weekday", r"(?:on\ )?the\ " + ORDINAL + r"\ {W}\ (?:of|in)\ {M}\b(?:,?\ {Y})?"),
    ("nth_of_each", r"(?:on\ )?the\ " + ORDINAL + r"\ {W}\ (?:of|in)\ (?:the|a|each|every)\ (?:month|year)\b"),
    ("nth_day", r"(?:on\ )?the\ (?P<nth>first|opening|last|final|closing)\ day\ of\ {M}\b(?:,?\ {Y})?"),
    ("nth_day", r"(?:on\ )?the\ (?P<nth>first|opening|last|final|closing)\ day\ of\ {Y}"),
    ("week_of_date", WEEK_OF + r"{M}\ {D}\b(?:,?\ {Y})?"),
    ("week_of_date", WEEK_OF + r"{D}\ (?:of\ )?{M}\b(?:,?\ {Y})?"),
    ("week_day", r"(?:on\ )?{W},?\ (?:of\ )?(?P<which>last|next|this|the\ previous|the\ following)\ week\b"),
    ("quarter", r"(?:in\ |during\ )?the\ (?P<nth>first|second|third|fourth|last|final)\ quarter\ of\ {Y}"),
    ("month_half", r"(?:in\ |during\ )?the\ (?P<nth>first|second|last)\ half\ of\ {M}\b(?:,?\ {Y})?"),
    ("year_range", r"(?:from|between)\ (?P<y1>(?:1[5-9]|20)\d\d)" + AND + r"(?P<y2>(?:1[5-9]|20)\d\d)"),
    ("year_range", r"(?P<y1>(?:19|20)\d\d)[-–](?P<y2>(?:(?:19|20)\d\d)|\d\d)(?!\d|[-–])"),
    ("year", PREPOSITION + r"(?:" + PART + r"(?:\ |-))?(?:the\ year\ )?{Y}"),
    ("year", PART + r"(?:\ |-){Y}"),
    ("year", r"(?:in\ )?(?P<about>about|around|roughly|circa|c\.)\ (?:the\ year\ )?{Y}" + ENDS),
    ("short_year", PREPOSITION + r"['’‘](?P<yy>\d\d)(?![\d'’]|s\b)"),
    ("year_of", r"(?:the|a|an|its|their|his|her)\ {Y}(?=\ [A-Za-z])"),
    ("year_of", r"(?<=['’]s\ ){Y}(?=\ [A-Za-z])"),
    ("decade", r"(?:in\ |during\ )?(?:the\ )?(?:" + PART + r"(?:\ |-))?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b"),
    ("decade", r"(?:in\ |during\ )?the\ (?:" + PART + r"(?:\ |-))?['’‘](?P<yy>[2-9]0)s\b"),
    ("decade", r"(?:in\ |during\ )?the\ (?:" + PART + r"(?:\ |-))?(?P<hundreds>(?:eighteen|nineteen)[-\ ])?" + DECADES),
    ("century", r"(?:in\ |during\ )?(?:the\ )?(?P<century>\d\d(?:st|nd|rd|th)|{centuries})[\ -]century\b"),
    ("season", r"(?:" + SEASON_LEAD + r"\ )?(?:the\ )?" + SEASON_PART + r"{SEASON}\ (?:of\ )?{Y}"),
    ("season", r"(?:in|since|during|over|by|until|this\ past)\ the\ " + SEASON_PART + r"{SEASON}\b"),
    ("season", r"(?:(?:all\ )?through|throughout)\ the\ {SEASON}" + ENDS),
    ("season", SEASON_PART + r"{SEASON}\ (?:of\ )?(?P<of>last|this|next)\ year\b"),
    ("season", r"(?P<which>last|this|next)\ {SEASON}\b"),
    ("weekday", r"(?<!\ba\ )(?<!\bevery\ )(?<!\beach\ )" + ON + WHICH_DAY + r"{W}\b" + DAYTIME),
    ("that_weekday", r"on\ the\ (?:(?P<way>previous|preceding|following|next|same)\ )?{W}\b" + DAYTIME),
    ("that_weekday", r"(?:on\ )?the\ {W}\ (?P<way>before|after)\b" + ENDS),
    ("that_weekday", r"(?:on\ )?(?P<way>(?:that|the)\ (?:very\ )?same|that)\ {W}\b" + DAYTIME),
    ("eve_of", r"(?:on\ )?the\ eve\ of\ (?=(?:the|a|an|its|his|her|their)\ )"),
    ("named_day", NAMED + DAYTIME),
    ("calendar_unit", UNIT_PART + r"(?P<which>last|this|next)\ (?P<u>week|weekend|month|year|decade)\b"),
    ("calendar_unit", r"(?P<which>the\ current)\ (?P<u>week|month|year|decade)\b"),
    ("calendar_unit", r"(?P<part>early|late)\ (?P<which>in\ the)\ (?P<u>week|month|year)\b"),
    ("calendar_unit", r"(?P<part>" + EDGE + r"|later\ in|earlier\ in)\ (?P<which>the)\ (?P<u>week|month|year)\b"),
    ("weekend", r"(?:at|over|during)\ the\ weekend\b"),
    ("ago", r"(?:{N}|{V})\ {U}\ ago\b"),
    ("ago", r"{N}\ {U}\ ago\ (?P<today>today)\b"),
    ("ago", r"{N}\ {U}\ ago\ this\ (?P<within>week|month)\b"),
    ("ago", r"(?P<less>less\ than|under|not\ quite)\ {N}\ {U}\ ago\b"),
    ("vague", r"(?:recently|lately|(?:not\ )?(?:so\ )?long\ ago|some\ time\ ago)\b"),
    ("ago", r"(?P<v>)(?P<u>days|weeks|months|years|decades|hours)\ ago\b"),
    ("ago", r"{N}\ {U}\ (?:(?:have|has|had)\ )?(?:passed|elapsed|gone\ by)\ since\b"),
    ("shifted", r"(?:{N}|{V})\ {U}\ (?P<way>earlier|later|afterwards|after\ that|previously|on(?=[.,;]))\b"),
    ("shifted", r"(?:{N}|{V})\ {U}\ (?P<way>before)\b" + ENDS),
    ("shifted", r"(?P<v>)(?P<u>hours|days|weeks|months|years)\ (?P<way>earlier|later|afterwards)\b"),
    ("neighbour", r"the\ (?P<way>previous|preceding|following|next|same)\ " + SPAN),
    ("neighbour", r"(?<=\()(?P<way>same)\ (?P<u>day|night|morning|evening)\b"),
    ("neighbour", r"(?P<way>that|that\ same|the\ very\ same)\ " + SPAN),
    ("neighbour", r"the\ (?P<u>day|night|evening|morning|afternoon|week|month|year)\ (?P<way>before|after)\b" + ENDS),
    ("rest_of", r"(?P<part>later|earlier|late|early)\ (?:in\ )?(?P<way>that|the\ same)\ (?P<u>week|month|year)\b"),
    ("neighbour", r"(?:later|earlier|late|early)\ (?P<way>in\ the|(?:the|that)\ same|that)\ (?P<u>day|night)\b"),
    ("recent", r"(?:in|over|during|within)\ (?:the\ )?(?P<way>recent|past|last|coming)\ " + PLURAL),
    ("recent", r"(?P<way>recent)\ " + PLURAL),
    ("window", r"(?:(?:in|over|during|within|for)\ )?(?:the\ |his\ |its\ |their\ )?"
               r"(?P<way>past|last|previous|next|coming)\ (?:{N}|{V})\ {U}\b"),
    ("window", r"(?:in|over|during|within|for)\ the\ (?P<way>past|coming)\ "
               r"(?P<u>week|month|year|decade|fortnight|day)\b"),
    ("inside", r"(?P<way>in|within)\ (?:(?:less|fewer|more)\ than\ )?"
               r"(?:{N}|{V}|as\ many\ as\ (?P<n2>\d+))\ {U}\b" + NOT_SHIFTED),
    ("length", r"(?:(?:for|lasting|lasted|during)\ )?(?:(?:more|less)\ than\ |at\ least\ |up\ to\ )?(?:{N}|{V})\ {U}\b"
               r"(?:\ and\ (?P<half>a\ half)\b)?(?!\ (?:old|of\ age)\b|-)"),
    ("length", r"{N}\ and\ (?P<half>a\ half)\ {U}\b"),
    ("length", r"\b(?P<n>\d{{1,3}}|{numbers})-(?P<u>minute|hour|day|week|month|year|decade)(?:-long)?\b(?!-?old)"),
    ("length", r"\b(?P<u>hour|day|week|month|year|decade)[-\ ]long\b"),
    ("length", r"\b(?P<u>decade)-old\b"),
    ("length", r"(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d\d?(?:st|nd|rd|th))\ "
               r"(?:straight|consecutive|successive)\ (?P<u>night|day|week|month|year)\b"),
    ("length", r"for\ (?P<v>)(?P<u>minutes|hours|days|weeks|months|years|decades)\b"),
    ("apart", r"(?:{N}|{V})\ {U}\ before\b"),
    ("apart", r"the\ (?P<u>day|night|week|month|year)\ (?:before|after)\b"),
    ("returning", r"(?:every|each)\ (?:(?P<n>other|\d{{1,2}}|{numbers})\ )?{U}\b"),
    ("returning", r"(?:once|twice|(?:{numbers})\ times)\ (?:a|an|every|per)\ {U}\b"),
    ("returning", r"(?:every|each)\ {W}\b"),
    ("returning", r"(?:on\ )?{W}s\b"),
    ("returning", r"(?:every|each)\ (?:{D}\ (?:of\ )?)?{M}\b"),
    ("returning", r"(?:every|each)\ {M}\ {D}\b"),
    ("returning", FREQUENCY),
)  # fmt: skip
