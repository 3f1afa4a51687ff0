"""PM502: two documents, or a document and a page of the library, would have the same address."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.library import build_library
from mkdocs_postmortem.library.register import register_of
from mkdocs_postmortem.rules import slug_collision
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, postmortem_of


def collisions(*names: str) -> list[str]:
    library = build_library([postmortem_of(VALID, name) for name in names], Settings())
    return [problem.location.path for problem in slug_collision.check(register_of(library))]


def test_names_of_their_own_are_fine() -> None:
    assert collisions("a.md", "b.md", "2026/c.md") == []


@pytest.mark.parametrize(
    "names",
    [
        ("2025/a.md", "2026/a.md"),
        ("a-b.md", "a b.md"),
        ("A.md", "a.md"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("file.md", "\ufb01le.md"),
        ("STRASSE.md", "stra\u00dfe.md"),
    ],
)
def test_names_that_some_system_cannot_tell_apart_collide(names: tuple[str, str]) -> None:
    assert collisions(*names) == [sorted(names)[1]]


@pytest.mark.parametrize("name", ["services.md", "index.md", "2026/Tags.md", "insights.md", "action items.md"])
def test_address_of_the_librarys_own_pages_is_taken(name: str) -> None:
    assert collisions(name) == [name]


def test_folder_of_the_librarys_own_pages_is_taken() -> None:
    assert collisions("services/checkout.md") == ["services/checkout.md"]
