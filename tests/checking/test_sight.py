"""What a check looks at: each look shows what a change would change, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_postmortem.checking import sight
from mkdocs_postmortem.checking.sight import Look, at_file, at_links, at_matching, at_place, at_texts, see, show_links
from mkdocs_postmortem.library.surroundings import look_around
from tests.sites import write
from tests.unreadable import locked

Change = Callable[[Path], object]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two documents, settings, a catalogue and a page."""
    for name in ("docs/a.md", "docs/2026/b.md", "settings.yml", "catalog/x.yaml", "pages/p.md"):
        write(tmp_path / name, "one")
    return tmp_path


def links(root: Path) -> Look:
    around = look_around(root, "docs", "pages", ["docs/a.md"], {"pages/p.md", "docs/x.png"})
    return at_links(root, "docs", "pages", ["docs/a.md"], around)


def edit(name: str, text: str = "two") -> Change:
    return lambda root: write(root / name, text)


def remove(name: str) -> Change:
    return lambda root: (root / name).unlink()


def turn_into_link(name: str) -> Change:
    """Put the file elsewhere, with a link in its place, so that its content stays."""

    def change(root: Path) -> None:
        (root / name).rename(root / "elsewhere")
        (root / name).symlink_to(root / "elsewhere")

    return change


@pytest.mark.parametrize(
    ("look", "change"),
    [
        (lambda root: at_file(root / "settings.yml"), edit("settings.yml")),
        (lambda root: at_file(root / "settings.yml"), remove("settings.yml")),
        (lambda root: at_file(root / "settings.yml"), turn_into_link("settings.yml")),
        (lambda root: at_file(root / "new.yml"), edit("new.yml")),
        (lambda root: at_texts(root / "docs"), edit("docs/a.md")),
        (lambda root: at_texts(root / "docs"), edit("docs/2026/c.md")),
        (lambda root: at_texts(root / "docs"), remove("docs/2026/b.md")),
        (lambda root: at_texts(root / "docs"), turn_into_link("docs/a.md")),
        (lambda root: at_texts(root / "docs"), lambda root: (root / "docs/a.md").rename(root / "docs/z.md")),
        (lambda root: at_matching(root, "catalog/*.yaml"), edit("catalog/y.yaml")),
        (lambda root: at_matching(root, "catalog/*.yaml"), remove("catalog/x.yaml")),
        (lambda root: at_place(root / "docs"), lambda root: (root / "docs").rename(root / "gone")),
        (lambda root: at_place(root / "docs"), turn_into_link("docs")),
        (links, remove("pages/p.md")),
        (links, edit("docs/x.png")),
    ],
)
def test_a_change_is_seen(look: Callable[[Path], Look], change: Change, root: Path) -> None:
    looks = [look(root)]
    before = see(looks)
    assert before is not None
    assert see(looks) == before

    change(root)
    assert see(looks) not in (before, None)


def test_what_no_check_reads_makes_no_difference(root: Path) -> None:
    looks = [at_texts(root / "docs"), at_matching(root, "catalog/*.yaml"), links(root)]
    before = see(looks)
    write(root / "docs/notes.txt", "new")
    write(root / "docs/.git/x.md", "new")
    write(root / "catalog/x.yaml", "its content is a file's to show")
    assert see(looks) == before


def test_a_look_at_links_shows_what_the_check_found_there(root: Path) -> None:
    around = look_around(root, "docs", "pages", ["docs/a.md"], {"pages/p.md", "docs/x.png"})
    assert see([links(root)]) == (show_links(around),)


def test_a_folder_that_is_not_there_is_seen_as_empty(tmp_path: Path) -> None:
    assert see([at_texts(tmp_path / "gone")]) is not None


@pytest.mark.parametrize("name", ["docs/c.md", "settings.yml"])
def test_what_cannot_be_read_is_not_seen(name: str, root: Path) -> None:
    (root / name).unlink(missing_ok=True)
    (root / name).mkdir()
    assert see([at_texts(root / "docs"), at_file(root / "settings.yml")]) is None


def test_a_folder_that_cannot_be_read_is_not_seen(root: Path) -> None:
    with locked(root / "docs/2026"):
        assert see([at_texts(root / "docs")]) is None


def test_a_link_that_leads_to_itself_is_not_seen_as_absent(root: Path) -> None:
    (root / "circle.yml").symlink_to("circle.yml")
    assert see([at_file(root / "circle.yml")]) is None


def test_more_files_than_small_libraries_have_are_not_seen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [at_texts(root / "docs")]
    monkeypatch.setattr(sight, "MOST_TEXTS", 2)
    assert see(looks) is not None
    write(root / "docs/c.md", "one")
    assert see(looks) is None
