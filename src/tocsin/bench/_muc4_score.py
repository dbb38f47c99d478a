"""How well predicted templates fit those of an answer key: the measure used for the five-role form of MUC-4.

Definition: Du, Rush and Cardie, "Template Filling with Generative Transformers", NAACL 2021,
https://doi.org/10.18653/v1/2021.naacl-main.70, as their scorer has it (https://github.com/xinyadu/gtt, eval.py).
Role fillers without templates: CEAF-REE of Du, Rush and Cardie, "GRIT", EACL 2021,
https://doi.org/10.18653/v1/2021.eacl-main.52.
"""

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod

import numpy as np
from scipy.optimize import linear_sum_assignment

from tocsin.bench._counts import Counts

TYPE = "incident type"
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
MOST_MAPPINGS = 20_000
ARTICLE = re.compile(r"\b(?:a|an|the)\b")
PUNCTUATION = str.maketrans("", "", string.punctuation)

Entity = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident: its type, and by role the entities in it, each by all the words that name it."""

    type: str
    roles: dict[str, tuple[Entity, ...]] = field(default_factory=dict)

    def entities(self, role: str) -> tuple[Entity, ...]:
        """Return the entities in `role`."""
        return self.roles.get(role, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of one role: how many predicted entities are right, and how many of those there are were found.

    The two can differ, since two predicted entities may name the same one.
    """

    right: int = 0
    said: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            right=self.right + other.right,
            said=self.said + other.said,
            found=self.found + other.found,
            there=self.there + other.there,
        )

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0 where nothing was."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 0 where there is nothing."""
        return self.found / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def plain(mention: str) -> str:
    """Return `mention` as it is compared: lower case, without punctuation, articles and surplus blanks.

    >>> plain("The U.S. Embassy")
    'us embassy'
    """
    return " ".join(ARTICLE.sub(" ", mention.lower().translate(PUNCTUATION)).split())


def score_report(predicted: Sequence[Template], gold: Sequence[Template]) -> dict[str, Tally]:
    """Return the tallies by role, and for the type, under the mapping of templates that gives the best micro F1.

    A predicted template maps to at most one gold template and only to one whose type contains its own ("attack" fits
    "attack / bombing"). An entity is right if all its mentions are among those of one gold entity of the same role in
    the mapped template.
    """
    there = list(_distinct(gold))
    totals = {role: _total(role, predicted, there) for role in (TYPE, *ROLES)}
    pairs = {(i, j): _pair(p, g) for i, p in enumerate(predicted) for j, g in enumerate(there) if same_type(p, g)}
    best = max(_mappings(len(predicted), pairs), key=lambda m: micro(_sum(totals, m, pairs)).f1, default=())
    return _sum(totals, best, pairs)


def micro(tallies: dict[str, Tally]) -> Tally:
    """Return the sum of the tallies of the type and of all roles."""
    return sum(tallies.values(), Tally())


def same_type(predicted: Template, gold: Template) -> bool:
    """Return whether the predicted type is, or is part of, the type of `gold`."""
    return predicted.type in gold.type


def _distinct(templates: Iterable[Template]) -> Iterator[Template]:
    seen: list[Template] = []
    for template in templates:
        if template not in seen:
            seen.append(template)
            yield template


def _total(role: str, predicted: Sequence[Template], gold: Sequence[Template]) -> Tally:
    if role == TYPE:
        return Tally(said=len(predicted), there=len(gold))
    return Tally(said=sum(len(t.entities(role)) for t in predicted), there=sum(len(t.entities(role)) for t in gold))


def _pair(predicted: Template, gold: Template) -> dict[str, Tally]:
    """Return what is right when `predicted` stands for `gold`."""
    tallies = {TYPE: Tally(right=1, found=1)}
    for role in ROLES:
        said, there = ([_plain_entity(e) for e in t.entities(role)] for t in (predicted, gold))
        tallies[role] = Tally(
            right=sum(any(s <= g for g in there) for s in said), found=sum(any(s <= g for s in said) for g in there)
        )
    return tallies


def _plain_entity(entity: Entity) -> frozenset[str]:
    return frozenset(map(plain, entity))


def _mappings(
    n_predicted: int, pairs: dict[tuple[int, int], dict[str, Tally]]
) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield one-to-one mappings as pairs of indices: all of them, or one by assignment where they are too many."""
    options = [[j for i2, j in pairs if i2 == i] for i in range(n_predicted)]
    if prod(len(o) + 1 for o in options) > MOST_MAPPINGS:
        yield _assigned(n_predicted, pairs)
        return
    for choice in product(*([*o, None] for o in options)):
        chosen = [j for j in choice if j is not None]
        if len(set(chosen)) == len(chosen):
            yield tuple((i, j) for i, j in enumerate(choice) if j is not None)


def _assigned(n_predicted: int, pairs: dict[tuple[int, int], dict[str, Tally]]) -> tuple[tuple[int, int], ...]:
    gain = np.zeros((n_predicted, max(j for _, j in pairs) + 1))
    for (i, j), tallies in pairs.items():
        total = micro(tallies)
        gain[i, j] = total.right + total.found
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return tuple((int(i), int(j)) for i, j in zip(rows, columns, strict=True) if (i, j) in pairs)


def _sum(
    totals: dict[str, Tally], mapping: Iterable[tuple[int, int]], pairs: dict[tuple[int, int], dict[str, Tally]]
) -> dict[str, Tally]:
    chosen = [pairs[pair] for pair in mapping]
    return {role: sum((c[role] for c in chosen), total) for role, total in totals.items()}


def role_fillers(predicted: Sequence[Template], gold: Sequence[Template]) -> dict[str, Counts]:
    """Return counts by role over the entities of all templates of a report, each matched once (CEAF-REE)."""
    return {role: _fillers(_pooled(predicted, role), _pooled(gold, role)) for role in ROLES}


def _pooled(templates: Sequence[Template], role: str) -> list[frozenset[str]]:
    return list(dict.fromkeys(_plain_entity(e) for t in templates for e in t.entities(role)))


def _fillers(said: list[frozenset[str]], there: list[frozenset[str]]) -> Counts:
    right = 0
    if said and there:
        fits = np.array([[s <= g for g in there] for s in said], dtype=float)
        rows, columns = linear_sum_assignment(fits, maximize=True)
        right = int(fits[rows, columns].sum())
    return Counts(right=right, said=len(said), there=len(there))
