"""The two sides of a relation: who or what stands before and after the words that relate them."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc, Token

from tocsin.core.values import BODIES, ActorRef
from tocsin.read._grammar import ancestors, conjuncts, is_passive, next_word, subjects
from tocsin.read._mentions import ActorMention, Findings
from tocsin.read._side_names import NOUNS, Side, is_named, pairs_of, words
from tocsin.read._side_places import FAR, RELATIVE_TAGS, SidePlaces
from tocsin.read._talks_words import is_talks, talks_tokens, talks_words

What = Literal["actor", "place", "power", "talks", "armed"]
ADVERBS = frozenset({"RB", "RBR", "MD", "TO"})
AUXILIARIES = frozenset({"be", "have", "do", "get"})
PARTICIPLES = frozenset({"VBN", "VBG"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
RELATIVES = frozenset({"who", "which", "that"})
PRONOUNS = frozenset({"PRP"})
ASIDES = frozenset({"IN", "VBN", "VBG", "RB"})
OPEN = frozenset({"it", "them", "its", "their"})
LISTING = frozenset({"-", "–", "—", ":"})
PAIR = frozenset({"two", "both", "pair"})
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
REACH = 9
LONGEST_RELATIVE = 18
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Sides(SidePlaces):
    """Finds the sides of relations in one page, by what stands next to a word first, then by the parse."""

    def before(self, i: int, what: What = "actor") -> list[Side]:
        """Return what the word at `i` is said of: what stands right before it, its antecedent or its subject."""
        k = self._skip_back(i)
        if k < 0:
            return self._subjects(i, what)
        token, word = self.doc[k], self.doc[i]
        if token.lower_ in RELATIVES and token.tag_ != "IN":
            return self.antecedent(k, what) or self._subjects(i, what)
        if token.tag_ in PRONOUNS and k not in self._at:
            return []
        bare = word.tag_ in PARTICIPLES and k == i - 1
        if token.text == "," and (bare or word.pos_ not in {"VERB", "AUX"}):
            return self.ending(k - 1, what) or self._subjects(i, what)
        near = self._past_relative(k, what) if token.text == "," else self.ending(k, what)
        if near and not (token.dep_ in {"pobj", "dobj"} and word.tag_ in FINITE):
            return near
        found = [self._topic(k, what), self._subjects(i, what)]
        return next((f for f in (found if word.dep_ == "ROOT" else found[::-1]) if f), near)

    def antecedent(self, k: int, what: What) -> list[Side]:
        """Return what the relative pronoun at `k` stands for; "who" never for a state."""
        clause = next((a for a in ancestors(self.doc[k], 3) if a.dep_ == "relcl"), None)
        end = k - 1 if self.doc[k - 1].text != "," else k - 2
        near = self._led(end, what) or self.ending(end, what) or self._around(end, what)
        if not near and end == k - 2:
            near = self._past_relative(k - 1, what)
        if self.doc[k].lower_ != "who" or not near or what == "place":
            return near
        persons = [[self.side(a)] for a in self._ends.get(end + 1, ()) if a.kind == "person"]
        above = self.of_heads([clause.head], what) if clause is not None else []
        return next((p for p in [*persons, above] if p and p[0].kind == "person"), near)

    def _led(self, end: int, what: What) -> list[Side]:
        """Return the body in front of a comma that says who leads it ("X, an alliance led by Y, which ...")."""
        name = next((a.head for a in self._ends.get(end + 1, ())), -1) if self.doc[end + 1].text == "," else -1
        by = self.doc[name].head if name >= 0 else None
        if what == "place" or by is None or by.lower_ != "by" or by.head.dep_ != "acl":
            return []
        return self.of_heads([by.head.head], what)

    def _past_relative(self, k: int, what: What) -> list[Side]:
        """Return what an aside that ends at the comma `k` was about: "X, who split from Y, ...", "X, at war, ..."."""
        for i in range(k - 1, max(k - LONGEST_RELATIVE, self.doc[k].sent.start + 1), -1):
            if self.doc[i - 1].text == "," and (self.doc[i].tag_ in RELATIVE_TAGS or self.doc[i].tag_ in ASIDES):
                return self.ending(i - 2, what)
        return []

    def _topic(self, k: int, what: What) -> list[Side]:
        """Return what a clause that goes on after others is about: what the nearest "who" or "which" stands for, or
        what opens the sentence and is followed by one.
        """
        if self.doc[k].lower_ in {"and", "but", ","}:
            pronoun = next((t.i for t in reversed(self.doc[self.doc[k].sent.start : k]) if t.tag_ in RELATIVE_TAGS), 0)
            return self.antecedent(pronoun, what) if pronoun > 1 else []
        first = next((i for i in range(self.doc[k].sent.start, k) if self._starts.get(i)), None)
        opening = self._starts[first][-1] if first is not None else None
        if opening is None or (what not in {"actor", "power"}):
            return []
        around = {t.lower_ for t in self.doc[opening.head + 1 : opening.tokens.end + 2] if t.tag_ in RELATIVE_TAGS}
        return [self.side(opening)] if around & RELATIVES else []

    def after(self, j: int, what: What = "actor") -> list[Side]:
        """Return what stands right after the word before `j`, with what is coordinated to it."""
        if what == "place":
            return self._places_after(j)
        if what == "talks" and (talks := self._talks_after(j)):
            return talks
        if what == "talks" and self.doc[j - 1].lower_ not in words("before_parties"):
            return []
        for k in range(j, min(j + REACH, len(self.doc))):
            token = self.doc[k]
            if self._starts.get(k):
                return self._listed(k)
            if token.tag_ in PRONOUNS and (meant := self.meant(token)):
                return meant
            if what == "talks" and token.lemma_.lower() in talks_words("sides") and token.tag_ in NOUNS:
                return [self._described(token)]
            if doing := self._doing(k, what) or self._holder(k):
                return doing
            if token.tag_ in {"NNP", "NNPS"} and not self._is_town(k):
                return self._listed(k)
            if not self._may_skip(token) or (token.lower_ == "of" and token.nbor(-1).lower_ not in words("loose")):
                return []
        return []

    def meant(self, token: Token) -> list[Side]:
        """Return whom a pronoun left open stands for: the group that its sentence is about."""
        opening = token.i - token.sent.start <= 1 and token.sent.start > 0
        start = self.doc[token.sent.start - 1].sent.start if opening else token.sent.start
        before = range(start, token.i)
        found = (self._at[i] for i in before if i in self._at and self.doc[i].dep_ in SUBJECTS)
        groups = (a for a in found if a.proper and a.kind != "person" and token.lower_ in OPEN)
        return [replace(self.side(a), tokens=self.doc[token.i : token.i + 1]) for a in groups][:1]

    def ending(self, k: int, what: What = "actor") -> list[Side]:
        """Return the sides whose last word is the token `k`, with those coordinated before them."""
        if k < 0 or what == "talks":
            return []
        if what == "place":
            return self._places_ending(k)
        found = self._ends.get(k + 1)
        if not found and self._at.get(k) is not None:
            return [self.side(self._at[k])]
        if not found:
            return self._doing(k, what) or self._unknown_ending(k) or self._apposed_to(k)
        last = found[-1 if found[-1].proper and found[0].kind in {"person", "people", None} else 0]
        group = self._gathered(last) or self._told_apart(last)
        return group or [self.side(a) for a in self._backwards(last)]

    def _apposed_to(self, k: int) -> list[Side]:
        """Return the name that a noun for no actor of its own stands in apposition to ("X, an outfit backed by Y")."""
        head = self.doc[k].head if self.doc[k].dep_ == "appos" else None
        named = self._at.get(head.i) if head is not None else None
        return [self.side(named)] if named is not None and named.proper and named.kind in BODIES else []

    def _skip_back(self, i: int) -> int:
        k = i - 1
        start = self.doc[i].sent.start
        while k >= start and (self.doc[k].tag_ in ADVERBS or self.doc[k].lemma_ in AUXILIARIES or self.doc[k].is_space):
            k -= 1
        return k if k >= start else -1

    def _unknown_ending(self, k: int) -> list[Side]:
        """Return the name that ends at `k` and that no mention covers, with what is coordinated before it."""
        if k in self._places or self.doc[k].dep_ in {"pobj", "dobj"}:
            return []
        named = self.name_ending(k)
        start = named[0].tokens.start if named else 0
        joined = start > 1 and self.doc[start - 1].lower_ == "and"
        return [*self.ending(start - 2), *named] if joined else named

    def _around(self, k: int, what: What) -> list[Side]:
        """Return the mention that runs over `k` into a relative clause of its own ("the rebels who hold the town")."""
        if what in {"place", "talks"} or k < 0:
            return []
        return [self.side(a) for a in self._inside[k][-1:] if a.head <= k]

    def _subjects(self, i: int, what: What) -> list[Side]:
        heads = subjects(self.doc[i]) if self.doc[i].pos_ in {"VERB", "AUX"} else self._said_of(self.doc[i])
        return self.of_heads(heads, what)

    def _said_of(self, token: Token) -> list[Token]:
        verb = next((a for a in ancestors(token, 3) if a.pos_ in {"VERB", "AUX"}), None)
        return subjects(verb) if verb is not None else []

    def in_list(self, head: Token) -> list[Side]:
        """Return whom a list names that starts with `head`, by its commas and "and", which the parser may not see."""
        actor = self._at.get(head.i)
        if actor is None:
            return []
        found = self._joined(actor.tokens.start)
        above = found[1].tokens.root.head if len(found) > 1 else head  # in "the heads of A and B" only A is joined
        return [] if above.i != head.i and actor.tokens.start <= above.i < actor.tokens.end else found

    def of_heads(self, heads: Iterable[Token], what: What = "actor") -> list[Side]:
        """Return the sides that `heads` and what is coordinated with them stand for."""
        found = [s for h in heads for t in conjuncts(h) for s in self._of_head(t, what)]
        return list({s.name: s for s in found}.values())

    def _of_head(self, head: Token, what: What) -> list[Side]:
        if head.tag_ in RELATIVE_TAGS:
            return []
        if what == "talks":
            return [self._talks(head)] if is_talks(head) else []
        if what == "place":
            return self._place_of(head)
        actor = self._at.get(head.i) or self.headed(head.i)
        if actor is not None:
            return self._gathered(actor) or self._told_apart(actor) or self._owned_by(head) or self._expanded(actor)
        if doing := self._doing(head.i, what):
            return doing
        if head.tag_ in PRONOUNS:
            return self.meant(head)
        named = [] if head.i in self._places else self.name_ending(head.i)
        if sent := self._sent_by(head):
            return sent
        apposed = (self._at[c.i] for c in head.children if c.dep_ == "appos" and c.i in self._at)
        return named or [self.side(a) for a in apposed][:1]

    def _told_apart(self, mention: ActorMention) -> list[Side]:
        """Return those whom a dash or a colon lists after a number of them ("three groups fight on - A, B and C -")."""
        if self.doc[mention.tokens.start].tag_ != "CD":
            return []
        apart = self._counted_off(mention)
        if apart:
            return apart
        end = min(mention.tokens.end + FAR, mention.tokens.sent.end - 1)
        opens = next((i for i in range(mention.tokens.start, end) if self.doc[i].text in LISTING), None)
        found = self.enumerated(opens + 1) if opens is not None else []
        return found if len(found) > 1 else []

    def _counted_off(self, mention: ActorMention) -> list[Side]:
        """Return those whom a comma names for a number of them, all of them ("two groups, A and B,")."""
        end = mention.tokens.end
        if end >= len(self.doc) or self.doc[end].text != ",":
            return []
        found = self.enumerated(end + 1)
        number = NUMBERS.get(self.doc[mention.tokens.start].lower_)
        return found if len(found) == number and all(map(is_named, found)) else []

    def enumerated(self, k: int) -> list[Side]:
        """Return whom the words from `k` on name, as far as commas and "and" join them; "for X" is passed over."""
        found: list[Side] = []
        while more := self._element(k):
            found += more
            at = self._end(k, more)
            if at + 1 < len(self.doc) and self.doc[at].lower_ == "for":
                at = max([at + 1, *(self._end(at + 1 + int(self.doc[at + 1].tag_ == "DT"), self._element(at + 1)),)])
            joints = [t.i for t in self.doc[at : at + 2] if t.text == "," or t.lower_ == "and"]
            if not joints or joints[0] != at:
                break
            k = joints[-1] + 1
        return found

    def _owned_by(self, head: Token) -> list[Side]:
        """Return "X's men" for "X, whose men"."""
        whose = next((c for c in head.children if c.tag_ == "WP$"), None)
        if whose is None or whose.i < 2:
            return []
        owner = self.antecedent(whose.i, "actor") or self.name_ending(whose.i - 2)
        if not owner:
            return []
        if head.lemma_.lower() in words("heads"):
            return owner[-1:]
        name = f"{owner[-1].name}'s {head.text}"
        return [Side(tokens=self.doc[head.i : head.i + 1], value=ActorRef(actor=name, kind="group"))]

    @staticmethod
    def _talks(noun: Token) -> Side:
        tokens = talks_tokens(noun)
        return Side(tokens=tokens, value=ActorRef(actor=tokens.text))

    def _talks_after(self, j: int) -> list[Side]:
        for k in range(j, min(j + REACH, len(self.doc))):
            if is_talks(self.doc[k]) and not is_talks(self.doc[min(k + 1, len(self.doc) - 1)]):
                return [self._talks(self.doc[k])]
            if not (self._may_skip(self.doc[k]) or self.doc[k].tag_ in NOUNS):
                return []
        return []

    def talks_before(self, verb: Token) -> list[Side]:
        """Return the talks last told of before a participle set off from them ("a truce with X, brokered by Y")."""
        nouns = [t for t in self.doc[verb.sent.start : verb.i] if is_talks(t)]
        bare = verb.tag_ == "VBN" and not any(c.dep_ == "auxpass" for c in verb.children)
        return [self._talks(nouns[-1])] if nouns and bare else []

    def _doing(self, k: int, what: What) -> list[Side]:
        """Return the noun at `k` that does what an actor does: a coup that ousts, a raid that is launched."""
        lists: dict[What, str] = {"power": "powers", "armed": "armed"}
        noun = self.doc[k]
        fits = what in lists and noun.tag_ in {"NN", "NNS"} and noun.lemma_.lower() in words(lists[what])
        return [self._described(noun)] if fits else []

    def _holder(self, k: int) -> list[Side]:
        """Return who holds a place, by what stands right before a word for it ("rebel hands", "army control")."""
        noun = self.doc[k]
        if noun.tag_ not in {"NN", "JJ", "NNP"} or next_word(noun) not in words("holds"):
            return []
        known = [replace(s, tokens=self.doc[k : k + 2]) for s in self.nation(k) or self.several(noun)]
        plain = noun.lemma_.lower() in words("armed") | words("forces") | words("rulers")
        held = self.doc[k : k + 2]  # the bare word for a ruler names nobody to whoever checks the claim
        return known or ([Side(tokens=held, value=ActorRef(actor=noun.text))] if plain else [])

    def _described(self, noun: Token) -> Side:
        """Return a noun phrase that names no actor as a side ("a French campaign"); who leads it, where told."""
        leader = self._leader(noun)
        if leader is not None:
            return self.side(leader)
        start = min((t.left_edge.i for t in noun.lefts), default=noun.i)
        return Side(tokens=self.doc[start : noun.i + 1], value=ActorRef(actor=self.doc[start : noun.i + 1].text))

    def _leader(self, noun: Token) -> ActorMention | None:
        """Return who launched "the rebellion that X launched" or "the campaign by X"."""
        clauses = [c for c in noun.children if c.dep_ == "relcl" and not is_passive(c)]
        heads = [s for c in clauses for s in c.children if s.dep_ == "nsubj" and s.tag_ not in {"WDT", "WP"}]
        heads += [o for c in noun.children if c.lower_ in {"by", "of"} for o in c.children if o.dep_ == "pobj"]
        within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ == "VERB"
        doers = subjects(noun.head.head) if within else []
        heads += [d for d in doers if d.i in self._at and self._at[d.i].kind == "armed group"]
        return next((self._at[h.i] for h in heads if h.i in self._at), None)

    def _backwards(self, last: ActorMention) -> list[ActorMention]:
        """Return `last` with the mentions coordinated before it, in the order of the text."""
        found = [last]
        joined = False
        while True:
            start = found[0].tokens.start
            joint = self.doc[start - 1] if start > last.tokens.sent.start else None
            if joint is None or not (joint.lower_ == "and" or (joined and joint.text == ",")):
                return found
            k = joint.i if joint.nbor(-1).text != "," or joint.text == "," else joint.i - 1
            before = self._ends.get(k)
            if not before or not self._is_joined(before[0], found[0]) or self._ends_list(before[0], joint):
                return found
            joined = True
            found.insert(0, before[0])

    def _ends_list(self, mention: ActorMention, joint: Token) -> bool:
        """Return whether a list of its own ends with a mention: "with A, B and C, the army and D met"."""
        start = mention.tokens.start
        return joint.text == "," and start > mention.tokens.sent.start and self.doc[start - 1].lower_ == "and"

    def _gathered(self, mention: ActorMention) -> list[Side]:
        """Return the two people, states or groups whom "the two men" or "both states" points back to."""
        kinds = pairs_of().get(self.doc[mention.head].lemma_.lower())
        if kinds is None or {t.lower_ for t in mention.tokens}.isdisjoint(PAIR):
            return []
        before = [a for i, a in sorted(self._at.items()) if i < mention.tokens.start and a.proper and a.kind in kinds]
        joined = [(a, b) for a, b in pairwise(before) if self.doc[b.head].dep_ == "conj"]
        before = [*joined[-1]] if joined else before
        named = list({a.chain: a for a in reversed(before)}.values())[:2]
        return [self.side(a) for a in reversed(named)] if len(named) == 2 else []

    def _is_joined(self, left: ActorMention, right: ActorMention) -> bool:
        head = self.doc[right.head]
        return head.dep_ == "conj" or self.doc[left.head].dep_ in SUBJECTS or head.dep_ == "appos"

    def _element(self, k: int) -> list[Side]:
        """Return whom the words that start at `k` name; envoys give way to those who sent them."""
        if k >= len(self.doc):
            return []
        if self._starts.get(k):
            return self._told_apart(self._starts[k][0]) or self._expanded(self._starts[k][0])
        k += int(self.doc[k].tag_ == "DT")
        named = k < len(self.doc) and self.doc[k].tag_ in {"NNP", "NNPS"} and not self._is_town(k)
        return [self._unknown(k)] if named else []

    def _listed(self, k: int) -> list[Side]:
        """Return whom the words at `k` name, with what is coordinated after them, an aside left out."""
        found = self._joined(k)
        at = self._end(k, found)
        alone = len(found) == 1 and at < len(self.doc) and self.doc[at].text == ","
        return found + self._past_aside(at) if alone else found

    def _joined(self, k: int) -> list[Side]:
        """Return whom the words at `k` name, with what commas and "and" join to them."""
        found = self._element(k)
        waiting: list[Side] = []
        at = self._end(k, found)
        while found and at + 1 < self.doc[k].sent.end and self.doc[at].text in {",", "and"}:
            closes = self.doc[at].lower_ == "and" or self.doc[at + 1].lower_ == "and"
            start = at + 2 if self.doc[at].text == "," and closes else at + 1
            start += int(self.doc[start].lower_ in {"with", "of", "by", "between"}) if start < len(self.doc) else 0
            more = self._element(start)
            if not more or self._is_subject(start):
                break
            waiting += more
            at = self._end(start, more)
            if closes:
                return found + waiting
        return found

    def _past_aside(self, at: int) -> list[Side]:
        """Return what follows an aside: "the X, who live in the valley, and the Y"."""
        for i in range(at + 1, min(at + REACH, len(self.doc) - 2)):
            if self.doc[i].text == "," and self.doc[i + 1].lower_ == "and":
                return [] if self._is_subject(i + 2) else self._element(i + 2)
        return []

    def _end(self, k: int, found: list[Side]) -> int:
        mention = self._starts[k][0] if self._starts.get(k) else None
        ends = [s.tokens.end for s in found]
        return max([*ends, mention.tokens.end] if mention is not None else ends, default=k)

    def _is_subject(self, k: int) -> bool:
        head = self._starts[k][0].head if self._starts.get(k) else k
        return self.doc[head].dep_ in SUBJECTS

    def _expanded(self, mention: ActorMention) -> list[Side]:
        """Return those who sent "envoys of X and of Y" or "Xian and Yian envoys", else the mention as a side."""
        nations = self._nations(mention)
        if nations:
            return nations
        if self.doc[mention.head].lemma_.lower() not in words("envoys"):
            return [self.side(mention)]
        inner = next((i for i in range(mention.head + 1, mention.tokens.end) if self._starts.get(i)), None)
        if inner is None or self._starts[inner][0].kind in {"person", "people"}:
            return [self.side(mention)]
        return self._listed(inner)

    def _nations(self, mention: ActorMention) -> list[Side]:
        """Return the two states whose people "and" joins in a mention ("Malian and Chadian officials")."""
        joints = [t.i for t in self.doc[mention.tokens.start : mention.head] if t.lower_ == "and"]
        if len(joints) != 1 or not mention.plural or self.doc[mention.head].lemma_.lower() not in words("speaking"):
            return []
        both = [*self.nation(joints[0] - 1), *self.nation(joints[0] + 1)]
        return both if len({s.name for s in both}) > 1 else []

    def _sent_by(self, head: Token) -> list[Side]:
        """Return those whom a noun for envoys that no mention covers is of ("the panels of X and of Y")."""
        if head.lemma_.lower() not in words("envoys"):
            return []
        preps = [t for c in head.children if c.lower_ == "of" for t in (c, *c.children) if t.lower_ == "of"]
        return self.of_heads(o for p in preps for o in p.children if o.dep_ == "pobj")


@lru_cache(maxsize=1)
def sides_of(doc: Doc, found: Findings) -> Sides:
    """Return what finds the sides of relations in a page; that of the last page is kept, since several parts ask."""
    return Sides(doc, found)
