"""The lines of a PDF page, with blank lines where the page leaves room or changes the size of its letters."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pypdf

from tocsin.collect._unicode import uniform

SOFT_HYPHEN = "\u00ad"
GAP_SHARE = 1.25
SIZE_SHARE = 1.12


@dataclass(slots=True, kw_only=True)
class _Line:
    """One line as it is put together: its words, its height on the page and the size of its letters, in points."""

    text: str = ""
    y: float | None = None
    size: float = 0.0


def page_lines(page: pypdf.PageObject) -> list[str]:
    """Return the lines of `page` in reading order, an empty one wherever a new paragraph or part begins."""
    lines = [line for line in _lines(page) if uniform(line.text).strip()]
    usual = _usual_gap(lines)
    found: list[str] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is not None and _breaks(above, line, usual):
            found.append("")
        found.append(_one_line(line.text))
    return found


def _lines(page: pypdf.PageObject) -> list[_Line]:
    lines = [_Line()]

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        for i, piece in enumerate(text.split("\n")):
            if i:
                lines.append(_Line())
            line = lines[-1]
            line.text += piece
            if piece.strip() and line.y is None:
                line.y, line.size = y, abs(size * (tm[3] or tm[1] or 1.0))

    page.extract_text(visitor_text=visit)
    return lines


def _one_line(text: str) -> str:
    """Return `text` uniform; a soft hyphen at its end stays, as it tells that the word goes on."""
    return " ".join(uniform(text).split()) + (SOFT_HYPHEN if text.rstrip().endswith(SOFT_HYPHEN) else "")


def _usual_gap(lines: Sequence[_Line]) -> float | None:
    gaps = Counter(round(gap, 1) for gap in map(_gap, lines, lines[1:]) if gap > 0)
    return gaps.most_common(1)[0][0] if gaps else None


def _gap(above: _Line, line: _Line) -> float:
    return 0.0 if above.y is None or line.y is None else above.y - line.y


def _breaks(above: _Line, line: _Line, usual: float | None) -> bool:
    sizes = sorted((above.size, line.size))
    if sizes[0] > 0 and sizes[1] > SIZE_SHARE * sizes[0]:
        return True
    return usual is not None and _gap(above, line) > GAP_SHARE * usual
