"""The gold corpus: records made from annotated reports held against what people wrote down."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from tocsin.bench._counts import Counts
from tocsin.bench._names import STATEMENT_OVERLAP, same_name, word_overlap
from tocsin.bench._support import is_supported
from tocsin.collect import CollectOptions, collect
from tocsin.core.claim import RELATIONS, SYMMETRIC, Claim
from tocsin.core.distance import great_circle_km
from tocsin.core.document import Document
from tocsin.core.errors import InputError, NothingUsable
from tocsin.core.record import Incident, Record
from tocsin.core.values import ActorRef, Place
from tocsin.link import link
from tocsin.read import read

Json = dict[str, Any]
PLACE_KM = 25.0
TIE = 1e-6  # of two statements with the same words, the one by the speaker that was annotated
SUPPORTED = "claims supported by their spans"
TOLLS = ("killed", "injured", "abducted", "attackers_killed")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldResult:
    """Counts by what was measured, and the misses, each with the report it is in."""

    counts: dict[str, Counts]
    misses: tuple[str, ...] = field(default=())
    n_reports: int = 0


def bench_gold(gold: Path, *, root: Path, reader: str = "rules") -> GoldResult:
    """Return how the records of the reports annotated in the folder `gold` compare with the annotations.

    `root` is the folder that the paths of reports start from.
    """
    files = sorted(gold.glob("*.json"))
    if not files:
        raise InputError(f"{gold} holds no annotations (*.json)")
    total: dict[str, Counts] = {}
    misses: list[str] = []
    for file in files:
        wanted = json.loads(file.read_text(encoding="utf-8"))
        record = record_of(root / wanted["report"], reader)
        for what, counts in _compare(wanted, record, _Misses(file.stem, misses)):
            total[what] = total.get(what, Counts()) + counts
    slots = sorted(what for what in total if what.startswith(f"{SUPPORTED}: "))
    total = {w: n for w, n in total.items() if w not in slots} | {w: total[w] for w in slots}
    return GoldResult(counts=total, misses=tuple(misses), n_reports=len(files))


def record_of(report: Path, reader: str) -> Record:
    """Return the record made from one report alone; raise NothingUsable where the reader had an issue with it."""
    today = date(2100, 1, 1)
    documents = [d for d in collect([report], options=CollectOptions(today=today)) if isinstance(d, Document)]
    if not documents:
        raise InputError(f"{report} could not be read")
    readings = list(read(documents, reader=reader))
    for issue in (i for r in readings for i in r.issues):
        raise NothingUsable(f"{report}: {issue.what}; nothing is measured until the reader reads it")
    return link(readings, as_of=today)


@dataclass(frozen=True, slots=True)
class _Misses:
    report: str
    rows: list[str]

    def add(self, what: str, text: object) -> None:
        self.rows.append(f"{self.report}\t{what}\t{text}")


def _compare(wanted: Json, record: Record, misses: _Misses) -> Iterator[tuple[str, Counts]]:
    pairs = match_incidents(wanted["incidents"], record.incidents)
    there, said = len(wanted["incidents"]), len(record.incidents)
    yield "incidents", Counts(right=len(pairs), said=said, there=there)
    yield from _missed_incidents(wanted["incidents"], record, pairs, misses)
    for left, right in pairs:
        yield from _incident_slots(wanted["incidents"][left], record.incidents[right], misses)
    yield "relations", _relations(wanted["relations"], record.claims, misses)
    yield from _statements(wanted["statements"], record, misses)
    yield from _talks(wanted["talks"], record)
    yield from _support(record, misses)


def match_incidents(wanted: list[Json], found: Sequence[Incident]) -> list[tuple[int, int]]:
    """Return the best one-to-one pairs (type and country the same, dates overlapping)."""
    if not wanted or not found:
        return []
    gain = np.array([[_gain(w, f) for f in found] for w in wanted])
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if gain[r, c] > 0]


def _gain(wanted: Json, found: Incident) -> float:
    if wanted["type"] != found.type or not _same_country(wanted["where"], found):
        return 0.0
    if not _dates_overlap(wanted["when"], found):
        return 0.0
    near: float = 0.2 * _place_right(wanted, found) + 0.1 * (wanted["mode"] == found.mode)
    toll: float = 0.2 * (wanted["killed"] is not None and found.killed is not None)
    alike: float = 0.1 * (wanted["is_background"] == found.is_background)
    return 1.0 + near + toll + alike


def _same_country(wanted: Json | None, found: Incident) -> bool:
    """Return whether the countries are the same; a place that the report does not tell keeps nothing apart."""
    if wanted is None or wanted["country"] is None:
        return True
    return found.where is not None and found.where.country == wanted["country"]


def _dates_overlap(wanted: Json | None, found: Incident) -> bool:
    """Return whether the dates share a day; a date that the report does not tell keeps nothing apart."""
    if wanted is None:
        return True
    if found.when is None or (found.when.start is None and found.when.end is None):
        return False
    start, end = date.fromisoformat(wanted["start"]), date.fromisoformat(wanted["end"])
    return max(start, found.when.start or date.min) <= min(end, found.when.end or date.max)


def _place_right(wanted: Json, found: Incident) -> bool:
    where = wanted["where"]
    if where is None or found.where is None:
        return False
    if same_name(where["name"] or "", found.where.name) and where["country"] == found.where.country:
        return True
    if where.get("lat") is None or found.where.lat is None:
        return False
    gold = Place(name=where["name"] or "", lat=where["lat"], lon=where["lon"], precision_m=1)
    return great_circle_km(gold, found.where) <= PLACE_KM


def _missed_incidents(
    wanted: list[Json], record: Record, pairs: list[tuple[int, int]], misses: _Misses
) -> Iterator[tuple[str, Counts]]:
    hit, used = {left for left, _ in pairs}, {right for _, right in pairs}
    for n, incident in enumerate(wanted):
        if n not in hit:
            misses.add("incident missed", _gold_line(incident))
    for n, found in enumerate(record.incidents):
        if n not in used:
            misses.add("incident extra", _line(found))
    main = [n for n, incident in enumerate(wanted) if not incident["is_background"]]
    yield "incidents not recalled: found", Counts(right=len(hit & set(main)), said=len(main), there=len(main))


def _gold_line(incident: Json) -> str:
    where = incident["where"]["name"] if incident["where"] else None
    when = incident["when"]["start"] if incident["when"] else None
    return f"{incident['type']} {incident['mode']} | {where} | {when} | {incident['title']}"


def _line(incident: Incident) -> str:
    where = (incident.where.name, incident.where.country) if incident.where else None
    when = incident.when.edtf if incident.when else None
    return f"{incident.type} {incident.mode} | {where} | {when} | {incident.title} | bg={incident.is_background}"


def _incident_slots(wanted: Json, found: Incident, misses: _Misses) -> Iterator[tuple[str, Counts]]:
    for slot in TOLLS:
        yield slot, _toll(slot, wanted, found, misses)
    yield from _setting_slots(wanted, found, misses)
    yield "mode", _one(wanted["mode"], found.mode)
    yield "recalled", _one(wanted["is_background"] or None, found.is_background or None)
    yield from _lists(wanted, found, misses)


def _setting_slots(wanted: Json, found: Incident, misses: _Misses) -> Iterator[tuple[str, Counts]]:
    placed, dated = found.where is not None, found.when is not None and found.when.start is not None
    if wanted["where"] is None:
        yield "no place said where none is told", Counts(right=not placed, said=1, there=1)
    else:
        right = _place_right(wanted, found)
        yield "place within 25 km", Counts(right=right, said=placed, there=1)
        if not right:
            misses.add("place", f"{wanted['where']['name']} / {found.where and found.where.name} | {wanted['title']}")
    if wanted["when"] is None:
        yield "no date said where none is told", Counts(right=not dated, said=1, there=1)
    else:
        right = _start_right(wanted["when"], found)
        yield "start date", Counts(right=right, said=dated, there=1)
        if not right:
            misses.add("date", f"{wanted['when']} / {found.when and found.when.edtf} | {wanted['title']}")


def _toll(slot: str, wanted: Json, found: Incident, misses: _Misses) -> Counts:
    gold = wanted.get(slot)
    toll = getattr(found, slot)
    best, said = gold and gold["best"], toll and toll.best
    if best != said:
        misses.add(slot, f"{best} / {said} | {wanted['title']}")
    return _one(best, said)


def _one(there: object, said: object) -> Counts:
    return Counts(right=there is not None and there == said, said=said is not None, there=there is not None)


def _start_right(wanted: Json, found: Incident) -> bool:
    if found.when is None or found.when.start is None:
        return False
    return date.fromisoformat(wanted["start"]) <= found.when.start <= date.fromisoformat(wanted["end"])


def _lists(wanted: Json, found: Incident, misses: _Misses) -> Iterator[tuple[str, Counts]]:
    for role in ("who", "whom"):
        gold = [a["actor"] for a in wanted["actors"] if a["role"] == role]
        yield role, name_counts(gold, [a.actor for a in found.actors if a.role == role])
    classes = {t["class"] for t in wanted["targets"]}
    found_classes = {t.class_ for t in found.targets if t.class_}
    yield "target class", Counts(right=len(classes & found_classes), said=len(found_classes), there=len(classes))
    nations = {t["nationality"] for t in wanted["targets"] if t["nationality"]}
    found_nations = {t.nationality for t in found.targets if t.nationality}
    yield "nationality", Counts(right=len(nations & found_nations), said=len(found_nations), there=len(nations))
    yield "weapons", name_counts(wanted["weapons"], list(found.weapons))
    claimed = [f"{r['stance']} {r['actor']}" for r in wanted["responsibility"]]
    counts = name_counts(claimed, [f"{r.stance} {r.actor}" for r in found.responsibility])
    yield "responsibility", counts
    if counts.right < max(counts.said, counts.there):
        misses.add("responsibility", f"{claimed} / {[(r.stance, r.actor) for r in found.responsibility]}")


def name_counts(wanted: list[str], found: list[str]) -> Counts:
    """Return counts over two lists of names, each name matched once."""
    left = list(wanted)
    right = 0
    for name in found:
        match = next((w for w in left if same_name(w, name)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return Counts(right=right, said=len(found), there=len(wanted))


def _relations(wanted: list[Json], claims: Sequence[Claim], misses: _Misses) -> Counts:
    found = _found_relations(claims)
    left = [(r["relation"], r["subject"], r["object"]) for r in wanted]
    right = 0
    for triple in found:
        match = next((w for w in left if _same_triple(w, triple)), None)
        if match is None:
            misses.add("relation extra", triple)
        else:
            left.remove(match)
            right += 1
    for row in left:
        misses.add("relation missed", row)
    return Counts(right=right, said=len(found), there=len(wanted))


def _found_relations(claims: Sequence[Claim]) -> list[tuple[str, str, str]]:
    rows = {}
    for claim in claims:
        if claim.slot in RELATIONS and claim.stance in {"asserted", "hedged"}:
            name = claim.value.name if isinstance(claim.value, Place) else ""
            name = claim.value.actor if isinstance(claim.value, ActorRef) else name
            rows[claim.slot, (claim.subject or "").casefold(), name.casefold()] = (
                claim.slot,
                claim.subject or "",
                name,
            )
    return list(rows.values())


def _same_triple(wanted: tuple[str, str, str], found: tuple[str, str, str]) -> bool:
    if wanted[0] != found[0]:
        return False
    straight = same_name(wanted[1], found[1]) and same_name(wanted[2], found[2])
    crossed = wanted[0] in SYMMETRIC and same_name(wanted[1], found[2]) and same_name(wanted[2], found[1])
    return straight or crossed


def _statements(wanted: list[Json], record: Record, misses: _Misses) -> Iterator[tuple[str, Counts]]:
    pairs = _match_statements(wanted, record)
    chains = speakers = 0
    for left, right in pairs:
        gold, found = wanted[left], record.statements[right]
        named = same_name(gold["speaker"], found.speaker)
        speakers += named
        via = [v for v in found.via if v != record.documents[0].publisher]
        whole = named and len(via) == len(gold["via"]) and all(map(same_name, gold["via"], via))
        chains += whole
        if not whole:
            misses.add(
                "chain", f"{gold['speaker']} via {gold['via']} / {found.speaker} via {via} | {gold['content'][:60]}"
            )
    hit, used = {left for left, _ in pairs}, {right for _, right in pairs}
    for n, gold in enumerate(wanted):
        if n not in hit:
            misses.add("statement missed", f"{gold['speaker']}: {gold['content'][:90]}")
    for n, extra in enumerate(record.statements):
        if n not in used:
            misses.add("statement extra", f"{extra.speaker}: {extra.content[:90]}")
    there, said = len(wanted), len(record.statements)
    yield "statements found", Counts(right=len(pairs), said=said, there=there)
    yield "speaker of statements", Counts(right=speakers, said=said, there=there)
    yield "whole chain of matched statements", Counts(right=chains, said=len(pairs), there=len(pairs))


def _match_statements(wanted: list[Json], record: Record) -> list[tuple[int, int]]:
    if not wanted or not record.statements:
        return []
    overlap = np.array([[word_overlap(w["content"], s.content) for s in record.statements] for w in wanted])
    named = np.array([[same_name(w["speaker"], s.speaker) for s in record.statements] for w in wanted])
    rows, columns = linear_sum_assignment(overlap + TIE * named, maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if overlap[r, c] >= STATEMENT_OVERLAP]


def _talks(wanted: list[Json], record: Record) -> Iterator[tuple[str, Counts]]:
    parties = [p for t in wanted for p in t["parties"]]
    mediators = [m for t in wanted for m in t["mediators"]]
    yield "parties to talks", name_counts(parties, [p for t in record.processes for p in t.parties])
    yield "mediators", name_counts(mediators, [m for t in record.processes for m in t.mediators])
    n_gold = sum(len(t["deadlines"]) for t in wanted)
    n_said = sum(len(t.deadlines) for t in record.processes)
    yield "deadlines (number)", Counts(right=min(n_gold, n_said), said=n_said, there=n_gold)


def _support(record: Record, misses: _Misses) -> Iterator[tuple[str, Counts]]:
    """Yield how many claims are supported by the words they point at, in all and by slot."""
    texts = {d.id: d.text for d in record.documents}
    for claim in record.claims:
        supported = is_supported(claim, texts[claim.document])
        count = Counts(right=supported, said=1, there=1)
        yield SUPPORTED, count
        yield f"{SUPPORTED}: {claim.slot}", count
        if not supported:
            words = [s.words(texts[claim.document]) for s in claim.spans]
            misses.add("claim unsupported", f"{claim.slot} {claim.subject} {claim.value} / {words}")
