"""A folder of postmortems as a site in memory: the one door for every adapter."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from markupsafe import escape

from mkdocs_postmortem.exporting.catalog import export_catalog
from mkdocs_postmortem.library import Library, Loaded, Standpoint, load_library
from mkdocs_postmortem.library.burn_up import BurnUp
from mkdocs_postmortem.library.destinations import find_destination
from mkdocs_postmortem.library.history import read_burn_up
from mkdocs_postmortem.library.surroundings import DOCS_DIR
from mkdocs_postmortem.problems import Level, Problem, count_by_path
from mkdocs_postmortem.reading.comments import without_comments
from mkdocs_postmortem.reading.marker_words import read_marker
from mkdocs_postmortem.reading.markers import split_at_markers
from mkdocs_postmortem.rendering.body import show_as_written
from mkdocs_postmortem.rendering.contents import Contents, View, contents_of
from mkdocs_postmortem.rendering.environment import Link
from mkdocs_postmortem.rendering.facet_data import put_data
from mkdocs_postmortem.rendering.finding import finder_for
from mkdocs_postmortem.rendering.links import link_body
from mkdocs_postmortem.rendering.pages import (
    Place,
    render_board,
    render_health,
    render_incident,
    render_insights,
    render_listing,
    render_marked_list,
    render_owner,
)
from mkdocs_postmortem.rendering.redirect import render_redirects
from mkdocs_postmortem.rendering.sanitize import sanitize_html
from mkdocs_postmortem.rendering.script import render_script
from mkdocs_postmortem.rendering.search import render_search_text
from mkdocs_postmortem.rendering.stylesheet import render_stylesheet
from mkdocs_postmortem.rules.judge import judge
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.address import Addresses, Target, build_addresses
from mkdocs_postmortem.views.board import BoardView, board_view, closed_items_view
from mkdocs_postmortem.views.groups import list_views
from mkdocs_postmortem.views.health import HealthView, health_view
from mkdocs_postmortem.views.incident import IncidentView, incident_view
from mkdocs_postmortem.views.insights.page import InsightsView, insights_view
from mkdocs_postmortem.views.listing import ListingView, has_health, index_view
from mkdocs_postmortem.views.marked_list import marked_list
from mkdocs_postmortem.views.owner_pages import OwnerView, owner_views
from mkdocs_postmortem.views.search import search_mode
from mkdocs_postmortem.words.catalogue import words_for

STYLESHEET = "assets/postmortem/postmortem.css"
SCRIPT = "assets/postmortem/postmortem.js"


@dataclass(frozen=True)
class Page:
    """One page. `uri` is its source path in the site, `address` where it is published (without extension).

    `markdown` is the author's text, for the generator to render; `Site.render` puts our parts around that. `source`
    is the document behind an incident page, relative to the project's root. Pages with `in_nav` may stand in a
    navigation.
    """

    uri: str
    address: str
    title: str
    view: View
    description: str = ""
    markdown: str = ""
    source: str | None = None
    in_nav: bool = False
    renderable: bool = True

    @property
    def contents(self) -> Contents:
        """Return anchors and titles of the headings that we add to the page."""
        return contents_of(self.view)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the documents that joins the site: at `uri` there, at `source` relative to the project's root."""

    uri: str
    source: str


@dataclass(frozen=True)
class Site:
    """All pages and problems of a library as of a day. `overrides` is a folder of templates that go before ours.

    `attachments` are the files that the shown documents link to.
    """

    pages: tuple[Page, ...]
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]
    library: Library
    addresses: Addresses
    today: date
    overrides: Path | None = None
    _by_uri: dict[str, Page] = field(default_factory=dict, repr=False)

    def page(self, uri: str) -> Page | None:
        """Return the page with this source path, or None."""
        return self._by_uri.get(uri)

    def render(self, page: Page, html: str, link: Link, edit_url: str = "") -> str:
        """Return the page's content: `html` is what the generator made of its Markdown, `link` finds other pages.

        Addresses in `html` are the author's, relative to the document; `link` gives "" for what the site does not have.
        `edit_url` is where the repository's host edits the document, "" when that is not known.
        """
        finder = finder_for(page.source or self.library.intro_path, page.uri, self.library, self.addresses, link)
        if isinstance(page.view, IncidentView):
            html = html if page.renderable else show_as_written(page.markdown)
            trusted = self.library.settings.html == "trusted" or not page.renderable
            place = Place(link, self.overrides, edit_url)
            return render_incident(page.view, html, finder, place, trusted=trusted)
        if isinstance(page.view, BoardView):
            return render_board(page.view, link, self.overrides)
        if isinstance(page.view, InsightsView):
            return render_insights(page.view, link, self.overrides)
        if isinstance(page.view, HealthView):
            return render_health(page.view, link, self.overrides)
        if isinstance(page.view, OwnerView):
            return render_owner(page.view, link, self.overrides)
        intro = link_body(sanitize_html(html), finder)
        return render_listing(page.view, intro, link, self.overrides)

    def finish(self, page: Page, html: str, link: Link) -> str:
        """Return a whole page, as a theme made it of `render`, with the data that only its scripts shall read."""
        table = page.view.table if isinstance(page.view, (ListingView, BoardView)) else None
        return put_data(html, table, link) if table else html

    def fill(self, html: str, link: Link) -> str:
        """Return a rendered page of somebody else with the lists that its markers ask for."""
        pieces = split_at_markers(html)
        return "".join(self._marked_list(piece, link) if number % 2 else piece for number, piece in enumerate(pieces))

    def _marked_list(self, comment: str, link: Link) -> str:
        marker, faults = read_marker(comment, self.library.settings)
        if faults:  # Only a preview gets as far as this, and its log has the lines.
            return str(escape("; ".join(fault.message for fault in faults)))
        view = marked_list(marker, self.library, self.addresses, self.today)
        return render_marked_list(view, link, self.overrides)

    def search_text(self, page: Page) -> str | None:
        """Return the HTML that search plugins shall read of a page: None is the page itself, "" nothing.

        Lists only repeat what incidents say.
        """
        mode = search_mode(self.library.settings, len(self.library.postmortems))
        if not isinstance(page.view, IncidentView) or mode == "off":
            return ""
        return render_search_text(page.title, page.description, page.view) if mode == "summary" else None

    def exports(self, address: Callable[[Target], str]) -> Iterator[tuple[str, str]]:
        """Yield path and text of every file that is no page; `address` finds a page relative to the library."""
        settings = self.library.settings
        catalog = export_catalog(self.library, lambda p: address(self.addresses.incident(p)), self.today)
        yield f"{settings.path}/catalog.json", catalog
        yield STYLESHEET, render_stylesheet(settings)
        yield SCRIPT, render_script()
        yield from render_redirects(self.library, self.addresses, address, self.overrides)


def build_site(
    root: Path,
    settings: Settings,
    today: date,
    *,
    docs_dir: str | Path = DOCS_DIR,
    previewing: bool = False,
    overrides: Path | None = None,
) -> Site:
    """Return the site of the settings' folder below `root`, as of `today`; never fails for anything a document holds.

    `docs_dir` is the folder of the site's other pages. `previewing` shows warnings on the pages too, when the settings
    leave it to us (`show_problems: auto`).
    """
    loaded = load_library(root, settings.as_seen_on(today), docs_dir)
    return assemble_site(root, loaded, judge(loaded), today, previewing=previewing, overrides=overrides)


def assemble_site(
    root: Path,
    loaded: Loaded,
    problems: tuple[Problem, ...],
    today: date,
    *,
    previewing: bool = False,
    overrides: Path | None = None,
) -> Site:
    """Return the site of a library that was loaded from below `root` and judged; git is asked for its history."""
    library = loaded.library.visible()
    addresses = build_addresses(library)
    shown = _shown(problems, library, previewing=previewing)
    pages = _distinct(
        [
            *_listing_pages(library, addresses, today, shown),
            *_study_pages(library, addresses, problems, read_burn_up(root, library, today), today),
            *_incident_pages(library, addresses, today, shown),
        ]
    )
    attachments = tuple(_attachments(library, addresses))
    return Site(
        tuple(pages), attachments, problems, library, addresses, today, overrides, {page.uri: page for page in pages}
    )


def _listing_pages(library: Library, addresses: Addresses, today: date, shown: Sequence[Problem]) -> Iterator[Page]:
    path, title = library.settings.path, library.settings.title
    index = index_view(library, addresses, today, shown)
    yield Page(
        addresses.index.uri, f"{path}/index", title, index, markdown=without_comments(library.intro), in_nav=True
    )
    board = board_view(library, addresses, today)
    yield Page(addresses.board.uri, f"{path}/action-items", board.words("board-title"), board, in_nav=True)
    standpoint = Standpoint(library.settings, today, count_by_path(shown))
    closed = closed_items_view(library, addresses, today)
    further: tuple[tuple[Target, BoardView | OwnerView | ListingView], ...] = (
        (addresses.closed_items, closed),
        *owner_views(library, addresses, today),
        *list_views(library, addresses, standpoint, index.table),
    )
    for target, view in further:
        yield Page(target.uri, target.uri.removesuffix(".md"), view.title, view)


def _study_pages(
    library: Library, addresses: Addresses, problems: Sequence[Problem], burn_up: BurnUp, today: date
) -> Iterator[Page]:
    """Yield the pages on the library as a whole. What it owes is told to the narrowest audience alone."""
    path, words = library.settings.path, words_for(library.settings)
    insights = insights_view(library, addresses, today, burn_up)
    yield Page(addresses.insights.uri, f"{path}/insights", words("insights-title"), insights, in_nav=True)
    if has_health(library):
        health = health_view(library, addresses, today, problems)
        yield Page(addresses.health.uri, f"{path}/health", words("health-title"), health, in_nav=True)


def _incident_pages(library: Library, addresses: Addresses, today: date, shown: Sequence[Problem]) -> Iterator[Page]:
    by_path: dict[str, list[Problem]] = {}
    for problem in shown:
        by_path.setdefault(problem.location.path, []).append(problem)
    for postmortem in library.postmortems:
        name, title = postmortem.id, postmortem.title
        yield Page(
            uri=addresses.incident(postmortem).uri,
            address=f"{library.settings.path}/{postmortem.slug}",
            title=title if name in title else f"{name}: {title}",
            view=incident_view(postmortem, library, addresses, today, by_path.get(postmortem.path, [])),
            description=postmortem.summary or "",
            markdown=without_comments(postmortem.body),
            source=postmortem.path,
            renderable=postmortem.renderable,
        )


def _attachments(library: Library, addresses: Addresses) -> Iterator[Attachment]:
    """Yield the files beside the documents that the library's texts link to, each once, by path."""
    linked = {
        found.uri
        for source, references in library.references()
        for reference in references
        if reference.form != "wiki"
        and (found := find_destination(library, source, reference.target)).kind == "attachment"
    }
    for uri in sorted(linked):
        yield Attachment(addresses.attachment(uri).uri, posixpath.join(library.settings.folder, uri))


def _shown(problems: Sequence[Problem], library: Library, *, previewing: bool) -> list[Problem]:
    """Return the problems that pages show: none of documents that this audience may not see."""
    mode = library.settings.show_problems
    if mode == "never" or not library.settings.is_for_narrowest:
        return []
    everything = mode == "always" or previewing
    return [problem for problem in problems if everything or problem.level is Level.ERROR]


def _distinct(pages: list[Page]) -> list[Page]:
    """Return the pages with distinct addresses: the later of two that collide gets a number, and a problem says so."""
    taken: set[str] = set()
    result = []
    for page in pages:
        number, address = 1, page.address
        while address.casefold() in taken:
            number += 1
            address = f"{page.address}-{number}"
        taken.add(address.casefold())
        result.append(page if address == page.address else replace(page, address=address))
    return result
