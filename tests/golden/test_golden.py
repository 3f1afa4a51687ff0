"""The golden pages hold; what they show is right in the places that matter most."""

from __future__ import annotations

import pytest

from tests.golden import FOLDER, PAGES, golden_site, render


@pytest.mark.parametrize(("name", "uri"), PAGES.items(), ids=PAGES)
def test_the_page_is_as_it_was_last_looked_at(name: str, uri: str) -> None:
    expected = (FOLDER / f"{name}.html").read_text(encoding="utf-8")

    assert render(golden_site(), uri) == expected, "if this is meant: python -m tests.golden --update"


def test_every_golden_file_belongs_to_a_page() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == set(PAGES)


def test_the_library_of_the_golden_pages_has_no_error() -> None:
    assert {problem.level.value for problem in golden_site().problems} == {"warning"}
