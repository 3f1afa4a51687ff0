"""What facets and their values are called."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.settings.saved_view import FACETS, PENDING
from mkdocs_postmortem.views.value_names import facet_title, value_label
from mkdocs_postmortem.words.catalogue import words_for
from tests.documents import settings_of

SETTINGS = settings_of(services=[{"name": "shop", "title": "The shop"}], fields=[{"name": "on_sale", "type": "yes-no"}])


@pytest.mark.parametrize(
    ("key", "name", "label"),
    [
        ("severity", "sev1", "SEV1 High"),
        ("service", "shop", "The shop"),
        ("root_cause_service", "shop", "The shop"),
        ("service", "else", "else"),
        ("status", "in-review", "In review"),
        ("kind", "near-miss", "Near miss"),
        ("year", "2026", "2026"),
        ("year", "undated", "not stated"),
        ("factor", "on-call", "On call"),
        ("factor", "own-one", "Own one"),
        ("has", "no-review", "No reviewer"),
        ("on_sale", "yes", "Yes"),
        ("tag", "published", "published"),
    ],
)
def test_a_value_is_called_by_its_word_and_a_name_of_the_users_by_itself(key: str, name: str, label: str) -> None:
    assert value_label(key, name, SETTINGS, words_for(SETTINGS)) == label


def test_every_facet_has_a_title_and_every_pending_thing_a_word() -> None:
    words = words_for(SETTINGS)
    titles = [facet_title(key, SETTINGS, words) for key in (*FACETS, "on_sale")]

    assert len(set(titles)) == len(titles)
    assert titles[-1] == "On sale"
    assert [name for name in PENDING if value_label("has", name, SETTINGS, words) == name] == []
