"""The pages of docs_dir that are looked through, and at which level."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.library.hand_pages import check_hand_pages
from tests.documents import settings_of
from tests.sites import write
from tests.unreadable import locked

WRONG = "<!-- postmortems oops -->\n"


def found(root: Path, **options: Any) -> list[str]:
    problems = check_hand_pages(root, settings_of(options), root / "docs")
    return [f"{problem.location.path}:{problem.location.line} {problem.level.value}" for problem in problems]


def test_every_markdown_file_is_looked_through(tmp_path: Path) -> None:
    for name in ("index.md", "runbooks/checkout.md", "notes.txt", ".hidden/a.md"):
        write(tmp_path / "docs" / name, f"# Title\n\n{WRONG}")

    assert found(tmp_path) == ["docs/index.md:3 error", "docs/runbooks/checkout.md:3 error"]


def test_the_settings_choose_the_level(tmp_path: Path) -> None:
    write(tmp_path / "docs/index.md", WRONG)

    assert found(tmp_path, levels={"wrong-marker": "warning"}) == ["docs/index.md:1 warning"]
    assert found(tmp_path, levels={"PM513": "off"}) == []


@pytest.mark.parametrize("text", [b"\xff\xfe<!-- postmortems oops -->", b""])
def test_what_is_no_text_is_left_to_mkdocs(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_bytes(text)

    assert found(tmp_path) == []


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "outside.md", WRONG)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/link.md").symlink_to("../outside.md")

    assert found(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
def test_a_pipe_is_passed_over_without_waiting(tmp_path: Path) -> None:
    write(tmp_path / "docs/index.md", WRONG)
    os.mkfifo(tmp_path / "docs/pipe.md")

    assert found(tmp_path) == ["docs/index.md:1 error"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for name in ("index.md", "s/a.md"):
        write(tmp_path / "docs" / name, WRONG)

    with locked(tmp_path / "docs/s"):
        assert found(tmp_path) == ["docs/index.md:1 error", "docs/s:1 error"]
        assert found(tmp_path, levels={"PM001": "off"}) == ["docs/index.md:1 error"]
    with locked(tmp_path / "docs"):
        assert found(tmp_path) == ["docs:1 error"]
