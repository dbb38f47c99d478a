"""The acts of a page with their arguments and circumstances: one mention for each trigger that counts."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.claim import Stance
from tocsin.read._arguments import Arguments, arguments
from tocsin.read._attach import Attachment
from tocsin.read._chronicle import chronicled
from tocsin.read._columns import columns
from tocsin.read._death_counts import with_counts_known
from tocsin.read._discourse import discourse
from tocsin.read._doers import Doers, doers_told
from tocsin.read._entries import entry_of
from tocsin.read._events import (
    MEANWHILE,
    REMOTE,
    EventMention,
    Given,
    TargetMention,
    givenness,
    is_ongoing,
    is_ranked,
    is_standing,
    sums_up,
    tells_what,
)
from tocsin.read._fit import Kinds
from tocsin.read._grammar import ancestors, antecedents, clause_of, complements, dependents, is_below, opens_on_event
from tocsin.read._mentions import (
    ActorMention,
    Findings,
    PlaceMention,
    TimeMention,
    actors_by_token,
    not_speaking,
    scenes,
)
from tocsin.read._noun_kinds import noun_kind
from tocsin.read._parse import Page
from tocsin.read._parts import parts
from tocsin.read._people import is_person
from tocsin.read._place_references import told_there
from tocsin.read._predicates import Trigger, find_triggers
from tocsin.read._presupposed import is_presupposed
from tocsin.read._recalled import begins_long_ago, is_current, is_pluperfect, is_recalled, sentence_index
from tocsin.read._shifts import Dated, distances, is_open, time_of_when_clause
from tocsin.read._stance import stance_of
from tocsin.read._targets import find_weapons, target_of
from tocsin.read._time_clauses import is_time_of, tells_who
from tocsin.read._tolls import TollMention, find_tolls

T = TypeVar("T")
MOVEMENTS = frozenset({"MOBILIZE", "CONSULT", "AID", "COOPERATE", "RETREAT"})
LEAVING = frozenset({"RETREAT", "COERCE"})  # what is left is where they take place
POLICED = frozenset({"arrest", "confiscate", "disarm"})  # what local police do, or what is done before them
BEFORE = frozenset({"before", "to", "by", "with"})
COURSE = frozenset({"in", "at", "on"})
GATHERING = frozenset({"arrest", "firearms", "crowd-control"})  # what happens among those who march or rally
LOCAL_M = 100_000  # a state or country is too large to tell where its police did something
LASTING = frozenset({"seize", "restrict", "ban", "curfew", "martial-law", "obstruct"})  # what is so since a day
SITES = (("site",), ("it",))  # kinds of objects that are places, or the pronoun for one
WEAK_SUPPORT = 2  # of who, whom, where and when, how many a weak word needs


def find_acts(page: Page, found: Findings) -> list[EventMention]:
    """Return the mentions of acts in `page`, in the order of the text."""
    chronicle = chronicled(page, found.times)
    kinds = Kinds(page.doc, found, chronicle)
    fitting = find_triggers(page.doc, kinds.fits)
    told = [t for t in fitting if not _modifies(page.doc[t.head]) and not _is_means(page.doc[t.head], t)]
    triggers = [_attempted(t, page.doc, kinds) for t in told]
    circumstances = _Circumstances(page, found, triggers, chronicle)
    mentions = [circumstances.mention(n) for n in range(len(triggers))]
    together = _recalled_clauses(mentions, page)
    kept = [m for m in _recalled_paragraphs(together, circumstances, page) if _is_an_act(m, page.doc)]
    return [part for m in with_counts_known(kept, page.doc) for part in parts(m)]


def _modifies(noun: Token) -> bool:
    """Return whether `noun` only says what sort of thing another is ("coup-makers", "attack helicopters")."""
    verbal = noun.lower_.endswith("ing")  # the parser takes "bombing camps" for a compound
    return noun.dep_ == "compound" and noun.tag_ in {"NN", "NNS"} and noun.head.i > noun.i and not verbal


def _is_means(noun: Token, trigger: Trigger) -> bool:
    """Return whether a noun tells by what it was done ("by what they said was a bomb"), not that it was done."""
    return trigger.sense.noun and trigger.sense.weak and tells_what(noun)


def _attempted(trigger: Trigger, doc: Doc, kinds: Kinds) -> Trigger:
    """Return `trigger`, an attack where a place was to be taken, or entered by an armed group."""
    verb, sense = doc[trigger.head], trigger.sense
    if verb.dep_ != "xcomp" or verb.head.lemma_ not in {"attempt", "try"}:
        return trigger
    taken = sense.mode == "seize" and sense.object in SITES
    entered = sense.type == "MOBILIZE" and verb.lemma_ == "enter"
    if not taken and not (entered and kinds.are_armed(arguments(trigger, doc).doers)):
        return trigger
    return replace(trigger, sense=replace(trigger.sense, type="ASSAULT", mode=None))


class _Circumstances:
    """All that belongs to the triggers of one page."""

    def __init__(self, page: Page, found: Findings, triggers: list[Trigger], chronicle: range) -> None:
        self.page, self.found, self.triggers, self.chronicle = page, found, triggers, chronicle
        self.sentence_of = sentence_index(page)
        self.entry_of = entry_of(page, found)
        self.attachment = Attachment(page.doc, triggers, _telling(page, found))
        self.actor_at, self.doers = actors_by_token(found), Doers(page, found)
        self.origins: dict[int, list[PlaceMention]] = defaultdict(list)
        self.act_at = {t.head: n for n, t in enumerate(triggers)}
        self.places = self._attached([*scenes(found), *told_there(found, page)], lambda p: p.tokens.root)
        points = [t for t in found.times if not t.is_duration and t.when.start is not None]
        self.times = self._attached(points, lambda t: t.tokens.root)
        self.weapons = self._attached(find_weapons(page.doc), lambda w: w.tokens.root)
        self.tolls = self._attached(find_tolls(page.doc, not_speaking(found), triggers), lambda t: page.doc[t.cue])
        opened = [t for t in found.times if begins_long_ago(t.when, page) and (is_open(t) or _opens_a_stretch(t))]
        self.since_long = {self.sentence_of[t.tokens.start] for t in opened}
        self._shift_times()

    def _shift_times(self) -> None:
        """Give acts the times told by way of others: "a day after ...", "since May, when ..."."""
        points = list(filter(self._is_point, self.found.times))
        roots = [(t, t.tokens.root) for t in points]
        for n, trigger in enumerate(self.triggers):
            head = self.page.doc[trigger.head]
            near = [(t, root) for t, root in roots if self.sentence_of[root.i] == self.sentence_of[head.i]]
            outside = [t for t, root in near if not is_below(root, head)]
            other = time_of_when_clause(head, outside)
            if other is not None and all(t in outside for t in self.times[n]):
                self.times[n] = [other]
            elif trigger.sense.noun:
                self.times[n] = [t for t in self.times[n] if not is_open(t)]
        self._count_apart(points)

    def _is_point(self, time: TimeMention) -> bool:
        """Return whether words outside the dateline tell when something happened, not how long it took."""
        dated = not time.is_duration and (time.when.start or time.when.end) is not None
        return dated and time.tokens.start >= self.page.dateline_end

    def _count_apart(self, points: list[TimeMention]) -> None:
        """Give acts the times that lie as far from another act as the words tell: "five days before the blast"."""
        doc, published = self.page.doc, self.page.document.published
        heads = [doc[t.head] for t in self.triggers]
        types = [t.sense.type for t in self.triggers]
        anchor = published.end if published else None
        dated = Dated(heads=heads, types=types, times=self.times, points=points, anchor=anchor)
        act_at = {word: n for n, t in enumerate(self.triggers) for word in t.words}
        for apart in distances(doc):
            named = (act_at[t.i] for t in apart.others if t.i in act_at)
            others = list(dict.fromkeys([*named, *(n for n, head in enumerate(heads) if apart.is_as_far(head))]))
            main = self.attachment.act_of(apart.main)
            main = None if main in others or (main is not None and heads[main].i in apart.below) else main
            for n, time in dated.counted(apart, main=main, others=others).items():
                self.times[n] = [time]

    def _attached(self, items: Iterable[T], root: Callable[[T], Token]) -> dict[int, list[T]]:
        table: dict[int, list[T]] = defaultdict(list)
        for item in items:
            token = root(item)
            n = None if token.i < self.page.dateline_end else self.attachment.act_of(token)
            if n is None or _leads_away(token, self.triggers[n]):
                continue
            if isinstance(item, TimeMention) and not is_time_of(item.tokens, self.triggers[n]):
                continue
            if not _is_left(token, self.triggers[n]):
                table[n].append(item)
            elif isinstance(item, PlaceMention):
                self.origins[n].append(item)
        return defaultdict(list, {n: self._own(found, root, self.triggers[n]) for n, found in table.items()})

    def _own(self, items: list[T], root: Callable[[T], Token], trigger: Trigger) -> list[T]:
        """Return what is itself done something to, else what stands below an act without another verb between.

        Where nothing does, all of `items` belong to it.
        """
        taken = [i for i in items if _is_object(root(i), trigger)]
        return taken or [i for i in items if _is_directly_below(root(i), trigger)] or items

    def mention(self, n: int) -> EventMention:
        """Return trigger number `n` with all that belongs to it."""
        trigger, doc = self.triggers[n], self.page.doc
        head = doc[trigger.head]
        roles = arguments(trigger, doc)
        sentence = self.sentence_of[head.i]
        ranked = is_ranked(head)
        return EventMention(
            trigger=trigger,
            sentence=sentence,
            paragraph=self.page.paragraph_of[sentence],
            entry=self.entry_of[sentence],
            stance=self._stance(n),
            given=self._given(n),
            plural=head.tag_ in {"NNS", "NNPS"},
            background=not ranked and not self._is_charted(n) and is_recalled(head, self._telling_times(n), self.page),
            doers=self.doers.of(doers_told(trigger, roles, doc)),
            undergoers=self._actors(roles.undergoers),
            targets=self._targets(trigger, roles),
            times=() if ranked or self._is_late_death(n) or _is_told_of(head) else self._own_times(n),
            places=() if ranked else self._own_places(n, roles),
            tolls=tuple(self.tolls[n]),
            weapons=tuple(self.weapons[n]),
            origins=tuple(self.origins[n]),
        )

    def _course(self, n: int, roles: Arguments) -> int | None:
        """Return the act in whose course another was done: "shot dead during a march in Gao", "broke up a rally".

        What went on at the same time may have been elsewhere, unless it is where such acts happen ("during talks").
        """
        head = self.page.doc[self.triggers[n].head]
        steps = [c for c in dependents(head, "prep") if c.lower_ in COURSE | MEANWHILE]
        nouns = (o for c in (head, *steps) for o in c.children if o.dep_ in {"pobj", "dobj", "nsubjpass"})
        course = next((self.act_at[o.i] for o in nouns if o.i in self.act_at and o.pos_ == "NOUN"), None)
        if course is None or self.page.doc[self.triggers[course].head].head.lower_ not in MEANWHILE:
            return course
        return course if self._is_part_of(n, roles, self.triggers[course]) else None

    def _is_part_of(self, n: int, roles: Arguments, gathering: Trigger) -> bool:
        """Return whether people were arrested or shot at a march or in clashes, by no armed group of its own."""
        sense = self.triggers[n].sense
        among = sense.mode in GATHERING or sense.effect is not None
        armed = any(a.kind == "armed group" for a in self.doers.of(roles.doers))
        return among and not armed and gathering.sense.type in {"PROTEST", "ASSAULT"}

    def _own_places(self, n: int, roles: Arguments) -> tuple[PlaceMention, ...]:
        """Return the places of act number `n`, else of the act in whose course it was done; none of one from afar."""
        trigger = self.triggers[n]
        if trigger.sense.mode in REMOTE:
            return ()
        course = self._course(n, roles)
        told = self._not_asked(n) or ([] if course is None else self.places[course])
        return tuple(_innermost(told) or self._seats(trigger, roles))

    def _not_asked(self, n: int) -> list[PlaceMention]:
        """Return the places of act number `n` without a state that something is asked of."""
        trigger, found = self.triggers[n], self.places[n]
        if trigger.sense.type != "REQUEST" or not found:
            return found
        asked = {t.i for t in arguments(trigger, self.page.doc).direct}
        return [p for p in found if p.tokens.root.i not in asked]

    def _own_times(self, n: int) -> tuple[TimeMention, ...]:
        """Return the times of act number `n`, without those of a clause on who somebody is or on what is to come."""
        head, to_come = self.page.doc[self.triggers[n].head], self._to_come(n)
        told = (t for t in self.times[n] if t not in to_come or self._is_own(t, n))
        return tuple(t for t in told if not tells_who(t.tokens.root, head))

    def _to_come(self, n: int) -> list[TimeMention]:
        """Return the times around act number `n` that begin after the report was published."""
        published = self.page.document.published
        day = published.end if published is not None else None
        return [t for t in self.times[n] if day is not None and t.when.start is not None and t.when.start > day]

    def _is_own(self, time: TimeMention, n: int) -> bool:
        """Return whether no other verb stands between a time and act number `n`."""
        return _is_directly_below(time.tokens.root, self.triggers[n])

    def _seats(self, trigger: Trigger, roles: Arguments) -> list[PlaceMention]:
        """Return where the local police are that did it or before whom it was done: "arrested by the Gao police"."""
        if trigger.sense.mode not in POLICED:
            return []
        before = complements(self.page.doc[trigger.head], BEFORE)
        bodies = [b for b in (*roles.doers, *before) if noun_kind("local body").has_noun(b)]
        seats = {c.i for body in bodies for c in body.subtree}
        local = (p for p in self.found.places if (p.place.precision_m or 0) <= LOCAL_M)
        return [p for p in local if p.tokens.root.i in seats] if seats else []

    def _stance(self, n: int) -> Stance:
        """Return how far the report vouches for the act; what is to happen after its publication is planned."""
        refused = any(self.page.doc[i].dep_ == "neg" for i in self.triggers[n].words)
        if refused or any(_is_nobody(t) for t in self.tolls[n]):
            return "asserted"
        to_come = self._to_come(n)
        dated = sum(t.when.start is not None for t in self.times[n])
        if dated == len(to_come) and any(self._is_own(t, n) for t in to_come):
            return "planned"
        told = stance_of(self.page.doc[self.triggers[n].head])
        return "asserted" if told == "planned" and _is_attempted(self.page.doc, self.triggers[n]) else told

    def _telling_times(self, n: int) -> list[TimeMention]:
        """Return the times that tell whether act number `n` is news: its own, else of the event that its clause is on.

        One in a clause that says who somebody is ("a man who had given up in 2006") does not.
        """
        head = self.page.doc[self.triggers[n].head]
        if self.times[n] or not opens_on_event(head):
            return [t for t in self.times[n] if not tells_who(t.tokens.root, head)]
        events = {i for noun in antecedents(head) for i in range(noun.left_edge.i, head.left_edge.i)}
        return [t for t in self.found.times if self._is_point(t) and t.tokens.root.i in events]

    def _is_charted(self, n: int) -> bool:
        """Return whether the day of act number `n` heads an entry of a chronicle, all of whose days are its news."""
        return self.triggers[n].head in self.chronicle and any(t.heads for t in self.times[n])

    def _is_late_death(self, n: int) -> bool:
        """Return whether somebody died later, of what had been done before ("died in hospital on Friday")."""
        if not self.triggers[n].sense.patient_is_subject:
            return False
        head = self.page.doc[self.triggers[n].head]
        return any(t.lemma_.lower() in discourse()["after_effects"] for t in head.subtree)

    def _given(self, n: int) -> Given:
        """Return how the mention stands to those before it; one that sums up a long time tells of a kind of event."""
        head = self.page.doc[self.triggers[n].head]
        lasting = self.triggers[n].sense.mode in LASTING and not sums_up(head)
        since = self.sentence_of[head.i] in self.since_long and not lasting
        vague = [t for t in self.tolls[n] if t.number.quantity.low is None and t.number.quantity.best is None]
        if is_standing(head, since=since, counted=not vague) or self._goes_on(n):
            return "kind"
        return givenness(head)

    def _goes_on(self, n: int) -> bool:
        """Return whether an attack is told in the present tense, with neither time nor toll, after the opening."""
        head = self.page.doc[self.triggers[n].head]
        untold = (
            not self.times[n] and not self.tolls[n] and self.sentence_of[head.i] > 0 and head.i not in self.chronicle
        )
        return untold and self.triggers[n].sense.type == "ASSAULT" and is_ongoing(head)

    def _actors(self, heads: tuple[Token, ...]) -> tuple[ActorMention, ...]:
        found = (self.actor_at.get(t.i) for t in heads)
        return tuple({a.head: a for a in found if a is not None}.values())

    @staticmethod
    def _targets(trigger: Trigger, roles: Arguments) -> tuple[TargetMention, ...]:
        if trigger.sense.parties:
            return ()
        found = (target_of(t) for t in roles.undergoers)
        return tuple(t for t in found if t is not None)


def _opens_a_stretch(time: TimeMention) -> bool:
    """Return whether a time is that of a clause with "since": "have died since the rebels took up arms in 2003"."""
    clause = clause_of(time.tokens.root)
    return any(c.lower_ == "since" for c in dependents(clause, "mark"))


def _is_told_of(head: Token) -> bool:
    """Return whether "on Sunday" behind a noun is when it was told of: "claimed the attack on Sunday"."""
    told = head.dep_ == "dobj" and head.head.lemma_.lower() in discourse()["telling_verbs"]
    return told and head.pos_ == "NOUN" and givenness(head) == "known"


def _innermost(places: list[PlaceMention]) -> list[PlaceMention]:
    """Return `places` without what the words say holds another whose unit is known ("Gao district in the Sahel")."""
    ends = {p.tokens.end for p in places if p.place.admin2 is not None}
    return [p for p in places if not (_follows_in(p.tokens) and {p.tokens.start - 1, p.tokens.start - 2} & ends)]


def _follows_in(name: TokenSpan) -> bool:
    doc, start = name.doc, name.start
    words = [t.lower_ for t in doc[max(start - 2, 0) : start]]
    return words[-1:] in (["in"], ["of"]) or words in (["in", "the"], ["of", "the"])


def _is_attempted(doc: Doc, trigger: Trigger) -> bool:
    """Return whether an attack was made that did not do what it was for: "an attempt to kill the minister"."""
    head = doc[trigger.head]
    bid = head.dep_ == "acl" and head.head.lemma_ in {"attempt", "bid"} and trigger.sense.effect == "killed"
    tried = head.dep_ == "xcomp" and head.head.lemma_ in {"attempt", "try"} and trigger.sense.type == "ASSAULT"
    return (bid or tried) and stance_of(head.head) == "asserted"


def _is_object(token: Token, trigger: Trigger) -> bool:
    """Return whether `token` or what it is coordinated with is the object of an act ("took Gao and Kidal")."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in {"dobj", "nsubjpass"} and token.head.i in trigger.words


def _is_directly_below(token: Token, trigger: Trigger) -> bool:
    """Return whether no verb of its own stands between `token` and the words of an act above it."""
    if token.i in trigger.words:
        return True
    for above in ancestors(token):
        if above.i in trigger.words:
            return True
        if above.pos_ == "VERB":
            return False
    return False


def _is_movement(trigger: Trigger) -> bool:
    return trigger.sense.type in MOVEMENTS and trigger.sense.mode != "resign"


def _leads_away(token: Token, trigger: Trigger) -> bool:
    """Return whether `token` stands after "to" of an act that is no movement ("he resigned and fled to ...")."""
    return token.dep_ == "pobj" and token.head.lower_ == "to" and not _is_movement(trigger)


def _is_left(token: Token, trigger: Trigger) -> bool:
    """Return whether `token` is where somebody came from for the act: "crossed over from X and raided", "from X on"."""
    chain = [token, *ancestors(token, 2)]
    start = next((t for t in chain if t.dep_ == "prep" and t.lower_ == "from"), None)
    if start is None or start.head.i in trigger.words:
        return False
    if start.head.i < trigger.head and start.head.pos_ == "NOUN" and is_person(start.head.text):
        return True  # "a commander from X gave up"
    return trigger.sense.type not in LEAVING or (start.head.pos_ == "VERB" and not trigger.sense.noun)


def _telling(page: Page, found: Findings) -> list[int]:
    """Return the verbs by which something is said, claimed or condemned: their time is not that of the act."""
    lemmas = discourse()["telling_verbs"]
    words = enumerate(zip(columns(page.doc).pos, columns(page.doc).lemma, strict=True))
    told = [i for i, (pos, lemma) in words if pos == "VERB" and lemma in lemmas]
    return [*(s.cue for s in found.statements), *told]


def _is_nobody(toll: TollMention) -> bool:
    """Return whether the number says that nobody came to harm, which denies the harm and not the event."""
    return toll.number.quantity.high == 0


def _is_an_act(mention: EventMention, doc: Doc) -> bool:
    """Return whether a mention says enough to be one; weak words need support."""
    sense = mention.trigger.sense
    if mention.given == "kind":
        return sense.type == "CONSULT" or bool(sense.told_by)
    if sense.type == "MOBILIZE" and sense.weak and not mention.times and _is_beside(doc[mention.trigger.head]):
        return False
    harmed = sense.effect == "injured" and bool(mention.undergoers)
    if not sense.weak or harmed or mention.tolls or mention.given == "known":
        return True
    told = (mention.doers, mention.undergoers or mention.targets, mention.places, mention.times)
    if sum(map(bool, told)) >= WEAK_SUPPORT:
        return True
    roles = arguments(mention.trigger, doc)
    if any(t.pos_ == "PRON" for t in roles.doers):
        return False
    doers = mention.doers or _are_nouns(roles.doers)
    undergoers = mention.undergoers or mention.targets or _are_nouns(roles.undergoers)
    if sense.parties:
        undergoers = _are_nouns(roles.doers[1:])  # whoever it was done with
    return sum(map(bool, (doers, undergoers, mention.places, mention.times))) >= WEAK_SUPPORT


def _is_beside(verb: Token) -> bool:
    """Return whether a move only says who or when: "soldiers who reached the town", "by the time they arrived"."""
    meanwhile = verb.dep_ == "advcl" and any(c.lower_ in {"as", "until"} for c in dependents(verb, "mark"))
    return meanwhile or verb.dep_ in {"relcl", "acl"}


def _are_nouns(heads: tuple[Token, ...]) -> bool:
    """Return whether words themselves tell who or what, though they may stand for nobody that is known."""
    return any(t.pos_ in {"NOUN", "PROPN", "NUM"} for t in heads)


def _recalled_clauses(mentions: list[EventMention], page: Page) -> list[EventMention]:
    """Return the mentions, recalled where they have no time of their own in the clause of one that is by its time."""
    dated = (page.doc[m.trigger.head] for m in mentions if m.background and m.times)
    old = {clause_of(head).i for head in dated if not is_presupposed(head)}
    return [
        replace(m, background=True) if not m.times and _clauses(page.doc[m.trigger.head]) & old else m for m in mentions
    ]


def _clauses(head: Token) -> set[int]:
    """Return the head of the clause of an act, and of the clauses coordinated with it before."""
    clause = clause_of(head)
    found = {clause.i}
    while clause.dep_ == "conj" and clause.head.i not in found:
        clause = clause.head
        found.add(clause.i)
    return found | {c.i for c in clause.children if c.dep_ == "conj"}


def _recalled_paragraphs(mentions: list[EventMention], circumstances: _Circumstances, page: Page) -> list[EventMention]:
    """Return the mentions with `background` carried on through a paragraph until a current time is told."""
    current: dict[int, bool] = defaultdict(bool)
    carried: dict[int, bool] = {}
    for n, mention in enumerate(mentions):
        current[mention.sentence] |= is_current(circumstances.times[n], page)
    done = []
    for mention in mentions:
        before = carried.get(mention.paragraph, False)
        follows = before and not current[mention.sentence]
        background = mention.background or (follows and not mention.times)
        background = background or (follows and is_pluperfect(page.doc[mention.trigger.head]))
        if not is_presupposed(page.doc[mention.trigger.head]):
            carried[mention.paragraph] = background
        done.append(mention if background == mention.background else replace(mention, background=background))
    return done
