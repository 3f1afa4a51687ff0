"""What a template that was replaced does wrong, and errors that are none of its doing."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from mkdocs_postmortem.rendering.environment import render_template
from mkdocs_postmortem.rendering.template_fault import TemplateFault
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.words.catalogue import words_for
from tests.sites import write

WORDS = words_for(Settings())


def render(overrides: Path | None) -> None:
    """Render a template that shows nothing but its title."""
    render_template("board.html.jinja", str, WORDS, overrides, title="T")


def test_path_line_and_reason_are_told(tmp_path: Path) -> None:
    write(tmp_path / "board.html.jinja", "{{ title }}\n{{ unknown }}")

    with pytest.raises(TemplateFault, match=r"^'unknown' is undefined$") as caught:
        render(tmp_path)

    assert (caught.value.path, caught.value.line) == (tmp_path / "board.html.jinja", 2)


def test_the_line_is_that_of_the_file_which_is_at_fault(tmp_path: Path) -> None:
    write(tmp_path / "board.html.jinja", "{% include 'mine.jinja' %}")
    write(tmp_path / "mine.jinja", "\n\n{% endif %}")

    with pytest.raises(TemplateFault) as caught:
        render(tmp_path)

    assert (caught.value.path.name, caught.value.line) == ("mine.jinja", 3)


def test_errors_of_ours_stay_what_they_are(tmp_path: Path) -> None:
    def broken(_: object) -> NoReturn:
        raise RuntimeError("ours")

    with pytest.raises(RuntimeError, match="ours"):
        render_template("redirect.html.jinja", broken, WORDS, tmp_path, target=None)
