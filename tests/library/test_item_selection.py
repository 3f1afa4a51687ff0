"""Action items chosen by what they and their documents are about."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.library import Standpoint
from mkdocs_postmortem.library.item_selection import ItemSelection
from mkdocs_postmortem.reading.marker_words import State
from mkdocs_postmortem.settings import Settings
from tests.documents import library_of, with_items

FIRST = with_items(
    "Cap retries / Owner: Dana / Team: payments / Due: 2026-03-20 / Priority: P0 / Type: prevent",
    "Write it down / Owner: Kim / Due: 2026-12-01 / Priority: P2 / Type: document",
    "Raise the limit / Owner: Dana / Status: done",
)
OTHER = with_items("Alert on blanks / Owner: team-search / Priority: P0").replace("INC-2026-014", "INC-2026-020")
OTHER = OTHER.replace("sev1", "sev3").replace("services: [checkout]", "services: [search]")
TODAY = date(2026, 4, 15)


def chosen(where: dict[str, tuple[str, ...]] | None = None, state: State = "open") -> list[str]:
    library = library_of(FIRST, OTHER)
    found = ItemSelection(where or {}, state).choose(library, Standpoint(Settings(), TODAY))
    return [item.title for item, _ in found]


def test_open_items_are_chosen_when_nothing_is_said() -> None:
    assert sorted(chosen()) == ["Alert on blanks", "Cap retries", "Write it down"]


@pytest.mark.parametrize(
    ("state", "titles"),
    [("overdue", ["Cap retries"]), ("closed", ["Raise the limit"]), ("open", ["Cap retries", "Write it down"])],
)
def test_the_state_counts_as_of_the_day(state: State, titles: list[str]) -> None:
    assert chosen({"incident": ("INC-2026-014",)}, state) == titles


@pytest.mark.parametrize(
    ("where", "titles"),
    [
        ({"owner": ("dana",)}, ["Cap retries"]),
        ({"owner": ("Payments",)}, ["Cap retries"]),
        ({"team": ("payments",)}, ["Cap retries"]),
        ({"owner": ("kim", "dana")}, ["Cap retries", "Write it down"]),
        ({"priority": ("p0",), "severity": ("High",)}, ["Cap retries"]),
        ({"kind": ("document",)}, ["Write it down"]),
        ({"service": ("search",)}, ["Alert on blanks"]),
        ({"incident": ("inc-2026-020",)}, ["Alert on blanks"]),
        ({"tag": ("none",)}, []),
        ({"team": ("search",)}, []),
    ],
)
def test_items_are_chosen_by_themselves_and_by_their_incident(
    where: dict[str, tuple[str, ...]], titles: list[str]
) -> None:
    assert sorted(chosen(where)) == titles
