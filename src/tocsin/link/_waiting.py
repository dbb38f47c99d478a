"""Events of single reports, kept on disk until their day comes in the sweep.

Those that say exactly the same are joined beforehand: what a copy says with what its original says, dated or not, and
what is told of a day in the same words by many reports.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from tocsin.core.shelf import Scratch
from tocsin.link._cluster import Case
from tocsin.link._compare import decide
from tocsin.link._mentions import Mention, join
from tocsin.link._options import LinkOptions
from tocsin.link._plain import case_from_json, case_json, wording

# An event whose day is not told is looked for among those of so many days before its report (recalled ones: longer).
UNDATED_DAYS = 30
RECALLED_DAYS = 400
# An interval that is open on one side is taken to reach so far for the search (never for the comparison).
OPEN_DAYS = 30
TURN = ("first", "last", "document", "event")


def window(mention: Mention) -> tuple[int, int]:
    """Return the first and last day on which `mention` may meet another."""
    first, last = mention.first, mention.last
    if first is None and last is None:
        return mention.told - (RECALLED_DAYS if mention.background else UNDATED_DAYS), mention.told
    if last is None:
        assert first is not None
        return first, first + OPEN_DAYS
    return last - OPEN_DAYS if first is None else first, last


class Waiting:
    """Events by what they say, with the original of their report (itself for one that is no copy)."""

    def __init__(self, scratch: Scratch) -> None:
        self._cases = scratch.shelf("cases", case_from_json, tell=case_json)
        self._said, self._turns = scratch.order("said", "wording", "root", *TURN), scratch.order("turns", *TURN)

    def add(self, case: Case, *, root: str) -> None:
        """Add the event `case` of a report whose original is `root`."""
        said = wording(case.whole, of="" if _is_dated(case) else root)
        self._said.add(self._cases.put(case), said, root, *_turn(case))

    def in_turn(self, options: LinkOptions) -> Iterator[Case]:
        """Yield the events in the order of their windows; call it once, when all were added."""
        for _, same in groupby(self._said.rows(), key=itemgetter(1)):
            (number, _, _, *turn), *others = rows = list(same)
            if not others:
                self._turns.add(number, *turn)
            else:
                for case in self._joined(rows, options):
                    self._turns.add(self._cases.put(case), *_turn(case))
        return iter(self._cases.arranged(self._turns.numbers()))

    def _joined(self, rows: Iterable[Sequence[Any]], options: LinkOptions) -> list[Case]:
        """Return the events of these rows, which say the same, as few as may be."""
        by_root = groupby(rows, key=itemgetter(2))
        told = [c for _, same in by_root for c in _by_turns([self._cases.number(row[0]) for row in same])]
        if _is_dated(told[0]) and decide(told[0].whole, told[0].whole, "across", options).merge:
            return list(_by_turns(sorted(told, key=_turn)))
        return told


def _is_dated(case: Case) -> bool:
    return case.whole.first is not None or case.whole.last is not None


def _turn(case: Case) -> tuple[int, int, str, str]:
    return (*window(case.whole), *case.whole.events[0])


def _by_turns(same: Sequence[Case]) -> Iterator[Case]:
    """Yield `same` joined, so that two events of one report stay two."""
    turns: list[list[Case]] = []
    seen: dict[str, int] = {}
    for case in same:
        document = case.whole.events[0][0]
        turn = seen.get(document, 0)
        seen[document] = turn + 1
        if turn == len(turns):
            turns.append([])
        turns[turn].append(case)
    for group in turns:
        parts = tuple(p for case in group for p in case.parts)
        told = dict.fromkeys(r for case in group for r in case.reasons)
        reasons = tuple(dict.fromkeys((*told, "told in the same way"))) if len(group) > 1 else tuple(told)
        yield Case(parts, join([case.whole for case in group]), reasons)
