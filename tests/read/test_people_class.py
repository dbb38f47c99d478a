"""Which class the people belong to whom a number counts."""

from datetime import date

import pytest

from make import document
from tocsin.link import link
from tocsin.read import read

KILLED = [
    ("Rebels killed two police constables in Gao on Sunday.", ["security forces"]),
    ("Rebels killed two police informers in Gao on Sunday.", ["civilians"]),
    ("Soldiers killed four Maoist leaders near Gao on Sunday.", ["armed group"]),
    ("Rebels killed a member of the ruling party in Gao on Sunday.", ["officials"]),
    ("Rebels killed two members of the security forces in Gao on Sunday.", ["security forces"]),
    ("Rebels killed a former rebel in Gao on Sunday.", ["civilians"]),
    ("Rebels shot dead Musa Keita, a village head, in Gao on Sunday.", ["officials"]),
    ("Twelve people were killed in Gao on Sunday.", [None]),
    ("Twelve people, including a soldier, were killed in Gao on Sunday.", [None, "security forces"]),
    ("Soldiers killed three cadres near Gao on Sunday.", ["armed group"]),
    ("Soldiers killed two members of a self-defence group near Gao on Sunday.", ["armed group"]),
    ("Two AMISOM troops were killed in Gao on Sunday.", ["security forces"]),
    ("Rebels killed a member of the ruling ANC in Gao on Sunday.", ["officials"]),
    ("Rebels killed two supporters of the ruling ANC in Gao on Sunday.", ["civilians"]),
    ("Rebels killed a former top-ranked rebel in Gao on Sunday.", ["civilians"]),
    ("Rebels killed a pastor, calling him a police spy, in Gao on Sunday.", ["civilians"]),
    ("Two soldiers and a teacher were killed in Gao on Sunday.", ["security forces", "civilians"]),
]


@pytest.mark.parametrize(("text", "expected"), KILLED, ids=[text for text, _ in KILLED])
def test_words_around_a_number_tell_who_is_counted(text: str, expected: list[str | None]) -> None:
    record = link(read([document(text=text, published="2014-05-20")], reader="rules"), as_of=date(2100, 1, 1))
    claims = sorted((c.spans[0].start, c.value.class_) for c in record.claims if c.slot == "killed")
    assert list(dict.fromkeys(class_ for _, class_ in claims)) == expected
