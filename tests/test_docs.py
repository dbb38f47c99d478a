"""What is public is documented, and what the documentation shows runs."""

import doctest
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import tocsin
from tocsin.cli import app

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
REFERENCE = ROOT / "docs" / "reference"
N_REPORTS = 3
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BANNED = re.compile(r"\b(simply|easily|powerful|robust|seamless\w*)\b", re.IGNORECASE)
# Alembic runs these itself, inside a migration.
RUN_BY_ALEMBIC = "migrations"
LONGEST_OPENING = 300
NAMED = re.compile(r"examples/reports/[\w.-]+")
DIGEST = re.compile(r"\b[cdis]-[0-9a-f]{16}\b|(?<=rules-1\+)[0-9a-f]{8}\b")


def modules() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if RUN_BY_ALEMBIC not in parts:
            yield ".".join(part for part in parts if part != "__init__")


def commands() -> dict[str, list[str]]:
    """Return the options of each command by its full name."""
    found = {}
    for name, command in get_command(app).commands.items():
        inner = getattr(command, "commands", None) or {"": command}
        for rest, one in inner.items():
            options = [opt for param in one.params for opt in param.opts if opt.startswith("--")]
            found[f"tocsin {name} {rest}".strip()] = options
    return found


def public_names() -> Iterator[str]:
    for name in tocsin.__all__:
        value = getattr(tocsin, name)
        if isinstance(value, ModuleType):
            yield f"tocsin.{name}"
            yield from value.__all__
        else:
            yield name


def blocks(page: Path, language: str) -> list[str]:
    return [code for found, code in FENCE.findall(page.read_text(encoding="utf-8")) if found == language]


def pages_with(language: str) -> list[Path]:
    return [page for page in PAGES if blocks(page, language)]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def named_reports() -> list[Path]:
    """Return the example reports that the documentation follows."""
    return [ROOT / name for name in sorted(set(NAMED.findall((ROOT / "docs" / "trace.md").read_text("utf-8"))))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working folder with a few of the example reports where the documentation says they are."""
    annotated = sorted((ROOT / "tests" / "gold" / "dev").glob("*.json"))
    (tmp_path / "examples" / "reports").mkdir(parents=True)
    texts = [ROOT / "examples" / "reports" / f"{path.stem}.txt" for path in annotated]
    for text in [*[path for path in texts if path.is_file()][:N_REPORTS], *named_reports()]:
        shutil.copy(text, tmp_path / "examples" / "reports")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TOCSIN_STORE", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", list(modules()))
def test_examples_in_docstrings_run(name):
    assert doctest.testmod(import_module(name), raise_on_error=False).failed == 0


def test_every_public_name_is_documented():
    text = (REFERENCE / "api.md").read_text(encoding="utf-8")
    assert [
        name for name in public_names() if not re.search(rf"^(## |\| `){re.escape(name)}\b", text, re.MULTILINE)
    ] == []


def test_no_name_is_documented_that_is_not_public():
    text = (REFERENCE / "api.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) - set(public_names()) == set()


@pytest.mark.parametrize(("command", "options"), commands().items())
def test_every_command_is_documented_with_its_options(command, options):
    text = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(command)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None, f"no section on {command}"
    assert [option for option in options if f"`{option}" not in section[1]] == []


@pytest.mark.parametrize("command", commands())
def test_the_help_of_every_command_shows_an_example(command):
    shown = CliRunner().invoke(app, [*command.split()[1:], "--help"]).stdout
    assert re.search(rf"^ +{re.escape(command)}\b", shown, re.MULTILINE)


@pytest.mark.parametrize("page", pages_with("python"), ids=name_of)
def test_python_in_the_documentation_runs(page, folder):
    space: dict[str, object] = {"__name__": "page"}
    for code in blocks(page, "python"):
        exec(compile(code, str(page), "exec"), space)


@pytest.mark.parametrize("page", pages_with("sh"), ids=name_of)
def test_commands_in_the_documentation_run(page, folder):
    for line in "".join(blocks(page, "sh")).splitlines():
        words = shlex.split(line)
        if words[:1] != ["tocsin"]:
            continue
        result = CliRunner().invoke(app, [ids(folder).get(word, word) for word in words[1:]])
        assert result.exit_code == 0, f"{line}: {result.output}"


def test_the_trace_shown_to_newcomers_is_what_is_printed(folder):
    (shown,) = blocks(ROOT / "README.md", "console")
    CliRunner().invoke(app, ["run", "examples/reports", "--out", "out", "--jobs", "1"])
    claims = json.loads((folder / "out" / "record.json").read_text(encoding="utf-8"))["claims"]
    traces = [CliRunner().invoke(app, ["trace", c["id"]]).stdout for c in claims if c["slot"] == "killed"]
    assert DIGEST.sub("X", shown.split("\n", 1)[1]) in [DIGEST.sub("X", printed) for printed in traces]


def ids(folder: Path) -> dict[str, str]:
    """Return the ids that the placeholders of the documentation stand for."""
    record = folder / "out" / "record.json"
    if not record.is_file():
        return {}
    found = re.findall(r'^,?\{"id": "([ci]-\w+)"', record.read_text(encoding="utf-8"), re.MULTILINE)
    incidents = [key for key in found if key.startswith("i-")]
    return {"CLAIM": found[0], "INCIDENT": incidents[0], "OTHER": incidents[1]}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_pages_are_in_plain_words(page):
    assert BANNED.findall(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=name_of)
def test_pages_open_with_one_sentence_on_what_they_enable(page):
    title, blank, opening, *_ = [*page.read_text(encoding="utf-8").splitlines(), "", "", ""]
    assert title.startswith("# ")
    assert blank == ""
    assert 0 < len(opening) <= LONGEST_OPENING


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_to_files_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []
