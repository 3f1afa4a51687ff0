"""What stands at a path is told of paths, too, at which nothing can stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_postmortem.reading.on_disk import is_file, is_folder, is_link, is_there, real_path
from tests.sites import write

Question = Callable[[Path], bool]


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("folder", (False, True, False, True)),
        ("folder/a.md", (True, False, False, True)),
        ("good-link", (True, False, True, True)),
        ("bad-link", (False, False, True, True)),
        ("circle", (False, False, True, True)),
        ("gone", (False, False, False, False)),
        ("x" * 300, (False, False, False, False)),
        ("a\0b", (False, False, False, False)),
    ],
)
def test_every_path_has_an_answer(name: str, answers: tuple[bool, ...], tmp_path: Path) -> None:
    write(tmp_path / "folder/a.md", "x")
    for link, target in (("good-link", "folder/a.md"), ("bad-link", "gone"), ("circle", "circle")):
        (tmp_path / link).symlink_to(target)
    asked: tuple[Question, ...] = (is_file, is_folder, is_link, is_there)

    assert tuple(ask(tmp_path / name) for ask in asked) == answers


def test_links_are_followed_as_far_as_they_lead(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    (tmp_path / "circle").symlink_to("circle")

    assert real_path(tmp_path / "link/../link/a.md") == tmp_path.resolve() / "folder/a.md"
    assert real_path(tmp_path / "circle") == tmp_path.resolve() / "circle"
