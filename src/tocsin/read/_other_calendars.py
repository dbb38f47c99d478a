"""Days of the Gregorian calendar on which days of other calendars, and Easter, fall.

Sources: for Easter J. Meeus, Astronomical Algorithms (2nd ed., 1998), chapter 8; for the Islamic and Hebrew calendars
E. M. Reingold and N. Dershowitz, Calendrical Calculations (4th ed., 2018), chapters 7 and 8; for the leap years of the
Persian calendar the cycle of 33 years, right from 1925 to 2088. The Ethiopian new year is 29 August of the Julian
calendar, 30 August before its leap years.
"""

from datetime import date

# The day before 1 Muharram of year 1, counted as by date.toordinal; civil (16 July 622, Julian).
ISLAMIC_EPOCH = 227_014
HEBREW_EPOCH = -1_373_427
HEBREW_YEARS_AHEAD = 3761  # the Hebrew year that begins in autumn of a Gregorian one
NOWRUZ_1375 = date(1996, 3, 20)
ETHIOPIAN_BEHIND = 7  # years by which the Ethiopian year is behind from September on
LONG_YEARS = frozenset({355, 385})  # days of Hebrew years in which Heshvan has 30 days
MONTHS_OF_31, DAYS_IN_THEM = 6, 186


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches.

    >>> easter(2000), easter(2011)
    (datetime.date(2000, 4, 23), datetime.date(2011, 4, 24))
    """
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    from_march = moon - sunday
    month = 3 + (from_march + 40) // 44
    return date(year, month, from_march + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches, from 1583 on.

    >>> orthodox_easter(2016)
    datetime.date(2016, 5, 1)
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date.fromordinal(date(year, month, day + 1).toordinal() + _julian_behind(year))


def _julian_behind(year: int) -> int:
    """Return the days by which the Julian calendar is behind from March of a year on."""
    return year // 100 - year // 400 - 2


def islamic(year: int, month: int, day: int) -> date:
    """Return the day of the arithmetical Islamic calendar (civil epoch); the day seen may be one off.

    >>> islamic(1421, 1, 1)
    datetime.date(2000, 4, 6)
    """
    before = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(ISLAMIC_EPOCH + before + day)


def rosh_hashanah(year: int) -> date:
    """Return the Jewish new year's day in a Gregorian year.

    >>> rosh_hashanah(2000)
    datetime.date(2000, 9, 30)
    """
    ours = year + HEBREW_YEARS_AHEAD
    before, this, after = (_hebrew_days(y) for y in (ours - 1, ours, ours + 1))
    put_off = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(HEBREW_EPOCH + this + put_off)


def _hebrew_days(year: int) -> int:
    """Return the days from the epoch to the new year, by its mean new moon, off the days that it may not fall on."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + ((3 * (days + 1)) % 7 < 3)


def hanukkah(year: int) -> date:
    """Return the first day of Hanukkah in a Gregorian year.

    >>> hanukkah(2019)
    datetime.date(2019, 12, 23)
    """
    start = rosh_hashanah(year).toordinal()
    length = rosh_hashanah(year + 1).toordinal() - start
    return date.fromordinal(start + 83 + (length in LONG_YEARS))


def persian(year: int, month: int, day: int) -> date:
    """Return the day of the Persian (solar Hijri) calendar.

    >>> persian(1357, 11, 22)
    datetime.date(1979, 2, 11)
    """
    leaps = (8 * year + 21) // 33 - (8 * 1375 + 21) // 33
    nowruz = NOWRUZ_1375.toordinal() + 365 * (year - 1375) + leaps
    months = 31 * (month - 1) if month <= MONTHS_OF_31 else DAYS_IN_THEM + 30 * (month - 1 - MONTHS_OF_31)
    return date.fromordinal(nowruz + months + day - 1)


def ethiopian(year: int, month: int, day: int) -> date:
    """Return the day of the Ethiopian calendar.

    >>> ethiopian(2008, 1, 1)
    datetime.date(2015, 9, 12)
    """
    begins = year + ETHIOPIAN_BEHIND
    before_leap_year = (begins + 1) % 4 == 0
    new_year = date(begins, 8, 29).toordinal() + _julian_behind(begins) + before_leap_year
    return date.fromordinal(new_year + 30 * (month - 1) + day - 1)
