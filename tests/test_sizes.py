"""Files and functions stay small, as the house style measures them."""

import ast
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tocsin"
FILES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 500
MEDIAN_BODY, NINTH_DECILE_BODY, LONGEST_BODY = 8, 30, 60
MOST_PARAMETERS, MOST_POSITIONAL = 5, 2
# A command has as many parameters as the program has options, and typer hands them over by name.
COMMANDS = SOURCE / "cli"
BANNED_NAMES = {"utils.py", "helpers.py", "misc.py", "common.py", "manager.py"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def functions() -> tuple[tuple[Path, Function], ...]:
    trees = ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in FILES)
    return tuple((path, n) for path, tree in trees for n in ast.walk(tree) if isinstance(n, Function))


def body_lines(function: Function) -> int:
    """Return the lines from the first statement after the docstring to the last."""
    has_docstring = ast.get_docstring(function) is not None
    body = function.body[1:] if has_docstring else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def name_of(path: Path, function: Function) -> str:
    return f"{path.relative_to(SOURCE)}:{function.lineno} {function.name}"


def parameters(function: Function) -> tuple[int, int]:
    """Return how many parameters there are, and how many of them may be positional; `self` and `cls` do not count."""
    given = function.args
    positional = [a.arg for a in (*given.posonlyargs, *given.args) if a.arg not in {"self", "cls"}]
    return len(positional) + len(given.kwonlyargs), len(positional)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_too_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_no_function_is_too_long():
    assert [name_of(p, f) for p, f in functions() if body_lines(f) > LONGEST_BODY] == []


def test_most_functions_are_short():
    lengths = [body_lines(f) for _, f in functions()]
    assert median(lengths) <= MEDIAN_BODY
    assert quantiles(lengths, n=10)[-1] <= NINTH_DECILE_BODY


def test_no_function_has_too_many_parameters():
    checked = [(p, f) for p, f in functions() if COMMANDS not in p.parents]
    assert [name_of(p, f) for p, f in checked if parameters(f)[0] > MOST_PARAMETERS] == []


def test_no_file_has_a_name_that_says_nothing():
    assert [p.name for p in FILES if p.name in BANNED_NAMES] == []


def test_every_function_is_annotated():
    def lacks(function: Function) -> bool:
        given = function.args
        named = [a for a in (*given.posonlyargs, *given.args, *given.kwonlyargs) if a.arg not in {"self", "cls"}]
        return any(a.annotation is None for a in named) or function.returns is None

    assert [name_of(p, f) for p, f in functions() if lacks(f)] == []
