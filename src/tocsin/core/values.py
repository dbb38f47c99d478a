"""What a claim can say: when, where, how many, who, and the other typed values."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from tocsin.core.checks import require, require_country, require_one_of
from tocsin.core.errors import InvalidNoun

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
WhenBasis = Literal["stated", "relative", "publication"]
PlaceBasis = Literal["quoted", "gazetteer", "relative", "centroid", "user"]
ActorKind = Literal["person", "group", "armed group", "state", "organisation", "media", "people"]
PeopleClass = Literal["civilians", "officials", "security forces", "armed group"]

# Kinds of actors that are several people who act as one.
BODIES: frozenset[ActorKind] = frozenset({"group", "armed group", "organisation"})
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval of days, both ends included, with how it is known.

    `start` and `end` are None where the report does not tell; `reason` then says why. `edtf` is the
    Extended Date/Time Format (ISO 8601-2) text of the interval.
    """

    start: date | None
    end: date | None
    edtf: str
    basis: WhenBasis
    reason: str | None = None

    def __post_init__(self) -> None:
        require_one_of(self.basis, get_args(WhenBasis), "basis of a When")
        if self.start is not None and self.end is not None:
            require(self.start <= self.end, f"a When ends on {self.end}, before its start {self.start}")
        if self.start is None and self.end is None:
            require(self.reason is not None, "a When with neither start nor end needs a reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerUp:
    """Another place of the same name that the reader might have taken; `behind` is how much less spoke for it.

    A difference of 1 makes a place about e times less likely than the one taken (data/place_senses.toml).
    """

    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    behind: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point or an area. `precision_m` is the radius, in metres, within which the place lies.

    `name` is the name in the gazetteer's or the report's spelling; `admin1` and `admin2` are the units of first and
    second order that it lies in, the latter where the report tells it; `lat` and `lon` are in degrees (WGS 84), None
    where no gazetteer holds the name or what the report says it lies in. `runners_up` are the next best places of that
    name, the best first; two places are the same whatever was chosen between.
    """

    name: str
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision_m: int | None = None
    basis: PlaceBasis = "quoted"
    runners_up: tuple[RunnerUp, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        require_country(self.country)
        require_one_of(self.basis, get_args(PlaceBasis), "basis of a Place")
        if self.lat is None or self.lon is None:
            require(self.lat is self.lon, f"{self.name}: lat and lon come together")
            return
        if not -90 <= self.lat <= 90:
            raise InvalidNoun(f"{self.name}: lat {self.lat} is outside [-90, 90]")
        if not -180 <= self.lon <= 180:
            raise InvalidNoun(f"{self.name}: lon {self.lon} is outside [-180, 180]")
        require(self.precision_m is not None and self.precision_m > 0, f"{self.name}: precision_m is missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as reported. `best` is the figure a careful reader would quote; None for "dozens".

    `group` is who is counted, in the report's words ("soldiers"); `attackers` and `victims` are told apart
    by `side`. `qualifier` is the hedge as written ("at least"). `part` is true for a figure that the report counts
    within another ("among them two children"). `superseded` is true for a figure that the report itself calls outdated
    ("the earlier count of 60"), `updated` for one that it calls the latest ("rose to 29"), `further` for one of others
    than those counted before ("two more died"). `class_` is who is counted by class, where the report's words tell.
    """

    low: int | None
    best: int | None
    high: int | None
    qualifier: str | None = None
    group: str | None = None
    side: Literal["victims", "attackers"] | None = None
    part: bool = False
    superseded: bool = False
    updated: bool = False
    further: bool = False
    class_: PeopleClass | None = None

    def __post_init__(self) -> None:
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        require(all(n >= 0 for n in known), f"a quantity is negative: {known}")
        require(known == sorted(known), f"a quantity is not ordered low <= best <= high: {known}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """Who: a person, group or organisation by the name or description the report uses."""

    actor: str
    kind: ActorKind | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        require(bool(self.actor.strip()), "an actor has no name")
        require_country(self.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was done: a PLOVER type with its mode. `background` is true for an event that the report recalls."""

    type: EventType
    mode: str | None = None
    background: bool = False

    def __post_init__(self) -> None:
        require_one_of(self.type, EVENT_TYPES, "type of an act")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was hit: the words, a class of data/targets.toml, and the nationality of the people hit."""

    text: str
    class_: str | None = None
    nationality: str | None = None

    def __post_init__(self) -> None:
        require_country(self.nationality)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a person is said to be: a role ("spokesman") and whom they hold it for ("the interior ministry")."""

    role: str | None
    affiliation: ActorRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said. The claim's sources tell by whom and through whom; `when` is the day on which it was said."""

    speaker: str
    content: str
    quote: str | None = None
    role: str | None = None
    affiliation: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a party to talks demands, accepts or refuses."""

    party: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """What is due in talks, by when, and what became of it."""

    what: str
    date: When | None = None
    outcome: Literal["kept", "missed", "extended"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A report's own arithmetic about two or more events: "60 km and two weeks apart", "the third attack this year".

    `kind` says what is compared: `ordinal` (number is the rank), `distance` (number in km), `interval` (number in
    days) or `superlative` (of the toll). `within` bounds the series in time; `scope` is the place it is about.
    """

    kind: Literal["ordinal", "distance", "interval", "superlative"]
    text: str
    number: float | None = None
    within: When | None = None
    scope: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words of the report taken as they stand (a weapon, a tactic)."""

    text: str


Value = When | Place | Quantity | ActorRef | Act | Target | Role | Said | Position | Deadline | Comparison | Text
