"""The pages that list a group of incidents: by service, severity, tag, year and factor, and the saved views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_postmortem.library import Library, Standpoint
from mkdocs_postmortem.library.facets import facets_of
from mkdocs_postmortem.library.library import group_by
from mkdocs_postmortem.library.selection import choose_for_view
from mkdocs_postmortem.library.services import find_service
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.text import is_url
from mkdocs_postmortem.views.address import GROUPS, Addresses, Target
from mkdocs_postmortem.views.board import open_item_rows
from mkdocs_postmortem.views.durations import members_table
from mkdocs_postmortem.views.facet_table import FacetTable, preset_for
from mkdocs_postmortem.views.listing import ListingView, numbers_of
from mkdocs_postmortem.views.parts import IncidentRow, Part, incident_row
from mkdocs_postmortem.views.value_names import value_label
from mkdocs_postmortem.words.catalogue import Words, words_for

ROWS_AT_MOST = 500
"""How many incidents stand on one page; those of a larger group go on on further pages."""
ITEMS_AT_MOST = 100
"""How many open action items stand on the page of a group; the board has all."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What one list is about: its members in order, its pages by number, and what stands above the list."""

    title: str
    members: tuple[Postmortem, ...]
    pages: tuple[Target, ...]
    lead: str = ""
    facts: tuple[Part, ...] = ()
    is_saved: bool = False
    table: FacetTable | None = None


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What all pages are made from. An incident's row is made once, for it stands on a page of each of its groups."""

    library: Library
    addresses: Addresses
    standpoint: Standpoint
    words: Words
    rows: dict[str, IncidentRow] = field(default_factory=dict)

    def row(self, postmortem: Postmortem) -> IncidentRow:
        """Return the incident's row in every list."""
        if postmortem.path not in self.rows:
            problems = self.standpoint.problems.get(postmortem.path, 0)
            today = self.standpoint.today
            self.rows[postmortem.path] = incident_row(
                postmortem, self.library, self.addresses, today, self.words, problems
            )
        return self.rows[postmortem.path]


def list_views(
    library: Library, addresses: Addresses, standpoint: Standpoint, table: FacetTable | None
) -> Iterator[tuple[Target, ListingView]]:
    """Yield the pages of saved views, then of every service, severity, tag, year and factor that there is.

    `table` is that of all incidents, None when there are none.
    """
    shelf = _Shelf(library, addresses, standpoint, words_for(library.settings))
    for group in (*_saved_views(shelf, table), *_groups(shelf)):
        for number, target in enumerate(group.pages, 1):
            yield target, _page(group, number, shelf)


def _groups(shelf: _Shelf) -> Iterator[_Group]:
    library, words = shelf.library, shelf.words
    facets = facets_of(shelf.standpoint)
    for kind, key in GROUPS.items():
        members = group_by(library.postmortems, facets[key].values_of)
        for name in shelf.addresses.slugs[kind]:
            listed = members.get(name, ())
            pages = tuple(shelf.addresses.group(kind, name, number) for number in _numbers_of_pages(listed))
            label = value_label(key, name, library.settings, words)
            title = words("group-title", kind=words(f"group-{kind}"), name=label)
            lead, facts = _about_service(name, shelf) if kind == "services" else ("", ())
            yield _Group(title, listed, pages, lead, facts)


def _saved_views(shelf: _Shelf, table: FacetTable | None) -> Iterator[_Group]:
    for view in shelf.library.settings.views:
        chosen = choose_for_view(view, shelf.library, shelf.standpoint)
        pages = tuple(shelf.addresses.view(view.name, number) for number in _numbers_of_pages(chosen))
        preset = preset_for(view, table, shelf.standpoint, shelf.addresses) if table else None
        yield _Group(view.title, chosen, pages, view.description, is_saved=True, table=preset)


def _numbers_of_pages(members: Sequence[Postmortem]) -> range:
    return range(1, max(1, -(-len(members) // ROWS_AT_MOST)) + 1)


def _page(group: _Group, number: int, shelf: _Shelf) -> ListingView:
    """Return a page of a group: the first with everything about it, the others with the rest of its list."""
    words = shelf.words
    shown = group.members[(number - 1) * ROWS_AT_MOST : number * ROWS_AT_MOST]
    view = ListingView(
        title=group.title if number == 1 else words("title-of-page", title=group.title, number=number),
        lead=group.lead if number == 1 else "",
        as_of=shelf.standpoint.today.isoformat(),
        is_live=not shelf.library.settings.day_is_stated,
        numbers=numbers_of(group.members, shelf.addresses, shelf.standpoint.today, words),
        tallies=(),
        rows=tuple(shelf.row(postmortem) for postmortem in shown),
        words=words,
        facts=group.facts if number == 1 else (),
        back=shelf.addresses.index,
        is_empty=not group.members,
        pages=page_links(group.pages, number),
    )
    if number > 1:
        return view
    view = replace(view, durations=members_table(group.members, shelf.addresses, words, "pm-durations"))
    if group.is_saved:
        return replace(view, table=group.table, rows_note=words("count-postmortems", count=len(group.members)))
    return _with_items(view, group.members, shelf)


def _with_items(view: ListingView, members: Iterable[Postmortem], shelf: _Shelf) -> ListingView:
    rows = open_item_rows(members, shelf.library, shelf.addresses, shelf.standpoint.today, ITEMS_AT_MOST)
    total = sum(len(postmortem.open_items) for postmortem in members)
    if len(rows) == total:
        return replace(view, items=rows)
    note = shelf.words("most-urgent-of", shown=len(rows), total=shelf.words.number(total))
    return replace(view, items=rows, items_note=note)


def page_links(pages: Sequence[Target], here: int) -> tuple[Part, ...]:
    """Return the numbers of a list's pages as links, but for the one `here`; none when the list has one page."""
    if len(pages) == 1:
        return ()
    numbered = enumerate(pages, 1)
    return tuple(Part(str(number), None if number == here else target) for number, target in numbered)


def _about_service(name: str, shelf: _Shelf) -> tuple[str, tuple[Part, ...]]:
    """Return the description of a configured service, and its owner and links."""
    entry = find_service(name, shelf.library.settings)
    if entry is None:
        return "", ()
    known = shelf.library.owners.find(entry.owner) if entry.owner else None
    page = shelf.addresses.owner(known) if known else None
    owner = [Part(shelf.words("owned-by", owner=entry.owner), page)] if entry.owner else []
    links = (Part(label, url=url) for label, url in entry.links.items() if is_url(url))
    return entry.description or "", (*owner, *links)
