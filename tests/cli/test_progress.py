"""Progress is a bar on a terminal and plain lines elsewhere."""

import io

from rich.console import Console
from rich.progress import Progress

from tocsin.cli import _progress
from tocsin.cli._progress import Bars, Lines, watched


def test_elsewhere_than_on_a_terminal_there_are_plain_lines(capsys):
    with watched() as progress:
        progress.begin("read")
        progress.done("a.txt", usable=True)
        progress.done("b.pdf", usable=False)
    assert isinstance(progress, Lines)
    assert capsys.readouterr().err == "reading reports ...\nnot used: b.pdf\n"


def test_a_long_run_says_how_far_it_is(capsys, monkeypatch):
    monkeypatch.setattr(_progress, "LINE_EVERY_SECONDS", 0.0)
    lines = Lines()
    lines.done("a.txt", usable=True)
    lines.done("b.txt", usable=True)
    assert capsys.readouterr().err == "  1 so far\n  2 so far\n"


def test_on_a_terminal_each_step_has_a_bar():
    screen = io.StringIO()
    with Progress(console=Console(file=screen, force_terminal=True, width=100)) as shown:
        bars = Bars(shown)
        bars.begin("read")
        bars.done("a.txt", usable=True)
        bars.done("b.pdf", usable=False)
        bars.begin("write")
        bars.end()
        assert [(t.description, t.total, t.completed) for t in shown.tasks] == [
            ("reading reports", 2, 2),
            ("writing the brief", 1, 1),
        ]
    assert "not used: b.pdf" in screen.getvalue()
