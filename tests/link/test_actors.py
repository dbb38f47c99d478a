import pytest
from hypothesis import given
from hypothesis import strategies as st

from make import GAO, act, actor, claim, document, event, reading, role, when
from tocsin.link import link
from tocsin.link._actors import same_spelling
from tocsin.link._words import is_described, name_key


def actors_of(*reports):
    """Return the names and aliases of the actors of reports, each a list of actors or (subject, alias) pairs."""
    readings = []
    for i, names in enumerate(reports):
        doc = document(text=f"Report number {i} names some people.", publisher=f"Outlet {i}")
        told = [
            claim(of=doc, slot="alias", subject=n[0], value=actor(n[1], kind="armed group"), span=(j, j + 1))
            if isinstance(n, tuple)
            else claim(of=doc, slot="who", value=n, span=(j, j + 1))
            for j, n in enumerate(names)
        ]
        readings.append(reading(doc, told))
    record = link(readings, as_of=readings[0].document.known_at)
    return sorted((a.name, *a.aliases) for a in record.actors)


GROUP = "armed group"


def test_an_acronym_is_its_long_form():
    names = [("Northern Freedom Brigade", "NFB")], [actor("NFB", kind=GROUP)]
    assert actors_of(*names) == [("Northern Freedom Brigade", "NFB")]


def test_an_acronym_without_an_alias_is_the_only_long_form_that_fits():
    names = [actor("Movement for the Unity of the South", kind=GROUP)], [actor("MUS", kind=GROUP)]
    assert actors_of(*names) == [("Movement for the Unity of the South", "MUS")]


def test_an_acronym_that_two_groups_share_joins_nothing():
    names = [("Popular Front", "PF")], [("Patriotic Force", "PF")], [actor("PF", kind=GROUP)]
    assert [a[0] for a in actors_of(*names)] == ["PF", "Patriotic Force", "Popular Front"]


def test_a_surname_is_the_person_of_the_same_report():
    person = [actor("Moussa Diallo", kind="person"), actor("Diallo", kind="person")]
    assert actors_of(person) == [("Moussa Diallo", "Diallo")]


def test_a_surname_is_nobody_of_another_report():
    other = [actor("Diallo", kind="person")]
    assert len(actors_of([actor("Moussa Diallo", kind="person")], other)) == 2


def test_two_persons_of_one_surname_leave_it_alone():
    names = [actor(n, kind="person") for n in ("Moussa Diallo", "Awa Diallo", "Diallo")]
    assert len(actors_of(names)) == 3


def test_one_name_in_two_countries_is_two_groups():
    names = [actor("Ansar al-Sharia", kind=GROUP, country=c) for c in ("LY", "TN")]
    assert len(actors_of(names[:1], names[1:])) == 2


def test_a_name_without_a_country_is_the_only_one_of_that_name():
    names = [actor("Ansar al-Sharia", kind=GROUP, country="LY")], [actor("Ansar al-Sharia", kind=GROUP)]
    assert len(actors_of(*names)) == 1


def test_a_name_without_a_country_stands_alone_where_there_are_two():
    names = [actor("Ansar al-Sharia", kind=GROUP, country=c) for c in ("LY", "TN", None)]
    assert len(actors_of(*[[n] for n in names])) == 3


def test_gunmen_of_two_reports_are_not_one_actor():
    documents = [document(text=f"Report {i} tells of gunmen.", publisher=f"Outlet {i}") for i in range(2)]
    told = [reading(d, claim(of=d, slot="role", subject="gunmen", value=role(role="rebels"))) for d in documents]
    assert len(link(told, as_of=documents[0].known_at).actors) == 2


SAME = [
    ("Mokhtar Belmokhtar", "Mukhtar Bilmukhtar"),
    ("al-Shabaab", "al-Shabab"),
    ("Mohamed Ould Ahmed", "Mohammed Ould Ahmad"),
    ("Abdelmalek Droukdel", "Abdelmalik Droukdal"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_transliterations_are_one_name(left, right):
    assert same_spelling(name_key(left), name_key(right))


APART = [
    ("Niger", "Nigeria"), ("Army of Niger", "Army of Nigeria"), ("Mali", "Malawi"), ("Guinea", "Guyana"),
    ("Oman", "Yemen"), ("Northern Brigade", "Southern Brigade"), ("Battalion 12", "Battalion 17"),
    ("Ansar Dine", "Ansar al-Sharia"), ("Moussa Diallo", "Moussa Diarra"), ("Ali Hassan", "Ali Hussein"),
    ("Congo", "Kongsberg"), ("Somalia", "Mali"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), APART)
def test_names_that_look_alike_are_kept_apart(left, right):
    assert not same_spelling(name_key(left), name_key(right))


@given(st.text(max_size=30), st.text(max_size=30))
def test_spelling_is_symmetric(left, right):
    assert same_spelling(name_key(left), name_key(right)) == same_spelling(name_key(right), name_key(left))


@pytest.mark.parametrize("words", ["gunmen", "Malian soldiers", "a soldier of the Northern Brigade", "the militants"])
def test_descriptions_are_no_names(words):
    assert is_described(words)


@pytest.mark.parametrize("name", ["Northern Brigade", "AQIM", "al-Shabaab", "the Malian army", "Battalion 17"])
def test_names_are_no_descriptions(name):
    assert not is_described(name)


def test_roles_and_relations_are_views_over_claims():
    doc = document(text="Moussa Diallo, spokesman of the Northern Brigade, an ally of the Southern Column, was there.")
    spokesman = claim(of=doc, slot="role", subject="Moussa Diallo", value=role(affiliation="Northern Brigade"))
    ally = claim(of=doc, slot="allied_with", subject="Northern Brigade", value=actor("Southern Column", kind=GROUP))
    by_name = {a.name: a for a in link([reading(doc, spokesman, ally)], as_of=doc.known_at).actors}
    (held,) = by_name["Moussa Diallo"].roles
    assert (held.role, held.affiliation, held.claims) == ("spokesman", "Northern Brigade", (spokesman.id,))
    (told,) = by_name["Northern Brigade"].relations
    assert (told.relation, told.object.name, told.claims) == ("allied_with", "Southern Column", (ally.id,))


def test_an_incident_names_an_actor_by_its_long_form():
    doc = document()
    alias = claim(of=doc, slot="alias", subject="Northern Freedom Brigade", value=actor("NFB", kind=GROUP), event="x")
    told = event(doc, act=act(), when=when(), where=GAO, who=actor("NFB", kind=GROUP))
    record = link([reading(doc, alias, told)], as_of=doc.known_at)
    (part,) = record.incidents[0].actors
    assert part.actor == "Northern Freedom Brigade"
    assert part.id == record.actors[0].id
