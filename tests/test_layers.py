"""Imports point down, and packages on one line of the layers do not meet."""

import ast
from collections.abc import Iterator
from pathlib import Path
from sys import stdlib_module_names

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tocsin"
# docs/design of the layers; `tocsin` itself is the face that the command line and users see.
LAYERS = (
    {"core"},
    {"registry"},
    {"collect", "read", "link", "count", "ask", "forecast", "score", "ledger", "brief", "store"},
    {"pipeline"},
    {"bench"},
    {"tocsin"},
    {"cli"},
)
HEIGHT = {package: height for height, layer in enumerate(LAYERS) for package in layer}
FILES = sorted(SOURCE.rglob("*.py"))
CORE_MAY_USE = {"numpy"}
PRINTERS = {"cli"}


def package_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "tocsin" if first == "__init__" else first


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of each module that is imported, `from a import b` as a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def ours(name: str) -> str | None:
    """Return the package of Tocsin that `name` is in."""
    parts = name.split(".")
    if parts[0] != "tocsin":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in HEIGHT else "tocsin"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down(path):
    here = package_of(path)
    for line, name in imports(path):
        there = ours(name)
        if there is None or there == here:
            continue
        below = HEIGHT[there] < HEIGHT[here]
        face = here == "tocsin" and there != "cli"
        assert below or face, f"{path.name}:{line}: {here} must not import {there}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_private_modules_of_a_package_are_its_own(path):
    here = package_of(path)
    for line, name in imports(path):
        private = any(part.startswith("_") and not part.startswith("__") for part in name.split("."))
        assert not (private and ours(name) not in {None, here}), f"{path.name}:{line}: {name} is private"


@pytest.mark.parametrize("path", sorted((SOURCE / "core").glob("*.py")), ids=lambda p: p.name)
def test_core_uses_the_standard_library_and_numpy_only(path):

    for line, name in imports(path):
        first = name.split(".")[0]
        assert first in stdlib_module_names | CORE_MAY_USE | {"tocsin"}, f"{path.name}:{line}: {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_stand_at_the_top_of_a_module(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = [n for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)]
    assert [n.lineno for n in inner if isinstance(n, ast.Import | ast.ImportFrom)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_the_command_line_prints(path):
    calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    prints = [n.lineno for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"]
    assert package_of(path) in PRINTERS or prints == []


def test_every_package_has_a_layer():
    there = {package_of(path) for path in FILES}
    assert there <= set(HEIGHT)
