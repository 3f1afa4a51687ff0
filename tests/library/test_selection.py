"""Choosing postmortems by what they are about."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.library import Library, Selection, Standpoint
from mkdocs_postmortem.library.selection import choose_for_view
from mkdocs_postmortem.settings import SavedView
from tests.documents import VALID, library_of, with_front, with_line, without_line

OLD = with_line("started_at:", "started_at: 2025-01-01T00:00Z", without_line("resolved_at:"))
OLD = with_line("id:", "id: OLD", with_line("severity:", "severity: low", OLD))
OLD = with_line("services:", "services: [search]\nroot_cause_services: [Index Builder]\ntags: [Slow]\nkind: drill", OLD)
OLD = with_line("status:", "status: draft", OLD)


def chosen(selection: Selection) -> list[str]:
    library = library_of(VALID, OLD, services=[{"name": "search", "aliases": ["finder"]}])
    return [postmortem.id for postmortem in selection.choose(library, seen(library))]


def seen(library: Library) -> Standpoint:
    return Standpoint(library.settings, date(2026, 4, 15))


def test_empty_selection_wants_everything() -> None:
    assert chosen(Selection()) == ["INC-2026-014", "OLD"]


@pytest.mark.parametrize(
    "selection",
    [
        Selection({"service": ("SEARCH",)}),
        Selection({"service": ("index-builder",)}),
        Selection({"severity": ("sev3",)}),
        Selection({"severity": ("Low",)}),
        Selection({"status": ("draft",)}),
        Selection({"tag": ("slow",)}),
        Selection({"kind": ("drill",)}),
        Selection({"service": ("nothing", "search")}),
        Selection({"service": ("search",), "severity": ("sev3",)}),
    ],
)
def test_document_that_fits_all_filters_is_chosen(selection: Selection) -> None:
    assert chosen(selection) == ["OLD"]


def test_document_must_fit_every_filter() -> None:
    assert chosen(Selection({"service": ("search",), "severity": ("sev1",)})) == []


def test_since_includes_its_own_day_and_leaves_undated_documents_out() -> None:
    assert chosen(Selection(since=date(2026, 3, 1))) == ["INC-2026-014"]
    assert chosen(Selection(since=date(2026, 3, 2))) == []
    undated = library_of(without_line("started_at:"))
    assert Selection(since=date(1970, 1, 1)).choose(undated, seen(undated)) == ()


def test_alias_of_a_service_is_the_service() -> None:
    library = library_of(
        with_front("root_cause_services: [Finder]"), services=["checkout", {"name": "search", "aliases": ["finder"]}]
    )
    assert len(Selection({"service": ("search",)}).choose(library, seen(library))) == 1


def test_a_filter_without_values_wants_everything() -> None:
    assert chosen(Selection({"tag": ()})) == ["INC-2026-014", "OLD"]


def test_a_saved_view_has_its_own_order() -> None:
    library = library_of(VALID, OLD)
    rising = SavedView(name="all", title="All", sort="date")
    mildest = SavedView(name="all", title="All", sort="-severity", where={"service": ("checkout", "search")})

    assert [p.id for p in choose_for_view(rising, library, seen(library))] == ["OLD", "INC-2026-014"]
    assert [p.id for p in choose_for_view(mildest, library, seen(library))] == ["OLD", "INC-2026-014"]
