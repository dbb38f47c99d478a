"""The colours of the brief."""

import re
from pathlib import Path

import pytest

import tocsin.brief

STYLE = (Path(tocsin.brief.__file__).parent / "templates" / "brief.css").read_text(encoding="utf-8")
PALETTES = [dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)]
# WCAG 2.2, success criteria 1.4.3 and 1.4.11.
TEXT, GRAPHICS = 4.5, 3.0
TEXT_PAIRS = [(ink, ground) for ink in ("ink", "soft", "link", "strong") for ground in ("paper", "tint", "mark")]
MAP_PAIRS = [(ink, ground) for ink in ("ink", "soft", "strong") for ground in ("land", "sea")]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # the lightest grey that passes on white


def test_there_is_a_light_a_dark_and_a_printed_palette() -> None:
    assert len(PALETTES) == 3
    assert len({frozenset(p) for p in PALETTES}) == 1


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
def test_text_can_be_told_from_its_ground(palette: dict[str, str]) -> None:
    low = [(a, b) for a, b in TEXT_PAIRS + MAP_PAIRS if contrast(palette[a], palette[b]) < TEXT]
    assert low == []


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
def test_a_dot_can_be_told_from_the_map(palette: dict[str, str]) -> None:
    assert min(contrast(palette["strong"], palette[ground]) for ground in ("land", "sea", "halo")) >= GRAPHICS


def test_only_named_colours_of_the_palette_are_used_outside_it() -> None:
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []
