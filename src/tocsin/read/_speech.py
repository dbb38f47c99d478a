"""The vocabulary of saying in data/speech.toml, indexed by lemma."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tocsin.core.vocabulary import toml_table

SpeechStance = Literal["plain", "hedge", "deny", "promise", "demand", "accuse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechVerb:
    """A verb of saying with the frames it takes. `particles` are words of which one must follow
    ("point out")."""

    stance: SpeechStance
    frames: frozenset[str]
    particles: tuple[str, ...] = ()


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """Return the verbs of saying by lemma."""
    table = toml_table("speech.toml")
    particles: dict[str, list[str]] = table["phrasal"]
    return {
        word: SpeechVerb(
            stance=entry["stance"], frames=frozenset(entry["frames"]), particles=tuple(particles.get(word, ()))
        )
        for entry in table["verb"]
        for word in entry["words"]
    }


@cache
def verb_phrases(section: str) -> dict[str, list[tuple[str, ...]]]:
    """Return by lemma what follows a verb in the phrases of `section` ("hearing": "have" by "it from")."""
    phrases = (phrase.split() for phrase in toml_table("speech.toml")[section])
    found: dict[str, list[tuple[str, ...]]] = {}
    for lemma, *rest in phrases:
        found.setdefault(lemma, []).append(tuple(rest))
    return found


@cache
def speech_nouns(section: str) -> frozenset[str]:
    """Return the words listed under `section` of the nouns of saying ("documents", "claims", "carriers", ...)."""
    return frozenset(toml_table("speech.toml")["nouns"][section])


@cache
def not_speakers(section: str = "words") -> frozenset[str]:
    """Return the words listed under `section` of what is no speaker."""
    return frozenset(toml_table("speech.toml")["not_speakers"][section])
