"""Small corpora in the forms of LGL and GeoWebNews, with reports of our own making."""

from pathlib import Path

# By the digest of corpus and id; worked out once with the command b2sum (the first byte, even for dev).
BOTH_HALVES = {"0": "test", "1": "dev", "2": "test", "3": "dev"}


def toponym(phrase: str, at: tuple[float, float] | None, code: str, *, shift: int = 0) -> tuple[str, str, int]:
    """Return an annotated name as (phrase, its coordinates as elements, how far off its offset is)."""
    feature, _, full = code.partition(".")
    tag = "" if at is None else f"<lat>{at[0]}</lat><lon>{at[1]}</lon>"
    return phrase, f"<gaztag><fclass>{feature}</fclass><fcode>{full}</fcode>{tag}</gaztag>" if code else "", shift


def lgl(folder: Path, *parts: str | tuple[str, str, int]) -> Path:
    """Write lgl.xml: each text starts a report, and the toponyms behind it are those in it; return the folder."""
    texts = [at for at, part in enumerate(parts) if isinstance(part, str)]
    articles = []
    for number, start in enumerate(texts):
        end = texts[number + 1] if number + 1 < len(texts) else len(parts)
        articles.append(
            _article(number, str(parts[start]), [p for p in parts[start + 1 : end] if isinstance(p, tuple)])
        )
    (folder / "lgl.xml").write_text(f"<articles>{''.join(articles)}</articles>", encoding="utf-8")
    return folder


def _article(number: int, text: str, names: list[tuple[str, str, int]]) -> str:
    told = "".join(
        f"<toponym><start>{text.index(phrase) + shift}</start><end>0</end><phrase>{phrase}</phrase>{tag}</toponym>"
        for phrase, tag, shift in names
    )
    return f"<article docid='{number}'><domain>example.org</domain><text>{text}</text>{told}</article>"


def geo_web_news(folder: Path, text: str, **types: str) -> Path:
    """Write GWN.xml with one report, in which each word named has a type; return the folder."""
    told = "".join(
        f"<toponym><extractedName>{word}</extractedName><type>{kind}</type><start>{text.index(word)}</start></toponym>"
        for word, kind in types.items()
    )
    article = f"<article file='0'><text>{text}</text>{told}</article>"
    (folder / "GWN.xml").write_text(f"<articles>{article}</articles>", encoding="utf-8")
    return folder
