import os
from pathlib import Path

from tocsin.collect._find import files
from tocsin.core.issue import Issue

SUFFIXES = {".txt"}


def names(top: Path) -> list[str]:
    return [item.what.split(":")[0] if isinstance(item, Issue) else item.name for item in files(top, SUFFIXES)]


def test_hidden_files_and_folders_are_skipped(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".git/a.txt", ".b.txt", "c.txt", "D.TXT"):
        (tmp_path / name).touch()
    assert names(tmp_path) == ["D.TXT", "c.txt"]


def test_a_link_that_leads_in_a_circle_is_an_issue_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").touch()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert names(tmp_path) == ["a folder that leads back to itself or is nested too deep", "x.txt"]


def test_files_of_other_kinds_are_one_issue_a_folder(tmp_path: Path) -> None:
    for i in range(9):
        (tmp_path / f"{i}.png").touch()
    [found] = files(tmp_path, SUFFIXES)
    assert isinstance(found, Issue)
    assert found.what == "files of a kind that is not read: 0.png, 1.png, 2.png, 3.png, 4.png and 4 more"


def test_what_is_no_file_is_an_issue_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path) == ["cannot be opened", "not a regular file"]


def test_a_file_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    assert names(tmp_path / "a.png") == ["a.png"]
