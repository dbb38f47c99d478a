"""The measure of five-role templates agrees with the published scorer.

The expected figures were worked out with the scorer that Du, Rush and Cardie published with
https://doi.org/10.18653/v1/2021.naacl-main.70 (https://github.com/xinyadu/gtt, eval.py), and by hand.
"""

import pytest

from tocsin.bench._muc4_score import Tally, Template, micro, plain, role_fillers, score_report

FRONT = ("popular front", "pf")


def made(type_: str, **roles: list[tuple[str, ...]]) -> Template:
    return Template(type=type_, roles={role: tuple(entities) for role, entities in roles.items()})


def total(said: list[Template], there: list[Template]) -> Tally:
    return micro(score_report(said, there))


def test_template_equal_to_the_key_is_wholly_right() -> None:
    one = made("bombing", PerpOrg=[("popular front",)], Weapon=[("bomb",)])
    assert total([one], [one]) == Tally(right=3, said=3, found=3, there=3)


def test_any_mention_of_an_entity_counts() -> None:
    said, there = made("attack", PerpOrg=[("pf",)]), made("attack", PerpOrg=[FRONT])
    assert total([said], [there]).f1 == 1.0


def test_articles_case_and_punctuation_are_no_difference() -> None:
    said, there = made("attack", Target=[("The U.S. Embassy",)]), made("attack", Target=[("us embassy",)])
    assert total([said], [there]).f1 == 1.0


def test_template_of_another_type_earns_nothing() -> None:
    said, there = made("attack", Weapon=[("bomb",)]), made("bombing", Weapon=[("bomb",)])
    assert total([said], [there]) == Tally(right=0, said=2, found=0, there=2)


def test_type_that_is_one_of_two_in_the_key_fits() -> None:
    assert total([made("attack")], [made("attack / bombing")]) == Tally(right=1, said=1, found=1, there=1)


def test_mapping_is_the_one_with_the_best_score() -> None:
    first = made("attack", Victim=[("maria diaz",)])
    second = made("attack", Victim=[("juan soto",)], Weapon=[("rifle",)])
    assert total([first, second], [second, first]).f1 == 1.0


def test_two_predictions_of_one_template_share_it_not() -> None:
    one = made("arson", Target=[("bus",)])
    assert total([one, one], [one]) == Tally(right=2, said=4, found=2, there=2)


def test_two_names_of_one_entity_are_both_right_and_find_one() -> None:
    said, there = made("attack", PerpOrg=[("pf",), ("popular front",)]), made("attack", PerpOrg=[FRONT])
    assert total([said], [there]) == Tally(right=3, said=3, found=2, there=2)


def test_report_without_incidents_counts_what_is_said_as_wrong() -> None:
    assert total([made("attack", Victim=[("maria diaz",)])], []) == Tally(right=0, said=2, found=0, there=0)


def test_key_template_that_stands_twice_counts_once() -> None:
    one = made("robbery", Target=[("bank",)])
    assert total([one], [one, one]).there == 2


def test_published_scorer_gives_the_same_figures_for_a_mixed_report() -> None:
    said = [
        made("attack", PerpInd=[("rebels",)], Victim=[("maria diaz",), ("juan soto",)]),
        made("bombing", Target=[("bridge",)], Weapon=[("bomb",)]),
        made("kidnapping", Victim=[("ana ruiz",)]),
    ]
    there = [
        made("bombing", PerpOrg=[FRONT], Target=[("bridge", "the old bridge"), ("bus",)], Weapon=[("car bomb",)]),
        made("attack", PerpInd=[("rebels", "armed rebels")], PerpOrg=[FRONT], Victim=[("maria diaz",)]),
    ]
    tally = total(said, there)
    assert (tally.right, tally.said, tally.found, tally.there) == (5, 9, 5, 9)
    assert tally.f1 == pytest.approx(5 / 9)


def test_more_templates_than_can_be_tried_in_turn_are_mapped_too() -> None:
    many = [made("attack", Victim=[(f"victim {n}",)]) for n in range(12)]
    assert total(many, many[::-1]).f1 == 1.0


def test_role_fillers_are_matched_one_to_one_over_the_report() -> None:
    said = [made("attack", PerpOrg=[("pf",)]), made("bombing", PerpOrg=[("popular front",)])]
    counts = role_fillers(said, [made("attack", PerpOrg=[FRONT])])["PerpOrg"]
    assert (counts.right, counts.said, counts.there) == (1, 2, 1)


def test_plain_form_keeps_articles_inside_words() -> None:
    assert plain("The Anathema of a theatre") == "anathema of theatre"
