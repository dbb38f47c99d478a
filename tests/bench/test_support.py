"""A claim is supported where the words it points at say its value."""

import pytest

import make
from tocsin.bench._support import is_supported
from tocsin.core.claim import Claim, Span

ISLAMIST = make.document(text="The Islamist president was killed.")


def claim(slot: str, value: object, *words: str, subject: str | None = None) -> tuple[Claim, str]:
    """Return a claim whose spans are `words`, and the text they are in."""
    of = make.document(text=" | ".join(words))
    made = make.claim(of=of, slot=slot, value=value, subject=subject)
    starts = [of.text.index(w) for w in words]
    spans = tuple(Span(document=of.id, start=s, end=s + len(w)) for s, w in zip(starts, words, strict=True))
    return Claim(**{name: getattr(made, name) for name in made.__slots__} | {"spans": spans}), of.text


def counted(best: int | None, **rest: object) -> object:
    return make.quantity(best=best, **rest)


SUPPORTED = [
    ("act", make.act(), ["took", "control"]),
    ("killed", counted(12), ["12 people were killed"]),
    ("killed", counted(1800), ["1,800 people died"]),
    ("killed", counted(67), ["Sixty-seven soldiers were killed"]),
    ("killed", counted(205), ["two hundred and five men died"]),
    ("killed", counted(1_200_000), ["one million two hundred thousand people died"]),
    ("killed", make.quantity(best=4, low=3, high=5), ["four, or three and five, died"]),
    ("killed", counted(24), ["two dozen people died"]),
    ("killed", counted(12), ["a dozen people died"]),
    ("killed", counted(1, group="policeman"), ["a policeman died"]),
    ("killed", counted(1, group="Moussa Diallo"), ["Diallo was shot dead"]),
    ("killed", counted(1, group="James"), ["James was shot dead"]),
    ("who", make.actor("Moussa Diallo"), ["Mali's minister"]),
    ("who", make.actor("the raiders"), ["Gunmen"]),
    ("whom", make.actor("Moussa Diallo"), ["editor of Radio Rima"]),
    ("killed", counted(0), ["nobody was hurt"]),
    ("killed", counted(2), ["both men died"]),
    ("killed", counted(5), ["two soldiers and three policemen died"]),
    ("killed", make.quantity(best=12, low=10, high=15), ["12 people, or 10 to 15"]),
    ("killed", make.quantity(best=None, low=None, high=None, qualifier="dozens"), ["dozens were killed"]),
    ("where", make.GAO, ["near Gao"]),
    ("where", make.GAO, ["the town"]),
    ("where", make.GAO, ["there"]),
    ("where", make.NIGER, ["Nigerien"]),
    ("where", make.place(name="Timbuktu"), ["Tombouctou"]),
    ("where", make.place(name="Belgium-Netherlands border", country="BE"), ["the Nigerien frontier"]),
    ("where", make.place(name="Côte d’Ivoire", country="CI"), ["the Ivorian capital"]),
    ("when", make.when(), ["on Sunday"]),
    ("when", make.when(), ["four years ago"]),
    ("when", make.when(), ["7 April 2013"]),
    ("who", make.actor("Moussa Diallo"), ["Mr Diallo"]),
    ("who", make.actor("Movement for the Freedom of the North"), ["the MFN"]),
    ("who", make.actor("Movement for the Freedom of the North"), ["MFN"]),
    ("who", make.actor("Northern Brigade"), ["they"]),
    ("who", make.actor("Northern Brigade"), ["the group"]),
    ("who", make.actor("the army", country="ML"), ["Malian forces"]),
    ("target", make.target("a market"), ["a market"]),
    ("weapon", make.text("assault rifles"), ["assault rifles"]),
    ("statement", make.said(), ["the men had fled", "said", "a provincial official"]),
    ("statement", make.said(), ["the men", "he said", "had fled", "He"]),
    ("statement", make.said(content="the men had fled as he slept"), ["the men had fled as he slept", "said", "He"]),
    ("who", make.actor("Moussa Diallo"), ["Gov. Ali Keita's budget director"]),
    ("position", make.position(), ["wants", "a truce first", "The government"]),
    ("deadline", make.deadline(date=make.when()), ["a draft accord", "by Sunday"]),
    ("comparison", make.comparison(), ["the second raid there in ten days"]),
    ("role", make.role(affiliation="the army"), ["the army's spokesman"]),
]

BORDER = make.place(name="Belgium-Netherlands border", country="BE")
UNSUPPORTED = [
    ("where", BORDER, ["Dutch"]),
    ("act", make.act(), ["of the"]),
    ("act", make.act(), ["12"]),
    ("killed", counted(12), ["13 people were killed"]),
    ("killed", counted(3), ["twenty-four people died"]),
    ("killed", counted(2), ["two hundred and five men died"]),
    ("killed", counted(12), ["112 people were killed"]),
    ("killed", counted(1, group="people"), ["people died"]),
    ("killed", counted(0), ["soldiers were killed"]),
    ("killed", make.quantity(best=12, low=10, high=15), ["12 people"]),
    ("killed", make.quantity(best=None, low=None, high=None, qualifier="dozens"), ["many were killed"]),
    ("who", make.actor("Moussa Diallo"), ["General Keita"]),
    ("where", make.GAO, ["Kidal"]),
    ("where", make.NIGER, ["Nigerian"]),
    ("where", make.place(name="Mali"), ["Somalia"]),
    ("when", make.when(), ["at the market"]),
    ("who", make.actor("Moussa Diallo"), ["Ibrahim Keita"]),
    ("who", make.actor("Moussa Diallo"), ["OUAGADOUGOU"]),
    ("who", make.actor("the army"), ["The"]),
    ("target", make.target("a market"), ["a bus"]),
    ("weapon", make.text("assault rifles"), ["rifles"]),
    ("statement", make.said(), ["the men had", "said", "a provincial official"]),
    ("statement", make.said(), ["the men had fled", "Keita"]),
    ("position", make.position(), ["wants", "The government"]),
    ("deadline", make.deadline(date=make.when()), ["a draft accord"]),
    ("comparison", make.comparison(), ["the second raid"]),
    ("role", make.role(), ["Diallo"]),
]


@pytest.mark.parametrize(("slot", "value", "words"), SUPPORTED)
def test_words_that_say_the_value_support_it(slot, value, words):
    assert is_supported(*claim(slot, value, *words))


@pytest.mark.parametrize(("slot", "value", "words"), UNSUPPORTED)
def test_words_that_do_not_say_the_value_do_not_support_it(slot, value, words):
    assert not is_supported(*claim(slot, value, *words))


def test_a_relation_needs_words_for_both_sides():
    niger = make.actor("Niger")
    assert is_supported(*claim("allied_with", niger, "allied", "Mali", "Niger", subject="Mali"))
    assert not is_supported(*claim("allied_with", niger, "Allied", "Niger", subject="Mali"))


def test_a_state_is_named_by_its_adjective():
    held = make.place(name="Tamar", country=None)
    assert is_supported(*claim("controls", held, "under", "Libyan rule", "Tamar", subject="Libya"))
    assert not is_supported(*claim("controls", held, "under", "Malian rule", "Tamar", subject="Libya"))


def test_a_span_that_leaves_the_text_supports_nothing():
    made = make.claim(of=make.document(), value=make.act(), span=(0, 6))
    assert not is_supported(made, "Gun")


def test_blanks_support_nothing():
    made = make.claim(of=make.document(), value=make.act(), span=(0, 2))
    assert not is_supported(made, "   ")


def test_an_acronym_stands_for_the_long_form_that_the_report_puts_before_it():
    of = make.document(text="The Mouvement pour le Nord (MPLN) fled. MPLN men, XYZ men and others died.")
    named = make.actor("Mouvement pour le Nord")
    assert is_supported(make.claim(of=of, slot="who", value=named, span="MPLN men"), of.text)
    assert not is_supported(make.claim(of=of, slot="who", value=named, span="XYZ men"), of.text)
