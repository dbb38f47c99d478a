"""Which mentions stand for the same actor: names, acronyms, surnames, definite descriptions and pronouns."""

from bisect import insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._kinds import Description
from tocsin.read._notes import note
from tocsin.read._phrases import Phrase

REACH_SENTENCES = 3
SPEAKER_REACH_SENTENCES = 5
SAME_SENTENCE = 0.7
PARAGRAPH_SENTENCES = 1.5  # of 0.5 to 1.5, best for speakers on the development reports
NAMED_SENTENCES = 3
INTRODUCING = frozenset({"a", "an", "one", "another"})
UNDEFINED = frozenset({"any", "no", "each", "every", "another", "new"})


@note
class Draft:
    """A phrase that may be a mention. `core` are the words of its core in lower case, `text` is the whole phrase.

    `governor` is the index of the word that its head hangs on; `clause` counts the semicolons in front of it in its
    sentence. `owner` is whom its words say it belongs to ("Mali" in "Mali's envoy", "the envoy of Mali"), `owners` all
    that this one is called, as keys. `quoted` is true within quotation marks.
    """

    phrase: Phrase
    about: Description
    sentence: int
    paragraph: int
    core: tuple[str, ...]
    text: str
    subject: float
    speaks: bool
    hidden: bool = False
    governor: int = -1
    clause: int = 0
    owner: str = ""
    quoted: bool = False
    owners: frozenset[str] = frozenset()


Chain = list[Draft]


@dataclass(slots=True)
class Chains:
    """The chains so far, by number.

    `turns` are (minus the first token of its last mention, number) of each, so that the one mentioned last is first;
    `named` are the numbers of those that go by a name, by its key; `worded` of all, by each of their phrases in lower
    case.
    """

    told: list[Chain] = field(default_factory=list)
    turns: list[tuple[int, int]] = field(default_factory=list)
    named: dict[str, set[int]] = field(default_factory=dict)
    worded: dict[str, set[int]] = field(default_factory=dict)

    def add(self, draft: Draft, number: int | None) -> int:
        """Return the number of the chain that `draft` is now the last mention of: `number`, a new one where None."""
        if number is None:
            number = len(self.told)
            self.told.append([])
        else:
            self.turns.remove((-self.told[number][-1].phrase.start, number))
        self.told[number].append(draft)
        insort(self.turns, (-draft.phrase.start, number))
        self.worded.setdefault(draft.text.lower(), set()).add(number)
        if draft.about.name:
            self.named.setdefault(name_key(draft.about.name), set()).add(number)
        return number

    def latest(self, before: int, fits: Callable[[int], bool]) -> int | None:
        """Return the number of the chain that fits and was mentioned last, a phrase around `before` left out."""
        ended = (n for _, n in self.turns if self.told[n][-1].phrase.end <= before)
        return next(filter(fits, ended), None)


# A report asks for the keys of its few dozen names hundreds of times.
NAMES_HELD = 2000


def link(drafts: list[Draft], equal: dict[int, int], aliases: dict[str, str]) -> list[int]:
    """Return the number of the chain of each draft.

    `equal` maps a draft to an earlier one that it stands in apposition to; `aliases` maps acronyms to long forms.
    """
    chains = Chains()
    numbers: list[int] = []
    for n, bare in enumerate(drafts):
        possessor = n and drafts[n - 1].hidden and drafts[n - 1].phrase.start == bare.phrase.start
        called = _called(chains.told[numbers[n - 1]]) if possessor else frozenset()
        owners = frozenset({name_key(bare.owner)}) if bare.owner else called
        draft = replace(bare, owners=owners) if owners else bare
        found = numbers[equal[n]] if n in equal else _antecedent(draft, chains, aliases)
        numbers.append(chains.add(draft, found))
    return numbers


def _for_description(draft: Draft, chains: Chains) -> int | None:
    """Return the chain of a definite description; of bodies ("the group"), one that was a subject first."""
    before = draft.phrase.start
    of_bodies = not draft.about.plural and _anaphora().get(draft.about.lemma, ["person"]) != ["person"]
    subject = chains.latest(before, lambda n: _did(draft, chains.told[n])) if of_bodies else None
    return subject if subject is not None else chains.latest(before, lambda n: _describes(draft, chains.told[n]))


def _did(draft: Draft, chain: Chain) -> bool:
    """Return whether a definite description may stand for a chain that was the subject of something near by."""
    subject = any(d.subject > 0 for d in _recent(draft, chain, SPEAKER_REACH_SENTENCES))
    return subject and _describes(draft, chain)


def _called(chain: Chain) -> frozenset[str]:
    """Return all that a chain is called, as keys."""
    return frozenset(name_key(d.about.name or d.text) for d in chain if not d.about.pronoun)


def _antecedent(draft: Draft, chains: Chains, aliases: dict[str, str]) -> int | None:
    """Return the number of the chain that `draft` goes on with, or None where it opens a new one."""
    about = draft.about
    if about.pronoun:
        return _for_pronoun(draft, chains.told)
    if about.name is not None:
        return _for_name(draft, chains, aliases)
    if about.definite:
        return _for_description(draft, chains)
    if not about.plural:
        return None
    return chains.latest(draft.phrase.start, chains.worded.get(draft.text.lower(), set()).__contains__)


@lru_cache(maxsize=NAMES_HELD)
def name_key(name: str) -> str:
    """Return `name` in lower case without article, hyphens and dots: what equal names have in common."""
    plain = name.lower().replace("-", " ").replace(".", "").replace("’", "'").removeprefix("the ")
    return " ".join(plain.split())


def _for_name(draft: Draft, chains: Chains, aliases: dict[str, str]) -> int | None:
    key = name_key(draft.about.name or "")
    keys = {key, name_key(aliases.get(key, key))} | {a for a, long in aliases.items() if name_key(long) == key}
    named = {n for k in keys for n in chains.named.get(k, ())}
    same = chains.latest(draft.phrase.start, named.__contains__) if named else None
    if same is None:
        same = chains.latest(draft.phrase.start, lambda n: _same_person(draft, key.split(), chains.told[n]))
    return same if same is not None else _introduced(draft, chains)


def _introduced(draft: Draft, chains: Chains) -> int | None:
    """Return the chain of "a police spokesman said", opened just before, that "police spokesman Ali Diop" names."""
    if draft.about.kind != "person" or not draft.about.role or not draft.speaks:
        return None
    return chains.latest(draft.phrase.start, lambda n: _names_speaker(draft, chains.told[n]))


def _names_speaker(draft: Draft, chain: Chain) -> bool:
    """Return whether a chain is one nameless speaker of the role of `draft`, spoken of once before."""
    first, role = chain[0], name_key(draft.about.role or "").split()
    if len(chain) > 1 or first.about.name is not None or first.about.plural or not first.speaks:
        return False
    if first.core[0] not in {"a", "an"} or not 0 < draft.sentence - first.sentence <= NAMED_SENTENCES:
        return False
    described = set(name_key(first.text).split()) - _function_words()
    if _clash(draft.about, first.about) or first.about.lemma not in role:
        return False
    extra = described - set(role)
    return not extra or set(role) - _function_words() <= described


def _same_person(draft: Draft, parts: list[str], chain: Chain) -> bool:
    """Return whether one name is the other's surname, or the other without some of its words."""
    if draft.about.kind not in {"person", None} or not parts:
        return False
    for other in chain:
        if other.about.kind != "person" or other.about.name is None or _clash(draft.about, other.about):
            continue
        full = name_key(other.about.name).split()
        short, long = sorted((parts, full), key=len)
        if len(long) > len(short) and (
            long[-len(short) :] == short or (short[-1] == long[-1] and set(short) <= set(long))
        ):
            return True
    return False


def _clash(left: Description, right: Description) -> bool:
    return left.gender is not None and right.gender is not None and left.gender != right.gender


def _describes(draft: Draft, chain: Chain) -> bool:
    """Return whether a definite description may stand for a chain."""
    about, lemma = draft.about, draft.about.lemma
    plural = [d.about.plural for d in chain if not d.about.pronoun]
    if about.plural not in plural and (lemma not in _anaphora() or (about.kind == "person" and all(plural))):
        return False
    same = any(_same_noun(about, d) for d in chain)
    if draft.owners and not _may_belong(draft, chain, same=same):
        return False
    if not same and not any(_stands_for(about, d) for d in chain):
        return False
    if all(d.about.pronoun or not UNDEFINED.isdisjoint(d.core) for d in chain) or any(
        _clash(about, d.about) for d in chain
    ):
        return False
    if about.country and any(d.about.country not in {None, about.country} for d in chain):
        return False
    extra = set(draft.core) - _function_words() - {draft.core[-1], lemma}
    known = {w for d in chain for w in (*d.core, *d.text.lower().split())}
    if not extra <= known and not (about.country and any(d.about.country for d in chain)):
        return False
    return same or not extra


def _may_belong(draft: Draft, chain: Chain, *, same: bool) -> bool:
    """Return whether what belongs to somebody may be a chain: nobody else's, and not by its kind alone ("his party").

    Reports give the fuller words first: "the minister" of no land is not taken up by "the minister of Mali".
    """
    if any(d.owners and d.owners.isdisjoint(draft.owners) for d in chain):
        return False
    if not draft.owner:
        return same
    return any(d.about.name is not None or d.owners for d in chain)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(toml_table("actors.toml")["descriptions"]["empty"])


@cache
def _anaphora() -> dict[str, list[str]]:
    table: dict[str, list[str]] = toml_table("actors.toml")["anaphora"]
    return table


@cache
def _short_of() -> frozenset[str]:
    return frozenset(toml_table("actors.toml")["short_of"]["words"])


@cache
def _same() -> dict[str, list[frozenset[str]]]:
    """Return the sets of nouns that may stand for one another, by each noun in them."""
    found: dict[str, list[frozenset[str]]] = {}
    for words in map(frozenset, toml_table("actors.toml")["same"].values()):
        for word in words:
            found.setdefault(word, []).append(words)
    return found


def _same_noun(about: Description, other: Draft) -> bool:
    """Return whether the head nouns agree, or the noun is (part of) the other's role."""
    if other.about.pronoun:
        return False
    if about.lemma == other.about.lemma and (other.about.name is None or other.about.kind == "person"):
        return True
    if other.about.name is not None and about.lemma in _short_of():
        return about.lemma in name_key(other.about.name).split() and other.about.kind != "person"
    if other.about.role is not None and about.lemma == _noun_of_role(other.about.role):
        return True
    if about.plural != other.about.plural or other.core[0][0].isdigit():
        return False
    alike = _same().get(about.lemma, ())
    return any(other.about.lemma in words for words in alike)


@lru_cache(maxsize=NAMES_HELD)
def _noun_of_role(role: str) -> str:
    """Return the head noun of a role: "spokesman" of "army spokesman for the north"."""
    return next(reversed(role.lower().split(" of ")[0].split(" for ")[0].split()), "")


def _stands_for(about: Description, other: Draft) -> bool:
    """Return whether a noun ("the group") may stand for a name of that kind; "the man" for any single person."""
    lemma = about.lemma
    kinds = _anaphora().get(lemma) if not about.plural else None
    if kinds is None or other.about.kind not in kinds:
        return False
    return other.about.name is not None or (kinds == ["person"] and not other.about.plural)


def _for_pronoun(draft: Draft, chains: list[Chain]) -> int | None:
    """Return the chain a pronoun stands for: a speaker before a subject before any other, the nearer sentence first."""
    reach = SPEAKER_REACH_SENTENCES if draft.speaks else REACH_SENTENCES
    ranked = [
        (not _is_coargument(draft, d), _salience(draft, d, reach), d.phrase.start, n)
        for n, chain in enumerate(chains)
        if chain[-1].phrase.end <= draft.phrase.start
        for d in _recent(draft, chain, reach)
    ]
    best_first = sorted((r for r in ranked if r[1] > 0), reverse=True)
    return next((n for *_, n in best_first if _agrees(draft.about, chains[n])), None)


def _is_coargument(pronoun: Draft, other: Draft) -> bool:
    """Return whether two phrases hang on one word: in "troops drove them" the troops are not "them"."""
    reflexive = pronoun.core[-1].endswith(("self", "selves"))
    return pronoun.governor >= 0 and pronoun.governor == other.governor and not reflexive


def _recent(draft: Draft, chain: Chain, reach: int) -> Iterator[Draft]:
    for other in reversed(chain):
        if draft.sentence - other.sentence > reach:
            return
        if not other.about.metonym or other.subject > 0:
            yield other


def _salience(draft: Draft, other: Draft, reach: int) -> float:
    """Return how ready a mention is to be taken up by a pronoun; 0 where it is out of reach."""
    distance = draft.sentence - other.sentence + (draft.paragraph - other.paragraph) * PARAGRAPH_SENTENCES
    goes_on = distance == 0 and draft.clause > other.clause and other.subject > 0  # "The envoy was held; he says ..."
    other_speaks = other.speaks or goes_on
    if draft.speaks and other.quoted and not draft.quoted:
        return 0.0  # "Gao has shown the way," he said
    other_speaks = other_speaks or _is_brought_in(draft, other)
    weight = 1.0 + 1.5 * other.subject + (1.5 if draft.speaks else 0.75) * other_speaks
    if distance == 0 and not draft.speaks:
        weight += SAME_SENTENCE
    if distance == 0 and draft.speaks and not (other.speaks or goes_on):
        weight *= 0.4
    return max(0.0, weight * (1 - distance / (reach + 1)))


def _is_brought_in(draft: Draft, other: Draft) -> bool:
    """Return whether a report brings in somebody right before he says: "A trader saw it otherwise. "..." he said."""
    near = draft.sentence - other.sentence <= 1 and draft.paragraph == other.paragraph
    person = other.about.kind == "person" and not other.about.pronoun
    return draft.speaks and near and person and other.subject == 1.0 and other.core[0] in INTRODUCING


def _agrees(about: Description, chain: Chain) -> bool:
    """Return whether number, gender and kind of a pronoun fit a chain."""
    named = [d.about for d in chain if not d.about.pronoun and d.core[0] != "no"]
    genders = {d.about.gender for d in chain} - {None}
    if not named or (about.gender is not None and genders and about.gender not in genders):
        return False
    kinds = {d.kind for d in named} - {None}
    if about.kind == "person":
        return (not kinds and named[0].name is not None) or ("person" in kinds and not any(d.plural for d in named))
    if about.plural:
        return any(d.plural for d in named) or bool(kinds & {"armed group", "group", "people"})
    if any(d.source == "document" for d in named):
        return True
    return not any(d.plural for d in named) and bool(kinds & {"armed group", "group", "organisation", "state", "media"})
