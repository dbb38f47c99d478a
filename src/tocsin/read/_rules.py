"""The rules reader: deterministic, every claim with the words it was read from."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan

from tocsin.core.claim import Claim, Reading, Stance
from tocsin.core.code import code_digest
from tocsin.core.document import Document
from tocsin.core.values import ActorRef, Place, Role, Said
from tocsin.read._actors import find_actors
from tocsin.read._acts import find_acts
from tocsin.read._attribution import find_statements
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._comparisons import comparison_claims
from tocsin.read._completion import complete_groups
from tocsin.read._event_claims import event_claims, setting_claims
from tocsin.read._events import EventMention, group_mentions
from tocsin.read._gazetteer import gazetteer
from tocsin.read._mentions import ActorMention, Findings, StatementMention
from tocsin.read._own_places import own_digest
from tocsin.read._parse import Page, parse, pipeline
from tocsin.read._places import find_places
from tocsin.read._quantities import find_numbers
from tocsin.read._relations import find_relations, relation_claims
from tocsin.read._responsibility import responsibility_claims
from tocsin.read._settings import settings
from tocsin.read._talks import talks_claims
from tocsin.read._tallies import with_tolls
from tocsin.read._times import find_times

VERSION = "1"
CODE_DIGITS = 8


class RulesReader:
    """Reads by vocabularies and grammar.

    Its version tells by which code and vocabularies, and which places of the user it knows, if there are any: where
    one of them changes, reports are read anew.
    """

    name = "rules"
    languages = frozenset({"en", "eng"})

    def __init__(self) -> None:
        places = own_digest()
        code = f"{VERSION}+{code_digest('tocsin.read')[:CODE_DIGITS]}"
        self.version = f"{code}.places.{places}" if places else code

    def prepare(self) -> None:
        """Load the language model and open the gazetteer, which is built first where it is missing."""
        pipeline()
        gazetteer()

    def read(self, document: Document) -> Reading:
        """Return what `document` says, as claims."""
        page = parse(document)
        found = findings(page)
        make = ClaimMaker(document, f"{self.name}-{self.version}", found.statements)
        told = events_told(page, found)
        groups = [(_event_id(g, page, make), g) for g in told]
        claims = [c for event, group in groups for c in event_claims(group, event, page.doc, make)]
        for (event, group), setting in zip(groups, settings([g for _, g in groups], found, page), strict=True):
            claims += setting_claims(group, setting, event, make)
        claims += responsibility_claims(page, found, groups, make)
        relations = find_relations(page, found, told)
        claims += relation_claims(relations, groups, make)
        claims += _statement_claims(found.statements, make)
        claims += _actor_claims(found.actors, make)
        claims += talks_claims(page, found, relations, make)
        claims += comparison_claims(page, found, groups, make)
        return Reading(document=document, claims=tuple({c.id: c for c in claims}.values()))


def findings(page: Page) -> Findings:
    """Return what all parts of the reader find in `page`."""
    times, actors = find_times(page), find_actors(page)
    return Findings(
        times=times,
        places=find_places(page),
        numbers=find_numbers(page),
        actors=actors,
        statements=find_statements(page, actors, times),
    )


def events_told(page: Page, found: Findings) -> list[list[EventMention]]:
    """Return the mentions of each event told on `page`, with those of its sides and tolls that stand elsewhere."""
    completed = complete_groups(group_mentions(find_acts(page, found)), page.doc, found.actors)
    return with_tolls(completed, page, found)


def _event_id(group: list[EventMention], page: Page, make: ClaimMaker) -> str:
    place = group[0].places[0].place if group[0].places else None
    return make.event_id(page.doc[group[0].gap or group[0].trigger.head], _place_key(place))


def _place_key(place: Place | None) -> str:
    return place.name if place is not None else ""


def _statement_claims(statements: list[StatementMention], make: ClaimMaker) -> Iterator[Claim]:
    for said in statements:
        if not said.chain or said.is_part:
            continue
        event = make.span_event_id(said.spans[0])
        value = Said(
            speaker=said.chain[0][0],
            content=said.content,
            quote=said.quote,
            role=said.role,
            affiliation=said.affiliation,
            when=said.when,
        )
        stance: Stance = "denied" if said.denied else "asserted"
        about = About(event=event, slot="statement")
        yield make.from_spans(about, value, said.spans, sources=make.chain(said), stance=stance)


def _actor_claims(actors: list[ActorMention], make: ClaimMaker) -> Iterator[Claim]:
    """Yield the other names that actors go by, and the roles they are said to hold."""
    for actor in actors:
        if not actor.proper:
            continue
        event = make.event_id(actor.tokens, "actor")
        if actor.tokens.text != actor.name and _is_name(actor):
            about = About(event=event, slot="alias", subject=actor.name)
            alias = ActorRef(actor=actor.tokens.text, kind=actor.kind, country=actor.country)
            yield make.claim(about, alias, [actor.tokens])
        words = _role_words(actor)
        if words is not None or actor.affiliation is not None:
            affiliation = None if actor.affiliation is None else ActorRef(actor=actor.affiliation)
            about = About(event=event, slot="role", subject=actor.name)
            role = Role(role=None if words is None else actor.role, affiliation=affiliation)
            yield make.claim(about, role, [actor.tokens] if words is None else [actor.tokens, words])


def _role_words(actor: ActorMention) -> TokenSpan | None:
    """Return where the sentence of the mention tells the actor's role; it may have been told elsewhere alone."""
    if actor.role is None:
        return None
    sentence = actor.tokens.sent
    told = re.search(r"\s+".join(map(re.escape, actor.role.split())), sentence.text, re.IGNORECASE)
    return sentence.char_span(*told.span()) if told is not None and told.end() > told.start() else None


def _is_name(actor: ActorMention) -> bool:
    return actor.tokens.root.pos_ == "PROPN" and actor.tokens[0].pos_ != "DET"
