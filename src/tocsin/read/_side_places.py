"""Places as sides of relations: names, regions, descriptions of towns, and "it" for a place."""

from dataclasses import replace

from spacy.tokens import Token

from tocsin.core.values import Place
from tocsin.read._grammar import conjuncts, objects
from tocsin.read._kinds import MONTHS_AND_DAYS, nation
from tocsin.read._mentions import PlaceMention
from tocsin.read._side_names import Side, SideNames, capitals, words

RELATIVE_TAGS = frozenset({"WP", "WDT"})
SKIPPED = frozenset({"DT", "PRP$", "JJ", "RB", "CD", "VBN", "JJS", "JJR", "PDT", "''", "``"})
LOCATIVES = frozenset({"in", "inside", "across", "near", "around", "along", "within", "at"})
INSIDE_NAMES = frozenset({"NNP", "NNPS", "POS", "HYPH"})
OF_CAPTIVES = frozenset({"hold", "lose"})  # who is held or lost can be somebody
FAR = 12
TOWN_M = 30_000


class SidePlaces(SideNames):
    """Finds the places that are sides of relations in one page."""

    def _is_town(self, k: int) -> bool:
        if k in self._places and self._places[k].place.name in capitals():
            return self.doc[k].dep_ == "pobj" and self.doc[k].head.lower_ in LOCATIVES
        return k in self._places and (self._places[k].place.precision_m or TOWN_M + 1) <= TOWN_M

    def _places_ending(self, k: int) -> list[Side]:
        if k not in self._places:
            return self._region(k) or self._unlisted(self.doc[k])
        found = [self._places[k]]
        while (at := found[0].tokens.start - 1) > 0 and self.doc[at].text in {",", "and"} and at - 1 in self._places:
            found.insert(0, self._places[at - 1])
            if self.doc[at].text == "," and len(found) == 2:
                return [self.place(found[-1])]
        return [self.place(p) for p in found]

    def _unlisted(self, last: Token) -> list[Side]:
        """Return the places that no list holds in "the towns of A and B" by the last of them."""
        first = last
        while first.dep_ == "conj" and first.head.pos_ == "PROPN":
            first = first.head
        return [s for t in conjuncts(first) if t.pos_ == "PROPN" for s in self._place_of(t)]

    @staticmethod
    def _may_skip(token: Token, nouns: frozenset[str] = frozenset()) -> bool:
        return token.tag_ in SKIPPED or token.lower_ in words("loose") or token.lemma_.lower() in nouns

    def _place_of(self, head: Token) -> list[Side]:
        if head.i in self._places:
            return [self.place(self._places[head.i])]
        below = (o for c in head.children if c.lower_ in LOCATIVES | {"of"} for o in c.children)
        inner = [o.i for o in below if o.i in self._places]
        if inner and head.lemma_.lower() in words("regions") | words("parts") | words("sites") | words("loose"):
            return [self.place(self._places[inner[0]])]
        if head.lower_ == "it":
            return self._it(head)
        meant = _renamed(head)
        if meant is not None:
            return self._place_of(meant)
        if head.pos_ != "PROPN" or self._is_somebody(head) or nation(head.text) is not None:
            return self._region(head.i) or self._named_site(head)
        tokens = self.doc[
            min((c.i for c in head.lefts if c.dep_ in {"compound", "punct"}), default=head.i) : head.i + 1
        ]
        return [Side(tokens=tokens, value=Place(name=tokens.text))]

    def _is_somebody(self, head: Token) -> bool:
        """Return whether a name is somebody's, by more than that no list holds it."""
        known = self.headed(head.i)
        if known is None:
            return False
        again = any(a.chain == known.chain and a.head != known.head for a in self._at.values())
        captive = len(known.tokens) > 1 and head.dep_ == "dobj" and head.head.lemma_ in OF_CAPTIVES
        return again or captive or known.kind != "person" or not known.proper or known.role is not None

    def _named_site(self, head: Token) -> list[Side]:
        """Return a place that only its name tells apart ("the Wagadou forest", "the Malian side")."""
        before = [c for c in head.lefts if c.dep_ in {"compound", "amod"} and c.i == head.i - 1]
        names = [c for c in before if c.pos_ == "PROPN" or nation(c.text) is not None]
        if not names or head.pos_ != "NOUN" or head.lemma_.lower() not in words("sites") | words("regions"):
            return []
        tokens = self.doc[head.left_edge.i : head.i + 1]
        return [Side(tokens=tokens, value=Place(name=tokens.text))]

    def _places_after(self, j: int) -> list[Side]:
        region: list[Side] = []
        if j < len(self.doc) and self.doc[j].lower_ == "it":
            return self._it(self.doc[j])
        skipped = words("regions") | words("parts") | words("sites")
        for k in range(j, min(j + FAR, len(self.doc))):
            if k in self._places:
                return [self.place(p) for p in self._towns(self._inmost(k))]
            token = self.doc[k]
            if not (self._may_skip(token, skipped) or token.tag_ in {"NNP", "POS"} or self._locates(k, j)):
                break
            region = region or self._region(k) or self._unheard(k)
        return region

    def _unheard(self, k: int) -> list[Side]:
        """Return the name that ends at `k` as a place that no list holds."""
        last = self.doc[k]
        ends = last.tag_ == "NNP" and (k + 1 == len(self.doc) or self.doc[k + 1].tag_ not in INSIDE_NAMES)
        return self._place_of(last) if ends and last.lower_ not in MONTHS_AND_DAYS else []

    def _it(self, token: Token) -> list[Side]:
        """Return the place that "it" stands for: the one last named before it in its sentence."""
        opening = token.i - token.sent.start <= 1 and token.sent.start > 0
        start = self.doc[token.sent.start - 1].sent.start if opening else token.sent.start
        named = [p for i, p in self._places.items() if start <= i < token.i and (not opening or self._is_town(i))]
        if named:
            return [replace(self.place(named[-1]), tokens=self.doc[token.i : token.i + 1])]
        verb = token.head.head if token.head.dep_ == "conj" else None
        return [s for o in (objects(verb) if verb is not None else ()) if o.i < token.i for s in self._place_of(o)]

    def _locates(self, k: int, j: int) -> bool:
        """Return whether the token `k` leads on to a place ("in" of "camps in the north", "across" of "across it")."""
        if self.doc[k].lower_ not in LOCATIVES:
            return False
        return (
            k == j
            or self.doc[k - 1].lemma_.lower() in words("sites") | words("regions")
            or self.doc[k - 1].lower_ in {"bases"}
        )

    def _inmost(self, k: int) -> int:
        """Return where the smaller place begins in "Pakistan's Swat valley"."""
        end = self._places[k].tokens.end
        own = end + 1 < len(self.doc) and self.doc[end].tag_ == "POS" and end + 1 in self._places
        return end + 1 if own else k

    def _towns(self, k: int) -> list[PlaceMention]:
        found = [self._places[k]]
        while (at := found[-1].tokens.end) + 1 < len(self.doc) and self.doc[at].text in {",", "and"}:
            if at + 1 not in self._places:
                break
            found.append(self._places[at + 1])
        return found if len(found) == 1 or self.doc[found[-1].tokens.start - 1].lower_ == "and" else found[:1]

    def _region(self, k: int) -> list[Side]:
        """Return the place that a description stands for: "the town" told of before, or "the north" as it stands."""
        noun = self.doc[k]
        if noun.dep_ == "appos" and noun.head.i in self._places and noun.head.i < k:
            return [self.place(self._places[noun.head.i])]
        if noun.lemma_.lower() not in words("regions") or noun.pos_ not in {"NOUN", "PROPN"}:
            return []
        start = k
        while start > noun.sent.start and self.doc[start - 1].tag_ in {"DT", "JJ", "NNP", "NN", "JJS"}:
            start -= 1
        tokens = self.doc[start : k + 1]
        if tokens[0].lower_ != "the":
            return []
        known = self._town_before(start) if noun.lemma_.lower() in words("towns") and len(tokens) == 2 else None
        place = known.place if known is not None else Place(name=tokens.text)
        return [Side(tokens=tokens, value=place)]

    def _town_before(self, i: int) -> PlaceMention | None:
        near = [
            p for p in self._places.values() if p.tokens.start < i and (p.place.precision_m or TOWN_M + 1) <= TOWN_M
        ]
        names = [p.place.name for p in near]
        return max(near, key=lambda p: (names.count(p.place.name), p.tokens.start), default=None)

    @staticmethod
    def place(mention: PlaceMention) -> Side:
        """Return a place as a side, by the report's words where the gazetteer's name shares none with them."""
        own, known = mention.tokens.text, mention.place.name
        shared = set(own.casefold().split()) & set(known.casefold().replace("-", " ").split())
        value = mention.place if shared else replace(mention.place, name=own)
        return Side(tokens=mention.tokens, value=value)


def _renamed(noun: Token) -> Token | None:
    """Return the noun that another stands for: "Baga" for "town" in "Baga, a town ..." and "Baga is a town ..."."""
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return noun.head
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return next((c for c in noun.head.children if c.dep_ == "nsubj" and c.tag_ not in RELATIVE_TAGS), None)
    return None
