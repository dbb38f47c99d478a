"""Relations read off the clause: who is subject, object and adjunct, wherever they stand."""

import pytest
from tests.read.test_relations import relations


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "The Taliban have been fighting Islamic State in Nangarhar for years.",
            ("opposes", "Taliban", "Islamic State"),
        ),
        (
            "The raid was launched before dawn on Tuesday from Peshawar by a column of the army.",
            ("launched_from", "The raid", "Peshawar"),
        ),
        (
            "The FARC, at odds with the ELN, has pushed the paramilitaries out of Tumaco.",
            ("ousted_by", "the paramilitaries", "FARC"),
        ),
        (
            "The president, with whom Hezbollah has been at war, stayed in Beirut.",
            ("opposes", "Hezbollah", "The president"),
        ),
        ("Al-Shabaab left Kismayo, which has been its stronghold.", ("controls", "Al-Shabaab", "Kismayo")),
        (
            "The port of Barawe has been besieged by al-Shabaab, which has been fought by Kenya.",
            ("opposes", "Kenya", "al-Shabaab"),
        ),
        ("The army had fled from Renamo.", ("ousted_by", "The army", "Renamo")),
        ("They fled Barawe, which Kenya holds to be under rebel control.", ("controls", "rebel", "Barawe")),
        ("Barawe remains under government control.", ("controls", "government", "Barawe")),
        ("On Friday the rebels seized Bangui.", ("controls", "the rebels", "Bangui")),
        ("Boko Haram and Hamas, allies since May, agreed.", ("allied_with", "Boko Haram", "Hamas")),
        ("Hezbollah, the ruler of Baalbek, said so.", ("controls", "Hezbollah", "Baalbek")),
        ("Iran, which gives Hezbollah shelter and support, said so.", ("allied_with", "Iran", "Hezbollah")),
        ("Boko Haram met. Allied with Hamas, it has been fighting Israel.", ("opposes", "Boko Haram", "Israel")),
        ("Katiba Nur, a branch of Hamas, has been fighting Israel.", ("opposes", "Katiba Nur", "Israel")),
        ("Al-Shabaab took Barawe, a port, and still holds it.", ("controls", "Al-Shabaab", "Barawe")),
    ],
)
def test_a_clause_tells_a_relation_wherever_its_parts_stand(text: str, triple: tuple[str, str, str]) -> None:
    assert triple in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Residents held off al-Shabaab in Barawe.",
        "The rebels had captured Bambari.",
        "The rebels captured Bambari in 2013.",
        "The minister accused Qatar of supporting the Taliban.",
        "Kenya denied accusing Qatar of supporting the Taliban.",
    ],
)
def test_what_was_fended_off_or_may_be_over_or_is_a_charge_is_no_relation(text: str) -> None:
    assert relations(text) == []


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "On Sunday troops seized Bambari. It had been held by Seleka.",
            ("ousted_by", "Seleka", "troops"),
        ),
        ("Hamas, whose leader Khaled Meshaal swore loyalty to Fatah, agreed.", ("affiliated_with", "Hamas", "Fatah")),
        (
            "Al-Shabaab and Boko Haram are growing. Both groups have been fighting the army.",
            ("opposes", "Boko Haram", "the army"),
        ),
    ],
)
def test_what_stands_for_others_gives_way_to_them(text: str, triple: tuple[str, str, str]) -> None:
    assert triple in relations(text)


def test_each_of_a_number_of_groups_listed_behind_a_colon_is_related() -> None:
    found = relations("Three groups have been fighting the army: Boko Haram, Ansaru and al-Shabaab.")
    assert {("opposes", "Boko Haram", "the army"), ("opposes", "Ansaru", "the army")} <= {*found}


def test_a_part_of_a_country_is_no_affiliate_of_it() -> None:
    assert relations("Three networks are part of Mali, he said.") == []


def test_who_brings_colleagues_together_mediates_nothing() -> None:
    assert "mediates" not in {r for r, *_ in relations("Kenya brought together ministers from six countries.")}


def test_each_of_those_that_form_a_group_belongs_to_it() -> None:
    found = relations("Jundallah was formed in May by Ansaru, Boko Haram and al-Shabaab.")
    assert ("affiliated_with", "Boko Haram", "Jundallah") in found
