"""Figures that count again whom an earlier sentence has counted, and figures that count others."""

from datetime import date

import pytest

from make import document
from tocsin.link import link
from tocsin.read import read

LEAD = "Four rebels were killed in a clash with soldiers near Gao on Sunday. "
KILLED = [
    (LEAD + "The bodies of four rebels were recovered after the clash.", 4),
    (LEAD + "Three rebels were killed on the spot and one died later.", 4),
    (LEAD + "A soldier was also killed.", 5),
    (LEAD + "Two others were found dead on Monday.", 6),
    ("A village head was killed by rebels near Gao on Sunday. His body was found in a field.", 1),
    ("A trader was shot dead in Gao on Sunday. Musa Keita was shot in his shop by two men.", 1),
    ("Musa Keita was shot dead in Gao on Sunday. Another man, Ali Diallo, was also killed.", 2),
    (
        "Eight rebels were killed in two battles near Gao on Sunday. Seven rebels were killed in a camp. "
        "Another rebel was gunned down on the road.",
        8,
    ),
    (
        "Three traders were killed by rebels in Gao on Sunday. Rebels abducted the traders from a camp and later "
        "killed them by slitting their throats.",
        3,
    ),
]


@pytest.mark.parametrize(("text", "expected"), KILLED, ids=[text for text, _ in KILLED])
def test_how_many_were_killed_in_all(text: str, expected: int) -> None:
    record = link(read([document(text=text, published="2014-05-20")], reader="rules"), as_of=date(2100, 1, 1))
    tolls = [t for i in record.incidents for t in (i.killed, i.attackers_killed) if t is not None]
    assert sum(t.best or 0 for t in tolls) == expected
