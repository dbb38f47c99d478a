"""The program starts at once: nothing heavy is loaded before it is needed."""

import subprocess
import sys

HEAVY = ("spacy", "sqlalchemy", "trafilatura", "altair", "numpy", "jinja2", "tocsin.pipeline", "tocsin.read")


def test_help_loads_nothing_heavy():
    assert set(HEAVY) & set(printed("import sys, tocsin.cli; print(*sys.modules)")) == set()


def test_the_verbs_load_when_they_are_asked_for():
    code = "import sys, tocsin; tocsin.store.Store; print('sqlalchemy' in sys.modules, 'spacy' in sys.modules)"
    assert printed(code) == ["True", "False"]


def test_a_question_loads_nothing_that_reads_reports():
    code = "import sys, tocsin; tocsin.pipeline.answer; print('spacy' in sys.modules, 'tocsin.read' in sys.modules)"
    assert printed(code) == ["False", "False"]
    assert printed("import tocsin; print(tocsin.pipeline.RunOptions.__name__)") == ["RunOptions"]


def printed(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()
