"""What made a claim or a forecast is told by a digest of its code and vocabularies."""

from tocsin.core import code as module
from tocsin.core.code import code_digest


def digest_where(monkeypatch, tmp_path, *, source: str, words: str) -> str:
    """Return the digest of a package with one module and one vocabulary."""
    package, data = tmp_path / "package", tmp_path / "words.toml"
    package.mkdir(exist_ok=True)
    (package / "module.py").write_text(source, encoding="utf-8")
    (package / "notes.txt").write_text(words, encoding="utf-8")
    data.write_text(words, encoding="utf-8")
    monkeypatch.setattr(module, "files", lambda _: package)
    monkeypatch.setattr(module, "data_file", lambda _: data)
    code_digest.cache_clear()
    return code_digest("anything")


def test_it_changes_with_the_code_and_with_a_vocabulary_that_the_code_names(monkeypatch, tmp_path):
    reads, other = 'toml_table("words.toml")', 'toml_table("words.toml")  # twice'
    found = [
        digest_where(monkeypatch, tmp_path, source=s, words=w) for s, w in [(reads, "a"), (other, "a"), (reads, "b")]
    ]
    assert len(set(found)) == 3
    assert digest_where(monkeypatch, tmp_path, source=reads, words="a") == found[0]


def test_a_vocabulary_that_no_module_names_does_not_count(monkeypatch, tmp_path):
    found = {digest_where(monkeypatch, tmp_path, source="pass", words=words) for words in "ab"}
    assert len(found) == 1
    code_digest.cache_clear()
