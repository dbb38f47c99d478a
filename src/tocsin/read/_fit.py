"""Whether the arguments of a trigger are of the kind that its sense asks for: places, people, armed forces."""

from spacy.tokens import Doc, Token

from tocsin.read._arguments import arguments, left_behind
from tocsin.read._mentions import Findings
from tocsin.read._predicates import Trigger
from tocsin.read._targets import class_of

ARMED = frozenset({"armed group"})
STATE = frozenset({"military", "police", "government"})


class Kinds:
    """The places, people and groups of one page, ready to be asked whether a trigger fits them."""

    def __init__(self, doc: Doc, found: Findings) -> None:
        self._doc = doc
        self._places = {i for p in found.places for i in range(p.tokens.start, p.tokens.end)}
        self._actors = {a.head: a for a in found.actors}
        self._times = {i for t in found.times for i in range(t.tokens.start, t.tokens.end)}
        self._counted = {n.noun if n.noun is not None else n.tokens.root.i for n in found.numbers}

    def fits(self, trigger: Trigger) -> bool:
        """Return whether the arguments of `trigger` are what its sense asks for."""
        sense = trigger.sense
        if trigger.head in self._times:
            return False
        if sense.object is None and sense.subject is None:
            return True
        roles = arguments(trigger, self._doc)
        if sense.object == "away":
            return self._any(tuple(left_behind(self._doc[trigger.head])), "place")
        undergoers = roles.direct or (roles.doers if sense.patient_is_subject else ())
        return self._any(undergoers, sense.object) and self._is_any_subject(roles.doers, undergoers, sense.subject)

    def _is_any_subject(self, doers: tuple[Token, ...], undergoers: tuple[Token, ...], kind: str | None) -> bool:
        """Return whether one of the doers is of `kind`; for "armed" those not told do, for others the undergoers."""
        return (kind == "armed" and not doers) or self._any(doers or undergoers, kind)

    def _any(self, heads: tuple[Token, ...], kind: str | None) -> bool:
        return kind is None or any(self._is(head, kind) for head in heads)

    def _is(self, head: Token, kind: str) -> bool:
        if kind == "place":
            return head.i in self._places or self._is_thing(head)
        actor = self._actors.get(head.i)
        if kind == "fighting":
            return self._is(head, "armed") or self._is(head, "state")
        if kind in {"armed", "state"}:
            found = class_of(head)
            classes, own = (ARMED, "armed group") if kind == "armed" else (STATE, "state")
            of_kind = (actor is not None and actor.kind == own) or (found is not None and found[0] in classes)
            return of_kind or (kind == "armed" and any(c.lower_ == "armed" for c in head.children))
        named = actor is not None and (actor.kind in {"person", "people"} or (actor.proper and actor.kind is None))
        return named or head.i in self._counted or self._is_person(head)

    @staticmethod
    def _is_thing(head: Token) -> bool:
        found = class_of(head)
        return found is not None and not found[1]

    @staticmethod
    def _is_person(head: Token) -> bool:
        found = class_of(head)
        return found is not None and found[1]
