"""How much each feature weighs: the likeliest of the candidates for when or where an event took place, or none."""

from collections.abc import Callable, Iterable
from functools import cache
from math import log
from typing import Any, Generic, NamedTuple

from tocsin.core.vocabulary import toml_table
from tocsin.read._mentions import PlaceMention, TimeMention
from tocsin.read._scene import Case, Event, M
from tocsin.read._setting_features import Feature
from tocsin.read._setting_place import NO_PLACE, PLACE
from tocsin.read._setting_time import NO_TIME, TIME


class Model(NamedTuple, Generic[M]):
    """The features of candidates, and those that speak for it that none is told; `slot` names their weights."""

    slot: str
    told: dict[str, Feature[Case[M]]]
    none: dict[str, Feature[Event]]


WHEN: Model[TimeMention] = Model("time", TIME, NO_TIME)
WHERE: Model[PlaceMention] = Model("place", PLACE, NO_PLACE)


@cache
def weights(slot: str) -> dict[str, Any]:
    """Return the weights for `slot` of data/settings.toml."""
    table: dict[str, Any] = toml_table("settings.toml")[slot]
    return table


def score(case: Case[M], model: Model[M]) -> float:
    """Return how much speaks for a candidate: the log of how likely it is, but for a constant."""
    return sum(weight * ask(case) for weight, ask in _asked(model.slot))


@cache
def _asked(slot: str) -> tuple[tuple[float, Callable[[Case[Any]], float]], ...]:
    """Return each weight of the candidates for `slot`, with the question that it weighs."""
    told: dict[str, Feature[Case[Any]]] = next(model.told for model in (WHEN, WHERE) if model.slot == slot)
    return tuple((weight, told[name].ask) for name, weight in weights(slot)["told"].items())


def score_of_none(event: Event, model: Model[M]) -> float:
    """Return how much speaks for it that the report does not tell."""
    none: dict[str, float] = weights(model.slot)["none"]
    start: float = weights(model.slot)["none_told"]
    return start + sum(weight * model.none[name].ask(event) for name, weight in none.items())


def likeliest(event: Event, cases: Iterable[Case[M]], model: Model[M]) -> M | None:
    """Return the likeliest candidate; None where it is `none_at` times as likely that the report does not tell."""
    scored = [(score(case, model), case.mention) for case in cases]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None or best[0] + log(weights(model.slot)["none_at"]) < score_of_none(event, model):
        return None
    return best[1]
