"""Who claims, denies or is accused of an attack."""

import pytest
from tests.make import document

from tocsin.core.values import ActorRef
from tocsin.read import READERS


def responsible(text: str) -> list[tuple[str, str]]:
    claims = READERS.make("rules").read(document(text=text)).claims
    found = [(c.stance, c.value.actor) for c in claims if c.slot == "responsibility" and isinstance(c.value, ActorRef)]
    return sorted(set(found))


ATTACK = "A bomb killed 12 people at a market in Garissa on Sunday. "


@pytest.mark.parametrize(
    ("text", "stance", "actor"),
    [
        ("Al-Shabaab claimed responsibility for the bombing.", "claims", "Al-Shabaab"),
        ("The bombing was claimed by al-Shabaab.", "claims", "al-Shabaab"),
        ("Al-Shabaab said it had carried out the bombing.", "claims", "Al-Shabaab"),
        ("Al-Shabaab said its fighters had planted the bomb.", "claims", "Al-Shabaab"),
        ("Al-Shabaab said it was behind the bombing.", "claims", "Al-Shabaab"),
        ("A statement in the name of Boko Haram claimed the attack.", "claims", "Boko Haram"),
        ("Al-Shabaab denied any involvement in the bombing.", "denies", "Al-Shabaab"),
        ("Al-Shabaab said it had played no part in the bombing.", "denies", "Al-Shabaab"),
        ("Officials blamed al-Shabaab for the bombing.", "accused", "al-Shabaab"),
        ("The police blamed the bombing on al-Shabaab.", "accused", "al-Shabaab"),
        ("Suspicion fell at once on al-Shabaab.", "accused", "al-Shabaab"),
        ("Officials in Nairobi pointed to al-Shabaab.", "accused", "al-Shabaab"),
        ("Al-Shabaab owned up to the bombing on its website.", "claims", "Al-Shabaab"),
        ("Al-Shabaab disowned the bombing.", "denies", "Al-Shabaab"),
        ("Al-Shabaab distanced itself from the bombing.", "denies", "Al-Shabaab"),
    ],
)
def test_a_wording_claims_denies_or_accuses(text: str, stance: str, actor: str) -> None:
    assert (stance, actor.casefold()) in {(s, a.casefold()) for s, a in responsible(ATTACK + text)}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has claimed the attack.",
        "There was no immediate claim of responsibility.",
        "Residents accused the police of having stood by.",
        "A suicide bomber had been suspected at first.",
    ],
)
def test_no_named_actor_and_no_act_make_nobody_responsible(text: str) -> None:
    assert responsible(ATTACK + text) == []
