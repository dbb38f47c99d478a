"""How far the report vouches for an act."""

import pytest

from make import document
from tocsin.read._parse import parse
from tocsin.read._stance import stance_of

CASES = [
    ("Gunmen attacked a market in Gao on Sunday.", "attacked", "asserted"),
    ("Gunmen did not attack the market.", "attack", "denied"),
    ("No soldiers were killed in the raid.", "killed", "denied"),
    ("Police foiled a plot to bomb the embassy.", "bomb", "planned"),
    ("The rebels failed to take the town.", "take", "denied"),
    ("The group threatened to attack hotels.", "attack", "planned"),
    ("The army will deploy two battalions next week.", "deploy", "planned"),
    ("The men came to free the hostages.", "free", "planned"),
    ("The minister warned against attacks on foreigners.", "attacks", "planned"),
    ("If gunmen attack the camp, the army will answer.", "attack", "conditional"),
    ("The army may have attacked the village.", "attacked", "hedged"),
    ("The militants are believed to have killed the guide.", "killed", "hedged"),
    ("Gunmen stormed the hotel, killing two guards.", "killing", "asserted"),
    ("Officials said that gunmen had attacked a bus.", "attacked", "asserted"),
    ("The movement vowed that it would fight on.", "fight", "planned"),
    ("They agreed to resume talks on a lasting truce.", "truce", "planned"),
    ("The new battalion has yet to attack a single post.", "attack", "planned"),
    ("The movement declared a halt to attacks on trains.", "attacks", "planned"),
    ("The elders called for a moratorium on raids.", "raids", "planned"),
    ("Nor has the council recognised the junta.", "recognised", "denied"),
    ("Not since twelve guards were killed in May had the mine been idle.", "killed", "asserted"),
    ("Any attack on the bridge would be answered.", "attack", "conditional"),
    ("Any accord reached in their absence is worthless.", "reached", "conditional"),
    ("The minister demanded the release of the crew.", "release", "planned"),
    ("The minister ordered the release of the crew.", "release", "asserted"),
    ("The recruits learned to shoot in the hills.", "shoot", "planned"),
    ("The deputies may vote on Friday.", "vote", "conditional"),
    ("The brigade would keep shelling the port.", "shelling", "planned"),
    ("They gave the firm a week to stop work and leave the site.", "leave", "planned"),
    ("Had the garrison left a day earlier, the war would be over.", "left", "conditional"),
    ('"Free our sons", the banner read.', "Free", "conditional"),
    ("Marines repelled an attack on the jetty.", "attack", "asserted"),
    ("Police stopped the march after a blast at the bridge.", "blast", "asserted"),
    ("The mayor cancelled the fair because gunmen attacked a bus.", "attacked", "asserted"),
    ("Students marched in protest against the arrest of a poet.", "arrest", "asserted"),
    ("The army may now close any road.", "close", "conditional"),
    ("Not one of the sailors was arrested.", "arrested", "denied"),
]


@pytest.mark.parametrize(("text", "word", "stance"), CASES)
def test_a_word_of_an_act_takes_its_stance_from_what_governs_it(text: str, word: str, stance: str) -> None:
    token = next(t for t in parse(document(text=text)).doc if t.text == word)
    assert stance_of(token) == stance
