import xml.etree.ElementTree as ET

from tocsin import Tenth
from tocsin.brief import reliability_svg

SVG = "{http://www.w3.org/2000/svg}"
FOUND = [
    Tenth(n=400, forecast=0.05, happened=0.0, low=0.0, high=0.02),
    Tenth(n=25, forecast=0.5, happened=0.75, low=0.5, high=1.0),
]


def drawn(models, title="At least 10"):
    return ET.fromstring(reliability_svg(models, title=title))


def test_a_tenth_is_a_dot_with_its_interval():
    picture = drawn([("pool", FOUND)])
    box = next(r for r in picture.iter(f"{SVG}rect") if r.get("class") == "line")
    left, top, side = (float(box.get(name)) for name in ("x", "y", "width"))
    low, high = picture.iter(f"{SVG}circle")
    assert (float(high.get("cx")), float(high.get("cy"))) == (left + side / 2, top + side / 4)
    assert float(low.get("cy")) == top + side
    assert float(low.get("r")) > float(high.get("r"))
    bar = [path.get("d") for path in picture.iter(f"{SVG}path") if path.get("class") == "bar"][1]
    assert bar == f"M{left + side / 2:.1f} {top + side / 2:.1f}V{top:.1f}"


def test_the_picture_says_in_words_what_it_shows():
    words = drawn([("pool", FOUND), ("zero", [])]).find(f"{SVG}desc").text
    assert "50% forecast, 75% came true (95%: 50% to 100%; n 25)" in words
    assert "zero: no forecasts" in words


def test_names_are_escaped():
    assert drawn([("<b>&", FOUND)], title="<script>").find(f"{SVG}title").text == "<script>"
