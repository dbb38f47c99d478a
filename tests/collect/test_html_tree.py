from tocsin.collect._html_tree import parsed, stripped


def text(body: str) -> str:
    tree = parsed(f"<html><body>{body}</body></html>")
    assert tree is not None
    return " ".join(stripped(tree).text_content().split())


def test_marked_furniture_goes_and_what_follows_it_stays() -> None:
    assert text('<p>One</p><div class="x share">Share</div> tail <p>Two</p>') == "One tail Two"


def test_a_mark_on_a_part_that_holds_the_report_is_passed_over() -> None:
    assert text(f'<div class="comments"><p>{"word " * 300}</p></div>').count("word") == 300
    assert text('<div class="sidebar"><h1>Title</h1>Text</div>') == "TitleText"


def test_a_table_of_figures_stays_a_table() -> None:
    tree = parsed("<html><body><table><tr><td>Gao</td><td>12</td></tr></table></body></html>")
    assert tree is not None
    assert stripped(tree).find(".//table") is not None
