"""What speaks for and against a time being that of an event; each docstring is what a user is told about it."""

from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._discourse import discourse
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

DESCRIPTIVE = frozenset({"relcl", "acl"})
MONTH_DAYS = 40  # most days between the ends of what is told to the month ("in late May or June")


def dated_clause(case: Case[TimeMention]) -> float:
    """It stands in the clause of the event or in one above that, which the event does not come before."""
    return in_clause(case) and not _had_been(case)


def told_for_another(case: Case[TimeMention]) -> float:
    """It is told in the sentence of the event for another act, which the event does not come before."""
    return told_beside(case) and not _had_been(case)


def _had_been(case: Case[TimeMention]) -> bool:
    """Return whether the event is told as what had been before its sentence ("the men they had captured")."""
    clause = case.scene.clauses(case.mention.tokens.root)[0].i
    return all(c[0].i != clause and is_pluperfect(c[0]) for c in case.event.clauses)


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


def ahead(case: Case[TimeMention]) -> float:
    """It lies after the day of publication."""
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
    return all(c[0].dep_ in DESCRIPTIVE or is_pluperfect(c[0]) for c in event.clauses)


TIME: dict[str, Feature[Case[TimeMention]]] = {
    "dated_clause": Feature(dated_clause, "for"),
    "told_for_another": Feature(told_for_another, "either"),
    "sentence_before": Feature(sentence_before, "for"),
    "opening": Feature(opening, "for"),
    "distance": Feature(distance, "against"),
    "alike": Feature(alike, "for"),
    "other_frame": Feature(other_frame, "against"),
    "another_time_beside": Feature(another_time_beside, "against"),
    "ahead": Feature(ahead, "against"),
    "stretch": Feature(stretch, "against"),
}
NO_TIME: dict[str, Feature[Event]] = {
    "recalled": Feature(recalled, "either"),
    "harm": Feature(harm, "against"),
    "by_now": Feature(by_now, "for"),
    "describing": Feature(describing, "for"),
}
