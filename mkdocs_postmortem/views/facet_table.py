"""What scripts need to filter and sort a list: facets, columns and orders of all its rows, as data.

A page declares its own list here; the scripts in static/facets/ know no facet and no column by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mkdocs_postmortem.library import Library, Standpoint
from mkdocs_postmortem.library.facets import Facet, facets_of
from mkdocs_postmortem.model import ItemStatus, Postmortem
from mkdocs_postmortem.model.duration import format_duration
from mkdocs_postmortem.model.facts import IncidentKind, Status
from mkdocs_postmortem.settings import SavedView, Settings
from mkdocs_postmortem.settings.saved_view import PENDING, UNDATED
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.value_names import facet_title, value_label
from mkdocs_postmortem.words.catalogue import Words, words_for

SUMMARIES_AT_MOST = 1_200_000
"""How many characters of summaries a page holds, so that the index of a large library stays small."""
_SUMMARY_AT_MOST = 300
_EPOCH = date(1970, 1, 1).toordinal()

CONTROL_WORDS = (
    "active-filters", "clear-filters", "count-more-values", "filter-button", "filter-text", "filter-values",
    "no-match", "page-next", "page-of", "page-previous", "pages", "remove-filter", "sort-ascending", "sort-by",
    "sort-descending", "thousands-mark",
)  # fmt: skip
"""What the controls of every list say."""
INCIDENT_WORDS = (
    "column-action-items", "column-date", "column-duration", "column-services", "column-severity-and-status",
    "count-dropped", "count-overdue", "count-problems", "no-items", "not-stated", "progress", "separator",
    "severity-not-stated", "status-not-stated",
)  # fmt: skip
"""What rows of incidents say."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet: as addresses and settings write it, as pages show it, the style of its badge, its page."""

    name: str
    label: str
    style: str = ""
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class DayScale:
    """How a facet's value follows from the day that a column states, in days since 1970.

    The place of the value is how many of the bounds the days until then reach, or, with `is_past`, those since then.
    """

    column: str
    bounds: tuple[int, ...]
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """A facet with its values and, for each row, the places of the row's values among them.

    With `is_shared` there is a cell for each parent of rows; with a `scale` there is none, for scripts know the day.
    """

    key: str
    title: str
    values: tuple[FacetValue, ...]
    cells: tuple[tuple[int, ...], ...] = ()
    is_shared: bool = False
    scale: DayScale | None = None


@dataclass(frozen=True, slots=True)
class SortColumn:
    """An order of the rows: by a plain column, or by the place or the name of the first value of a facet.

    `heading` is the place of the table's column that it sorts; `falling` is which way round it is asked for first;
    `then` is the key of the order in which equal rows stand, `otherwise` the facet of rows without a value of `facet`.
    """

    key: str
    title: str
    heading: int
    column: str = ""
    facet: str = ""
    by_name: bool = False
    falling: bool = False
    then: str = ""
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Ageing:
    """A value of a facet that rows get when a day passes: as soon as the first of the days in `column` has."""

    facet: str
    value: str
    column: str


@dataclass(frozen=True, slots=True)
class FacetTable:
    """All rows of a list, newest first. `kind` names the script that writes a row, `columns` holds what it reads.

    Rows that belong together have a parent: `parents` tells how many rows each one has, in their order, and `shared`
    holds the columns, and `targets` the pages, that all rows of a parent have; without parents each row has its own
    page. `lookups` holds what numbers in columns stand for, `offsets` the columns of days that count from a shared one.
    `searched` are the columns that the text filter looks through. `where` and `sort` are what the page begins with.
    `is_live` says that overdue items are counted by the reader's clock, else by `today`, an ISO date.
    """

    kind: str
    facets: tuple[FacetColumn, ...]
    columns: Mapping[str, Sequence[str | int | Sequence[int] | None]]
    targets: tuple[Target, ...]
    searched: tuple[str, ...]
    sorts: tuple[SortColumn, ...]
    today: str
    is_live: bool
    words: Words
    word_keys: Mapping[str, str]
    ageing: Ageing | None = None
    parents: tuple[int, ...] | None = None
    shared: Mapping[str, Sequence[str | int | None]] = field(default_factory=dict)
    offsets: Mapping[str, str] = field(default_factory=dict)
    lookups: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "-date"


def incident_facets(library: Library, addresses: Addresses, standpoint: Standpoint) -> FacetTable:
    """Return the table of all incidents, which begins with all of them, newest first."""
    words = words_for(library.settings)
    named = Naming(library.settings, addresses, words)
    return FacetTable(
        kind="incident",
        facets=tuple(facet_column(facet, library.postmortems, named) for facet in facets_of(standpoint).values()),
        columns=_columns(library.postmortems, standpoint),
        targets=tuple(addresses.incident(p) for p in library.postmortems),
        searched=("id", "title", "summary"),
        sorts=_sorts(words),
        today=standpoint.today.isoformat(),
        is_live=not library.settings.day_is_stated,
        words=words,
        ageing=Ageing("has", "overdue-items", "due"),
        word_keys={**{key: key for key in (*CONTROL_WORDS, *INCIDENT_WORDS)}, "results": "postmortems-of"},
    )


def preset_for(view: SavedView, table: FacetTable, standpoint: Standpoint, addresses: Addresses) -> FacetTable:
    """Return the table as a saved view begins with it, with values of the view that no document has."""
    facets = facets_of(standpoint)
    where = {key: tuple(facets[key].meaning_of(word) for word in words) for key, words in view.where.items()}
    named = Naming(standpoint.settings, addresses, table.words)
    columns = tuple(_with_values(column, where.get(column.key, ()), named) for column in table.facets)
    return replace(table, facets=columns, where=where, sort=view.sort)


def days_since_1970(day: date) -> int:
    """Return a day as scripts count them."""
    return day.toordinal() - _EPOCH


@dataclass(frozen=True)
class Naming:
    """How values are named, and where their pages are."""

    settings: Settings
    addresses: Addresses
    words: Words

    def value(self, key: str, name: str) -> FacetValue:
        """Return a value of a facet of documents."""
        slugs = self.addresses.slugs
        label = value_label(key, name, self.settings, self.words)
        if key == "severity" and name in slugs["severities"]:
            style = f"severity-{slugs['severities'][name]}"
            return FacetValue(name, label, style, self.addresses.group("severities", name))
        if key == "service" and name in slugs["services"]:
            return FacetValue(name, label, target=self.addresses.group("services", name))
        return FacetValue(name, label, f"status-{name}" if key == "status" else "")


def facet_column(facet: Facet, postmortems: Sequence[Postmortem], named: Naming) -> FacetColumn:
    """Return a facet of documents, with a cell for each of them."""
    stated = [facet.values_of(postmortem) for postmortem in postmortems]
    names = _in_order(facet.key, Counter(name for values in stated for name in values), named.settings)
    places = {name: place for place, name in enumerate(names)}
    column = FacetColumn(
        facet.key,
        facet_title(facet.key, named.settings, named.words),
        tuple(named.value(facet.key, name) for name in names),
        tuple(tuple(places[name] for name in values) for values in stated),
    )
    # The day may come after the build on which the first item becomes overdue.
    return _with_values(column, ["overdue-items"], named) if facet.key == "has" else column


def _in_order(key: str, counts: Mapping[str, int], settings: Settings) -> list[str]:
    """Return the names in the order of their scale or list, years from the last down, others by number and name."""
    if key == "year":
        return sorted(counts, key=lambda year: (year != UNDATED, year), reverse=True)
    lists = {
        "severity": [level.name for level in settings.severities],
        "status": [status.value for status in Status],
        "kind": [kind.value for kind in IncidentKind],
        "has": list(PENDING),
        **{declared.name: list(declared.choices) or ["yes", "no"] for declared in settings.fields},
    }
    listed = [name for name in lists.get(key, ()) if name in counts]
    return [*listed, *sorted(counts.keys() - set(listed), key=lambda name: (-counts[name], name))]


def _with_values(column: FacetColumn, names: Iterable[str], named: Naming) -> FacetColumn:
    known = {value.name for value in column.values}
    added = tuple(named.value(column.key, name) for name in names if name not in known)
    return replace(column, values=column.values + added)


def _columns(
    postmortems: Sequence[Postmortem], standpoint: Standpoint
) -> dict[str, list[str | int | Sequence[int] | None]]:
    longest = max(40, min(_SUMMARY_AT_MOST, SUMMARIES_AT_MOST // max(1, len(postmortems))))
    cells: dict[str, Callable[[Postmortem], str | int | Sequence[int] | None]] = {
        "id": lambda p: p.id,
        "title": lambda p: p.title,
        "summary": lambda p: " ".join((p.summary or "").split())[:longest],
        "date": lambda p: f"{p.started_at:%Y-%m-%d}" if p.started_at else "",
        "length": lambda p: format_duration(p.length) if p.length else "",
        "seconds": lambda p: int(p.length.total_seconds()) if p.length else None,
        "open": lambda p: len(p.open_items),
        "done": lambda p: sum(item.status is ItemStatus.DONE for item in p.action_items),
        "items": lambda p: len(p.action_items),
        "due": lambda p: sorted(days_since_1970(item.due) for item in p.open_items if item.due),
        "problems": lambda p: standpoint.problems.get(p.path, 0),
    }
    return {name: [cell(postmortem) for postmortem in postmortems] for name, cell in cells.items()}


def _sorts(words: Words) -> tuple[SortColumn, ...]:
    """Return the orders, in the order of the table's columns."""
    return (
        SortColumn("title", words("column-incident"), 0, column="title"),
        SortColumn("date", words("column-date"), 1, column="date", falling=True),
        SortColumn("severity", words("group-severities"), 2, facet="severity"),
        SortColumn("duration", words("column-duration"), 3, column="seconds", falling=True),
        SortColumn("service", words("column-services"), 4, facet="service", by_name=True),
        SortColumn("items", words("open-items-title"), 5, column="open", falling=True),
    )
