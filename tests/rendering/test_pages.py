"""Whole pages: escaping of what stands in templates, and overriding them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mkdocs_postmortem.library.burn_up import BurnUp
from mkdocs_postmortem.rendering.environment import render_template
from mkdocs_postmortem.rendering.pages import (
    render_board,
    render_insights,
    render_listing,
    render_owner,
)
from mkdocs_postmortem.views.address import Target, build_addresses
from mkdocs_postmortem.views.board import board_view, closed_items_view
from mkdocs_postmortem.views.incident import incident_view
from mkdocs_postmortem.views.insights.page import insights_view
from mkdocs_postmortem.views.listing import index_view
from mkdocs_postmortem.views.owner_pages import owner_views
from tests.documents import VALID, library_of, with_front, with_section
from tests.sites import write

TODAY = date(2026, 4, 15)


def link(target: Target) -> str:
    """Return an address that would break out of an attribute if it were not escaped."""
    return f'{target.uri}"><script>'


def test_everything_a_template_prints_is_escaped() -> None:
    library = library_of(with_section("Action items", "- [ ] <script>alert(1)</script>\n  - Owner: <b>\n  - Due: <i>"))

    html = render_board(board_view(library, build_addresses(library), TODAY), link, None)

    assert "<script>" not in html
    assert "<b>" not in html


def test_a_template_of_the_users_goes_before_ours_and_may_use_our_parts(tmp_path: Path) -> None:
    write(
        tmp_path / "board.html.jinja", '{% from "parts.html.jinja" import badge %}<h1>Mine</h1>{{ view.rows | length }}'
    )
    library = library_of(VALID)

    view = board_view(library, build_addresses(library), TODAY)

    html = render_template("board.html.jinja", link, view.words, tmp_path, view=view)

    assert html == "<h1>Mine</h1>1"


def test_a_word_of_the_settings_is_escaped_and_what_fills_it_in_stays_markup() -> None:
    library = library_of(VALID, words={"board-lead": "<b>Now</b>: {day}", "overdue": 'Late & "open"'})

    html = render_board(board_view(library, build_addresses(library), TODAY), link, None)

    assert '<p>&lt;b&gt;Now&lt;/b&gt;: <time datetime="2026-04-15" data-pm-today>2026-04-15</time></p>' in html
    assert "<dt>Late &amp; &#34;open&#34;</dt>" in html


def test_a_template_of_the_users_has_the_words_too(tmp_path: Path) -> None:
    write(tmp_path / "board.html.jinja", '<h1>{{ words("board-title") }}</h1>')
    view = board_view(library_of(language="de"), build_addresses(library_of()), TODAY)

    assert render_board(view, link, tmp_path) == "<h1>Maßnahmen</h1>"


def test_the_page_of_closed_items_and_of_an_owner_are_escaped_too() -> None:
    items = "- [x] <script>alert(1)</script>\n  - Owner: <b>Kim</b>\n- [ ] <i>x\n  - Owner: <b>Kim\n"
    library = library_of(with_section("Action items", items))
    addresses = build_addresses(library)
    ((_, owner), *_) = owner_views(library, addresses, TODAY)

    for html in (
        render_board(closed_items_view(library, addresses, TODAY), link, None),
        render_owner(owner, link, None),
    ):
        assert not re.search("<script|<b>|<i>", html)


def test_factors_of_one_category_stand_under_it_each_on_its_own() -> None:
    factors = "[{category: code, text: A leak}, {category: config, text: No limit}, {category: code, text: No test}]"
    library = library_of(with_front(f"contributing_factors: {factors}"))
    view = incident_view(library.postmortems[0], library, build_addresses(library), TODAY, ())

    html = render_template(
        "incident_header.html.jinja", link, view.words, view=view, anchored=True, edit_line=lambda _: ""
    )

    assert "<dt>Code</dt> <dd>A leak</dd><dd>No test</dd>" in html
    assert "<dt>Config</dt> <dd>No limit</dd>" in html


def test_insights_without_an_incident_say_what_writes_one() -> None:
    library = library_of(language="de")
    view = insights_view(library, build_addresses(library), TODAY, BurnUp(()))

    html = render_insights(view, link, None)

    assert "Noch ist kein Vorfall aufgeschrieben. <code>postmortem new</code> schreibt den ersten" in html


def test_insights_without_factors_and_items_say_what_is_missing() -> None:
    library = library_of(with_section("Action items", "None."))
    html = render_insights(insights_view(library, build_addresses(library), TODAY, BurnUp(())), link, None)

    assert "No incident of a service states <code>contributing_factors</code> yet." in html
    assert "No postmortem of an incident with a date promises an action item yet." in html
    assert "No action item is done or past its deadline yet." in html


@pytest.mark.parametrize(("settings", "mark"), [({}, " data-pm-day"), ({"as_of": "2026-03-10"}, "")])
def test_a_listing_says_for_which_day_its_items_are_counted(settings: dict[str, str], mark: str) -> None:
    library = library_of(VALID, **settings)
    view = index_view(library, build_addresses(library), TODAY, ())

    day = TODAY.isoformat()
    assert f'Action items as of <time datetime="{day}"{mark}>{day}</time>.' in render_listing(view, "", link, None)
