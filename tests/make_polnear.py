"""A small corpus in the form of PolNeAR, with articles of our own making."""

from pathlib import Path

# By the digest of the name; worked out once with the command sha256sum (the first byte, divisible by three for dev).
FOR_DEVELOPING, UNSEEN = "market_0003_raid", "market_0001_raid"
Marked = tuple[str | None, str, str]


def polnear(folder: Path, text: str, *marked: Marked, part: str = "train", name: str = FOR_DEVELOPING) -> Path:
    """Write one article with attributions as (source or None, cue, content); parts of content are joined by " ... "."""
    for kind in ("text", "attributions"):
        (folder / part / kind).mkdir(parents=True, exist_ok=True)
    (folder / part / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
    lines: list[str] = []
    for roles in marked:
        lines.extend(_lines(text, roles, len(lines)))
    (folder / part / "attributions" / f"{name}_a1b2.ann").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _lines(text: str, roles: Marked, start: int) -> list[str]:
    given = [(role, words) for role, words in zip(("Source", "Cue", "Content"), roles, strict=True) if words]
    marks = [
        f"T{start + n}\t{role} {';'.join(_span(text, part) for part in words.split(' ... '))}\t{words}"
        for n, (role, words) in enumerate(given)
    ]
    told = " ".join(f"{role}:T{start + n}" for n, (role, _) in enumerate(given))
    return [*marks, f"E{start}\t{told}"]


def _span(text: str, words: str) -> str:
    return f"{text.index(words)} {text.index(words) + len(words)}"
