"""The tokens of a page as plain lists, with sentences that respect paragraphs, closing quotes and datelines."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from spacy.attrs import SPACY

from tocsin.read._columns import columns
from tocsin.read._misread import tags_of
from tocsin.read._parse import Page

QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»", "„"})
OPENERS = frozenset({"“", "«", "``", "„"})
TOGGLES = frozenset({'"', "''"})
CLOSERS = QUOTES - OPENERS | {")", "’"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """Tokens by attribute. `bounds` are the sentences as token ranges; `sentence` numbers them by token.

    `subjects` maps a verb to the head of its subject as the parser sees it; `body` is where a dateline has ended.
    Words are equal to themselves alone, so that they can be a key.
    """

    text: list[str]
    space: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    sentence: list[int]
    bounds: list[tuple[int, int]]
    paragraph: list[int]
    subjects: dict[int, int]
    body: int

    def bounds_of(self, token: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds `token`."""
        return self.bounds[self.sentence[token]]

    def opens_paragraph(self, token: int) -> bool:
        """Return whether `token` is the first of the text or of a paragraph."""
        return token == 0 or parts_paragraphs(self.text[token - 1])

    def at(self, token: int) -> str:
        """Return the token in lower case, or an empty string outside the text."""
        return self.lower[token] if 0 <= token < len(self.lower) else ""

    def verbatim(self, start: int, end: int) -> str:
        """Return the tokens `[start, end)` as the text has them, runs of white space made one space."""
        if end - start == 1:
            return self.text[start].strip()
        pairs = zip(self.text[start:end], self.space[start:end], strict=True)
        return " ".join("".join(chain.from_iterable(pairs)).split())


@lru_cache(maxsize=1)
def read_words(page: Page) -> Words:
    """Return the tokens of `page` as lists; those of the last page are kept, since several parts ask for them."""
    told = columns(page.doc)
    text, dep, head = told.text, told.dep, told.head
    starts, paragraphs = _starts(text, [page.dateline_end, *(s.start for s in page.sentences)])
    bounds = list(zip(starts, [*starts[1:], len(text)], strict=True))
    sentence = [n for n, (start, end) in enumerate(bounds) for _ in range(start, end)]
    return Words(
        text=text,
        space=[" " if spaced else "" for spaced in page.doc.to_array([SPACY]).reshape(-1).tolist()],
        lower=[word.replace("’", "'") for word in told.lower],
        lemma=told.lemma,
        tag=tags_of(told, bounds),
        dep=dep,
        head=head,
        sentence=sentence,
        bounds=bounds,
        paragraph=paragraphs,
        body=page.dateline_end,
        subjects={head[i]: i for i in range(len(text) - 1, -1, -1) if dep[i] in SUBJECTS},
    )


def _starts(text: list[str], parsed: list[int]) -> tuple[list[int], list[int]]:
    """Return where sentences start, and the number of the paragraph of each."""
    breaks = {i + 1 for i, word in enumerate(text) if parts_paragraphs(word)}
    wanted = ({_after_closers(text, s) for s in parsed} | breaks | {0}) - {len(text)}
    starts = sorted(wanted)
    paragraph, numbers = 0, []
    for start in starts:
        paragraph += start in breaks
        numbers.append(paragraph)
    return starts, numbers


def parts_paragraphs(word: str) -> bool:
    """Return whether a token is white space with an empty line in it."""
    return word.count("\n") > 1


def _after_closers(text: list[str], start: int) -> int:
    """Return `start` moved behind marks that close the sentence before."""
    if 0 < start < len(text) and text[start] in CLOSERS and _closes(text, start):
        return start + 1
    if 0 < start < len(text) and (
        text[start - 1] in OPENERS or (text[start - 1] in TOGGLES and not _closes(text, start - 1))
    ):
        return start - 1
    return start


def _closes(text: list[str], mark: int) -> bool:
    if text[mark] in {"”", "»", ")", "’"}:
        return True
    before = mark - 1
    while before >= 0 and not parts_paragraphs(text[before]):
        before -= 1
    marks = {text[mark], "``"} if text[mark] == "''" else {text[mark]}
    return sum(word in marks for word in text[before + 1 : mark]) % 2 == 1
