"""The pages that list incidents: what they hold, and the index."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library, Standpoint
from mkdocs_postmortem.library.facets import facets_of
from mkdocs_postmortem.library.library import group_by
from mkdocs_postmortem.library.selection import choose_for_view
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import Problem, count_by_path
from mkdocs_postmortem.settings.saved_view import UNDATED
from mkdocs_postmortem.views.address import GROUPS, Addresses, Target
from mkdocs_postmortem.views.durations import DurationTable
from mkdocs_postmortem.views.facet_table import FacetTable, incident_facets
from mkdocs_postmortem.views.parts import IncidentRow, ItemRow, Part, incident_row
from mkdocs_postmortem.views.value_names import value_label
from mkdocs_postmortem.words.catalogue import Words, words_for

NEWEST = 100
"""How many incidents the index lists; pages by year, severity, service and tag list all."""
_AT_A_GLANCE = 12


@dataclass(frozen=True, slots=True)
class Tally:
    """A name with its page and how many documents it has."""

    name: str
    style: str
    target: Target
    count: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """One way to narrow the list down: the names worth a glance, and the rest, which waits behind a click."""

    title: str
    first: tuple[Tally, ...]
    rest: tuple[Tally, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A counted thing, with the page that shows them all. Scripts find it by its `name`."""

    label: str
    value: str
    target: Target | None = None
    alarming: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class ListingView:
    """A page with numbers above and incidents below.

    `tallies` are the ways to narrow the list down, `views` the saved ones. `problems` are those of files that have no
    page of their own, `problem_note` counts those that stand on their documents' pages. `rows_note` and `items_note`
    say how many there are in all. `pages` leads to the parts of a long list, this one without an address. `table` is
    what scripts need to filter and sort. `beside` are the other pages on the whole library. `as_of` is the day for
    which items are counted, an ISO date; `is_live` says that scripts bring them to the reader's day.
    """

    title: str
    lead: str
    as_of: str
    is_live: bool
    numbers: tuple[Number, ...]
    tallies: tuple[Tallies, ...]
    rows: tuple[IncidentRow, ...]
    words: Words
    items: tuple[ItemRow, ...] = ()
    facts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()
    problem_note: str = ""
    back: Target | None = None
    is_empty: bool = False
    rows_note: str = ""
    items_note: str = ""
    pages: tuple[Part, ...] = ()
    views: Tallies | None = None
    table: FacetTable | None = None
    durations: DurationTable | None = None
    beside: tuple[Part, ...] = ()


def index_view(library: Library, addresses: Addresses, today: date, problems: Sequence[Problem]) -> ListingView:
    """Return the index: the newest documents, everything that scripts need to show others, and the ways to all."""
    by_path = count_by_path(problems)
    paths = {postmortem.path for postmortem in library.postmortems}
    words = words_for(library.settings)
    standpoint = Standpoint(library.settings, today, by_path)
    newest = library.postmortems[:NEWEST]
    return ListingView(
        title=library.settings.title,
        lead="",
        as_of=today.isoformat(),
        is_live=not library.settings.day_is_stated,
        numbers=numbers_of(library.postmortems, addresses, today, words),
        tallies=tuple(tallies for tallies in _tallies(library, addresses, standpoint, words) if tallies.first),
        rows=tuple(incident_row(p, library, addresses, today, words, by_path.get(p.path, 0)) for p in newest),
        words=words,
        problems=tuple(problem for problem in problems if problem.location.path not in paths),
        problem_note=_problem_note(by_path, paths, words),
        is_empty=not library.postmortems,
        rows_note=newest_note(len(newest), len(library.postmortems), words),
        views=_saved_views(library, addresses, standpoint, words),
        table=incident_facets(library, addresses, standpoint) if library.postmortems else None,
        beside=pages_beside(library, addresses, words),
    )


def newest_note(shown: int, total: int, words: Words) -> str:
    """Return how many documents a page shows, and of how many."""
    if shown < total:
        return words("newest-of", shown=words.number(shown), total=words.number(total))
    return words("count-postmortems", count=total)


def pages_beside(library: Library, addresses: Addresses, words: Words) -> tuple[Part, ...]:
    """Return links to the pages on the whole library that this audience has, by name."""
    health = [Part(words("health-title"), addresses.health)] if has_health(library) else []
    return (Part(words("insights-title"), addresses.insights), *health)


def has_health(library: Library) -> bool:
    """Return whether the site tells what the library owes: never a wider audience, and not without problems."""
    return library.settings.is_for_narrowest and library.settings.show_problems != "never"


def numbers_of(members: Sequence[Postmortem], addresses: Addresses, today: date, words: Words) -> tuple[Number, ...]:
    """Return how many incidents, since when none, and how many items are open and overdue."""
    items = [item for p in members for item in p.open_items]
    overdue = sum(item.is_overdue(today) for item in items)
    opened = Number(words("open-items-title"), str(len(items)), addresses.board, name="open")
    numbers = [*incident_numbers(members, words), opened]
    if items:
        numbers.append(Number(words("overdue"), str(overdue), addresses.board, alarming=overdue > 0, name="overdue"))
    return tuple(numbers)


def incident_numbers(members: Sequence[Postmortem], words: Words) -> Iterator[Number]:
    """Yield how many incidents there are among these documents, how many others, and when the last one was."""
    incidents = [p for p in members if p.is_figured]
    last = max((p.started_at.date() for p in incidents if p.started_at), default=None)
    yield Number(words("incidents-label", count=len(incidents)), str(len(incidents)), name="kind=incident")
    if len(incidents) != len(members):
        yield Number(words("other-kinds-label"), str(len(members) - len(incidents)), name="others")
    if last:
        yield Number(words("last-incident"), last.isoformat())


def _tallies(library: Library, addresses: Addresses, standpoint: Standpoint, words: Words) -> Iterable[Tallies]:
    facets = facets_of(standpoint)
    for kind, key in GROUPS.items():
        members = group_by(library.postmortems, facets[key].values_of)
        tallies = [
            Tally(
                name=value_label(key, name, library.settings, words),
                style=f"severity-{addresses.slugs[kind][name]}" if kind == "severities" else "plain",
                target=addresses.group(kind, name),
                count=len(members[name]),
            )
            for name in _in_order(kind, {name: len(group) for name, group in members.items()}, addresses)
        ]
        glance = len(tallies) if kind == "years" else _AT_A_GLANCE
        yield Tallies(words(f"group-{kind}"), tuple(tallies[:glance]), tuple(tallies[glance:]))


def _in_order(kind: str, counts: Mapping[str, int], addresses: Addresses) -> list[str]:
    """Return severities as on the scale, years from the last one down, and others with the most documents first."""
    if kind == "severities":
        return [name for name in addresses.slugs[kind] if name in counts]
    if kind == "years":
        return sorted(counts, key=lambda year: (year != UNDATED, year), reverse=True)
    return sorted(counts, key=lambda name: (-counts[name], name))


def _saved_views(library: Library, addresses: Addresses, standpoint: Standpoint, words: Words) -> Tallies | None:
    tallies = tuple(
        Tally(view.title, "plain", addresses.view(view.name), len(choose_for_view(view, library, standpoint)))
        for view in library.settings.views
    )
    return Tallies(words("views-title"), tallies) if tallies else None


def _problem_note(by_path: Mapping[str, int], paths: Collection[str], words: Words) -> str:
    """Return how many problems how many documents have, empty when none has any."""
    counts = [count for path, count in by_path.items() if path in paths]
    if not counts:
        return ""
    problems = words("count-problems", count=sum(counts))
    return words("problem-note", problems=problems, documents=words("in-documents", count=len(counts)))
