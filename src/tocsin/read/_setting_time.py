"""What speaks for and against a time being that of an event; each docstring is what a user is told about it."""

from functools import cache

from spacy.tokens import Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._discourse import discourse
from tocsin.read._grammar import clause_of
from tocsin.read._mentions import TimeMention
from tocsin.read._recalled import is_pluperfect
from tocsin.read._scene import Case, Event
from tocsin.read._setting_features import (
    Feature,
    alike,
    distance,
    harm,
    in_clause,
    opening,
    recalled,
    told_beside,
)
from tocsin.read._shifts import is_of_another
from tocsin.read._time_clauses import SUBJECTS, is_cut_off

DESCRIPTIVE = frozenset({"relcl", "acl"})
UNRELATED = 99  # more than clauses ever stand above each other
# What is announced to have been done ("announced on Monday that he had imposed a curfew") is done by that
ANNOUNCING = frozenset({"announce", "declare", "proclaim", "decree"})
AT_ONCE = frozenset({"as", "while"})
MONTH_DAYS = 40  # most days between the ends of what is told to the month ("in late May or June")


def may_date(case: Case[TimeMention]) -> bool:
    """Return whether a time can be that of an event by grammar, however little else speaks for it.

    What is told as done was not done after the report; a day told beside another act is not that of an event which had
    been before that act, nor one that had been before the event, nor told after a semicolon behind the event.
    """
    if _lies_ahead(case):
        return False
    if not case.is_beside:
        return True
    if _is_of_later_words(case):
        return False
    return not (is_of_another(case.mention) or _is_before_or_after(case) or _is_told_later(case))


def _is_of_later_words(case: Case[TimeMention]) -> bool:
    """Return whether a time is when something was said of the event again, after the sentence that told of it first."""
    first = min(case.event.sentences)
    verb = case.scene.clauses(case.mention.tokens.root)[0]
    return case.candidate.sentence != first and verb.lemma_.lower() in _telling_verbs()


def _is_before_or_after(case: Case[TimeMention]) -> bool:
    """Return whether one of a time and the event is told as what had been before the other's clause."""
    clause = case.scene.clauses(case.mention.tokens.root)[0]
    if _had_been(case):
        return clause.lemma_.lower() not in _telling_verbs()
    inside = any(c.i == clause.i for clauses in case.event.clauses for c in clauses)
    return is_pluperfect(clause) and clause.dep_ in DESCRIPTIVE and not inside


def nearest_first(cases: list[Case[TimeMention]]) -> list[Case[TimeMention]]:
    """Return `cases` without the times of clauses farther above an event than another time of that sentence."""
    levels = [(c, _level(c) if c.is_beside else 0) for c in cases]
    nearest: dict[int, int] = {}
    for case, level in levels:
        told = case.candidate.sentence
        nearest[told] = min(level, nearest.get(told, UNRELATED))
    return [c for c, level in levels if level == nearest[c.candidate.sentence]]


def by_when(event: Event, cases: list[Case[TimeMention]]) -> TimeMention | None:
    """Return the time in the clause of an act by which it had been done: "By Sunday troops had been flown in".

    By when so many had died does not tell when they were killed.
    """
    clauses = {c[0].i for c in event.clauses}
    if "ASSAULT" in event.types or len(clauses) > 1:
        return None
    by = (c.mention for c in cases if c.is_beside and c.mention.when.start is None and _is_led_by(c.mention, "by"))
    return next((t for t in by if clause_of(t.tokens.root).i in clauses), None)


def _is_led_by(time: TimeMention, word: str) -> bool:
    start = time.tokens.start
    return word in {t.lower_ for t in time.tokens.doc[max(start - 1, 0) : start + 1]}


def of_shared_subject(event: Event, cases: list[Case[TimeMention]]) -> TimeMention | None:
    """Return the time of the verb that an event told in one sentence shares its subject or its time with.

    "They came in May and took the town"; "a doctor said on Sunday, as the president flew in".
    """
    verb = event.heads[0]
    while verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
    if _is_meanwhile(verb):
        verb = verb.head
    elif verb.lemma_.lower() in _telling_verbs():
        return None
    if len(event.sentences) > 1 or verb.i == event.heads[0].i:
        return None
    beside = (c.mention for c in cases if c.is_beside and not stretch(c))
    return next((t for t in beside if clause_of(t.tokens.root).i == verb.i), None)


def _is_meanwhile(verb: Token) -> bool:
    """Return whether a clause tells what went on at the time of the one above: "as the president flew in"."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in AT_ONCE for c in verb.children)


def _level(case: Case[TimeMention]) -> int:
    """Return how many clauses above that of an event the clause of a time stands; stretches and sayings come last."""
    clause = case.scene.clauses(case.mention.tokens.root)[0]
    if stretch(case) or clause.lemma_.lower() in _telling_verbs():
        return UNRELATED
    levels = (n for clauses in case.event.clauses for n, c in enumerate(clauses) if c.i == clause.i)
    return min(levels, default=UNRELATED)


def _is_told_later(case: Case[TimeMention]) -> bool:
    """Return whether a semicolon parts the event from a time told behind it."""
    root = case.mention.tokens.root
    here = [head for head in case.event.heads if head.sent.start == root.sent.start]
    return all(head.i < root.i and is_cut_off(case.mention.tokens, head) for head in here)


def dated_clause(case: Case[TimeMention]) -> float:
    """It stands in the clause of the event or in one above that, which the event does not come before."""
    return in_clause(case) and not _had_been(case)


def told_for_another(case: Case[TimeMention]) -> float:
    """It is told in the sentence of the event for another act, which the event does not come before."""
    return told_beside(case) and not _had_been(case)


def _had_been(case: Case[TimeMention]) -> bool:
    """Return whether the event is told as what had been before its sentence ("the men they had captured")."""
    clause = case.scene.clauses(case.mention.tokens.root)[0]
    if clause.lemma_.lower() in ANNOUNCING:
        return False
    return all(c[0].i != clause.i and is_pluperfect(c[0]) for c in case.event.clauses)


def sentence_before(case: Case[TimeMention]) -> float:
    """It is told in the sentence before, in the same paragraph, and not as when something was said."""
    verb = case.scene.clauses(case.mention.tokens.root)[0]
    return case.is_just_before and verb.lemma_.lower() not in _telling_verbs()


@cache
def _telling_verbs() -> frozenset[str]:
    saying = {word for entry in toml_table("speech.toml")["verb"] for word in entry["words"]}
    return discourse()["telling_verbs"] | saying


def other_frame(case: Case[TimeMention]) -> float:
    """It is told for a recalled act and the event is current, or the other way round."""
    holders = case.candidate.told_for
    return bool(holders) and all(a.background for a in holders) != case.event.background


def another_time_beside(case: Case[TimeMention]) -> float:
    """The sentence of the event tells a time, and it is not this one."""
    return not case.is_beside and not case.event.sentences.isdisjoint(case.scene.timed_sentences)


def _lies_ahead(case: Case[TimeMention]) -> bool:
    """Return whether a time begins after the day of publication."""
    published, start = case.scene.page.document.published, case.mention.when.start
    end = published.end if published is not None else None
    return end is not None and start is not None and start > end


def stretch(case: Case[TimeMention]) -> float:
    """It has one end only, or is longer than a month: it says for how long something went on ("since May")."""
    start, end = case.mention.when.start, case.mention.when.end
    return start is None or end is None or (end - start).days > MONTH_DAYS


def by_now(event: Event) -> float:
    """It is told as what is so by now ("has been placed under a curfew", "troops hold the airport")."""
    perfect = (any(c.dep_ == "aux" and c.lower_ in {"has", "have", "'ve"} for c in h.children) for h in event.heads)
    return all(p or h.tag_ in {"VBZ", "VBP"} for p, h in zip(perfect, event.heads, strict=True))


def describing(event: Event) -> float:
    """It only describes somebody or something, or had been before what the sentence tells."""
    return all((c[0].dep_ in DESCRIPTIVE and not _is_headline(c[0])) or is_pluperfect(c[0]) for c in event.clauses)


def _is_headline(verb: Token) -> bool:
    """Return whether a participle is the verb of a sentence without another: "Two men, both unarmed, shot"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" and verb.head.pos_ != "VERB"


TIME: dict[str, Feature[Case[TimeMention]]] = {
    "dated_clause": Feature(dated_clause, "for"),
    "told_for_another": Feature(told_for_another, "either"),
    "sentence_before": Feature(sentence_before, "for"),
    "opening": Feature(opening, "for"),
    "distance": Feature(distance, "against"),
    "alike": Feature(alike, "for"),
    "other_frame": Feature(other_frame, "against"),
    "another_time_beside": Feature(another_time_beside, "against"),
    "stretch": Feature(stretch, "against"),
}
NO_TIME: dict[str, Feature[Event]] = {
    "recalled": Feature(recalled, "either"),
    "harm": Feature(harm, "against"),
    "by_now": Feature(by_now, "for"),
    "describing": Feature(describing, "for"),
}
