"""Those killed whom no figure counts: by name, by what they are, and by whose they are."""

from datetime import date

import pytest

from make import document
from tocsin.link import link
from tocsin.read import read

KILLED = [
    ("A trader, Musa Keita, and his wife were killed by rebels in Gao on Sunday.", 2),
    ("Rebels killed a man, identified as Musa Keita, a former mayor and his son, named Ali, in Gao on Sunday.", 2),
    ("Rebels killed Musa Keita along with his daughter in Gao on Sunday.", 2),
    ("Musa Keita and his guard were shot dead in Gao on Sunday.", 2),
    ("Rebels killed a teacher in Gao on Sunday and his wife was hurt.", 1),
    ("Rebels killed a teacher in Gao on Sunday and his house was burnt.", 1),
    ("Six policemen, two rebels and a civilian were killed in Gao on Sunday.", 9),
    ("A teacher, a villager and one policeman were killed in Gao on Sunday.", 3),
    ("Musa Keita, a teacher and member of the council, was killed in Gao on Sunday.", 1),
    ("A woman, Awa Keita, and a seven-year-old boy Musa Diallo were killed in Gao on Sunday.", 2),
    ("A joint team of the police and soldiers killed eight rebels near Gao on Sunday.", 8),
    ("A 'field commander' of the rebels was shot dead by soldiers near Gao on Sunday.", 1),
]


@pytest.mark.parametrize(("text", "expected"), KILLED, ids=[text for text, _ in KILLED])
def test_each_of_those_told_of_is_counted_once(text: str, expected: int) -> None:
    record = link(read([document(text=text, published="2014-05-20")], reader="rules"), as_of=date(2100, 1, 1))
    tolls = [t for i in record.incidents for t in (i.killed, i.attackers_killed) if t is not None]
    assert sum(t.best or 0 for t in tolls) == expected
