"""The headings that our parts of a page add to its table of contents."""

from __future__ import annotations

from mkdocs_postmortem.views.board import BoardView
from mkdocs_postmortem.views.health import HealthView
from mkdocs_postmortem.views.incident import IncidentView
from mkdocs_postmortem.views.insights.page import InsightsView
from mkdocs_postmortem.views.listing import ListingView
from mkdocs_postmortem.views.owner_pages import OwnerView

Contents = tuple[tuple[str, str], ...]
"""Anchors and titles of a page's own headings, for its table of contents."""

View = IncidentView | ListingView | BoardView | OwnerView | InsightsView | HealthView
"""What a page of ours shows."""


def contents_of(view: View) -> Contents:
    """Return anchors and titles of the headings that we add to a page, in the language of the page."""
    if isinstance(view, IncidentView):
        return _incident_contents(view)
    if isinstance(view, InsightsView):
        return _insights_contents(view)
    if isinstance(view, HealthView):
        return _health_contents(view)
    if isinstance(view, OwnerView):
        return _owner_contents(view)
    return _board_contents(view) if isinstance(view, BoardView) else _listing_contents(view)


def _listing_contents(view: ListingView) -> Contents:
    """Return the headings of a listing page."""
    headings = [("pm-problems", view.words("problems-title"))] if view.problems or view.problem_note else []
    headings += [("pm-open-items", view.words("open-items-title"))] if view.items else []
    headings += [(view.durations.anchor, view.durations.title)] if view.durations else []
    headings += [("pm-incidents", view.words("incidents-title"))] if view.rows or view.table else []
    headings += [("pm-browse", view.words("browse"))] if view.tallies else []
    return tuple(headings)


def _board_contents(view: BoardView) -> Contents:
    """Return the headings of the board, or of the page of closed items."""
    state = "closed" if view.is_closed else "open"
    word = "browse-closed-items" if view.is_closed else "browse-items"
    browse = (("pm-browse", view.words(word)),) if view.tallies else ()
    return ((f"pm-{state}", view.words(f"{state}-title")), *browse)


def _owner_contents(view: OwnerView) -> Contents:
    """Return the headings of the page of a person or team."""
    shown = {"open": view.open, "closed": view.closed, "durations": view.durations, "incidents": view.incidents}
    return tuple((f"pm-{name}", view.words(f"{name}-title")) for name, content in shown.items() if content)


def _insights_contents(view: InsightsView) -> Contents:
    """Return the headings of the insights."""
    words, kinds = view.words, (("pm-kinds", view.words("kinds-title")),) if view.kinds else ()
    if view.is_empty:
        return kinds
    shown = ("months", "durations", "detection", "factors", "items", "teams")
    return (*((f"pm-{name}", words(f"{name}-title")) for name in shown), *kinds)


def _health_contents(view: HealthView) -> Contents:
    """Return the headings of the page on what is owed."""
    return tuple((debt.anchor, debt.title) for debt in view.debts)


def _incident_contents(view: IncidentView) -> Contents:
    """Return the headings that we add below the author's text."""
    headings = [("pm-tracked-items", view.words("tracked-items-title"))] if view.items else []
    headings += [("pm-related", view.words("related-title"))] if view.related or view.similar else []
    return tuple(headings)
