"""Saved views as mkdocs.yml states them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from mkdocs_postmortem.settings import SavedView, Settings
from tests.documents import settings_of


def view(**options: Any) -> SavedView:
    return settings_of(views=[{"name": "a", "title": "A", **options}]).views[0]


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("sev1", ("sev1",)),
        ("[sev0, sev1]", ("sev0", "sev1")),
        ("2026", ("2026",)),
        ("yes", ("yes",)),
        ("[no]", ("no",)),
        ("2026-03-01", ("2026-03-01",)),
        ("1.5", ("1.5",)),
    ],
)
def test_a_value_may_stand_alone_and_keeps_its_spelling(stated: str, words: tuple[str, ...]) -> None:
    assert view(where={"severity": yaml.safe_load(stated)}).where == {"severity": words}


def test_without_an_order_the_newest_come_first() -> None:
    assert view().sort == "-date"


@pytest.mark.parametrize("name", ["", "A view", "a/b", "-a", "ä", "a" * 61])
def test_a_name_must_be_fit_for_an_address(name: str) -> None:
    with pytest.raises(ValidationError):
        view(name=name)


@pytest.mark.parametrize("where", [{"severity": []}, {"severity": [""]}, {"severity": {"a": 1}}, {"severity": None}])
def test_a_facet_needs_words(where: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        view(where=where)


def test_a_day_that_only_the_run_knows_is_not_stated() -> None:
    run = Settings().as_seen_on(date(2026, 4, 15))
    none = settings_of(as_of=None).as_seen_on(date(2026, 4, 15))
    stated = settings_of(as_of="2026-04-01").as_seen_on(date(2026, 4, 15))

    assert (run.as_of, run.day_is_stated) == (date(2026, 4, 15), False)
    assert (stated.as_of, stated.day_is_stated) == (date(2026, 4, 1), True)
    assert not none.day_is_stated
    assert not run.spoken_in("de").day_is_stated
