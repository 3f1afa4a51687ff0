"""Whole pages: the author's body between what we know about the incident, and the listings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from markupsafe import Markup

from mkdocs_postmortem.rendering.body import finish_body
from mkdocs_postmortem.rendering.environment import Link, render_template
from mkdocs_postmortem.rendering.links import Finder
from mkdocs_postmortem.rendering.source_lines import line_address
from mkdocs_postmortem.rendering.times import mark_times
from mkdocs_postmortem.views.board import BoardView
from mkdocs_postmortem.views.health import HealthView
from mkdocs_postmortem.views.incident import IncidentView
from mkdocs_postmortem.views.insights.page import InsightsView
from mkdocs_postmortem.views.listing import ListingView
from mkdocs_postmortem.views.marked_list import MarkedList
from mkdocs_postmortem.views.owner_pages import OwnerView

_FIRST_HEADING = re.compile(r"\s*(?P<heading><h1\b.*?</h1>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an incident's page stands: how it finds others, whose templates go before ours, where it is edited.

    `edit_url` is the address at which a host edits the document, "" when there is none.
    """

    link: Link
    overrides: Path | None = None
    edit_url: str = ""


def render_incident(view: IncidentView, html: str, finder: Finder, place: Place, *, trusted: bool) -> str:
    """Return the page: the author's first heading, the header card, the rest of the body, related incidents."""
    body, anchored = finish_body(html, finder, view.items_heading, view.words, trusted=trusted)
    body = mark_times(body, view.timeline_headings, [(time.stated, time.instant) for time in view.timeline])
    first = _FIRST_HEADING.match(body)
    heading = first["heading"] if first else f"<h1>{Markup.escape(view.title)}</h1>"
    render = partial(render_template, link=place.link, words=view.words, overrides=place.overrides, view=view)
    edit_line = partial(line_address, place.edit_url)
    above = render("incident_header.html.jinja", anchored=anchored, edit_line=edit_line)
    below = render("incident_footer.html.jinja", edit_line=edit_line, edit_url=place.edit_url)
    return f"{heading}\n{above}\n{body[first.end() :] if first else body}\n{below}"


def render_listing(view: ListingView, intro: str, link: Link, overrides: Path | None) -> str:
    """Return a listing page; `intro` is HTML that stands between its title and the list."""
    safe = Markup(intro)  # noqa: S704  # sanitised
    return render_template("listing.html.jinja", link, view.words, overrides, view=view, intro=safe)


def render_board(view: BoardView, link: Link, overrides: Path | None) -> str:
    """Return the action item board, or the page of closed items."""
    return render_template("board.html.jinja", link, view.words, overrides, view=view)


def render_insights(view: InsightsView, link: Link, overrides: Path | None) -> str:
    """Return the page on what the incidents have in common."""
    return render_template("insights.html.jinja", link, view.words, overrides, view=view)


def render_health(view: HealthView, link: Link, overrides: Path | None) -> str:
    """Return the page on what the library owes."""
    return render_template("health.html.jinja", link, view.words, overrides, view=view)


def render_marked_list(view: MarkedList, link: Link, overrides: Path | None) -> str:
    """Return a list for a hand-written page."""
    return render_template("marked_list.html.jinja", link, view.words, overrides, view=view)


def render_owner(view: OwnerView, link: Link, overrides: Path | None) -> str:
    """Return the page of a person or team that owns action items."""
    return render_template("owner.html.jinja", link, view.words, overrides, view=view)
