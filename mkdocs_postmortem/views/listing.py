"""The pages that list incidents: the index, and one page per service, severity and tag."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.library import group_by
from mkdocs_postmortem.library.services import find_service, services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.text import is_url
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.board import open_item_rows
from mkdocs_postmortem.views.durations import DurationTable, members_table
from mkdocs_postmortem.views.parts import IncidentRow, ItemRow, Part, incident_row, severity_name
from mkdocs_postmortem.words.catalogue import Words, words_for

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
    """A counted thing, with the page that shows them all."""

    label: str
    value: str
    target: Target | None = None
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class ListingView:
    """A page with numbers above and incidents below.

    `tallies` are the ways to narrow the list down. `problems` are those of files that have no page of their own,
    `problem_note` counts those that stand on their documents' pages. `beside` are the other pages on the whole library.
    """

    title: str
    lead: str
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
    durations: DurationTable | None = None
    beside: tuple[Part, ...] = ()


def index_view(library: Library, addresses: Addresses, today: date, problems: Sequence[Problem]) -> ListingView:
    """Return the index: all documents, newest first, and the ways to narrow them down."""
    by_path = _count_by_path(problems)
    paths = {postmortem.path for postmortem in library.postmortems}
    words = words_for(library.settings)
    rows = tuple(incident_row(p, library, addresses, today, words, by_path.get(p.path, 0)) for p in library.postmortems)
    return ListingView(
        title=library.settings.title,
        lead="",
        numbers=_numbers(library.postmortems, addresses, today, words),
        tallies=tuple(tallies for tallies in _tallies(library, addresses, words) if tallies.first),
        rows=rows,
        words=words,
        problems=tuple(problem for problem in problems if problem.location.path not in paths),
        problem_note=_problem_note(by_path, paths, words),
        is_empty=not rows,
        beside=pages_beside(library, addresses, words),
    )


def pages_beside(library: Library, addresses: Addresses, words: Words) -> tuple[Part, ...]:
    """Return links to the pages on the whole library that this audience has, by name."""
    health = [Part(words("health-title"), addresses.health)] if has_health(library) else []
    return (Part(words("insights-title"), addresses.insights), *health)


def has_health(library: Library) -> bool:
    """Return whether the site tells what the library owes: never a wider audience, and not without problems."""
    return library.settings.is_for_narrowest and library.settings.show_problems != "never"


def group_views(library: Library, addresses: Addresses, today: date) -> Iterable[tuple[Target, ListingView]]:
    """Yield the page of every service, severity and tag that the library or the settings name."""
    for kind, names_of in _groupings(library).items():
        members = group_by(library.postmortems, names_of)
        for name in addresses.slugs[kind]:
            yield addresses.group(kind, name), _group_view(kind, name, members.get(name, ()), library, addresses, today)


def _group_view(
    kind: str, name: str, members: Sequence[Postmortem], library: Library, addresses: Addresses, today: date
) -> ListingView:
    words = words_for(library.settings)
    label = _group_label(kind, name, library, words)
    return ListingView(
        title=words("group-title", kind=words(f"group-{kind}"), name=label),
        lead=_lead(kind, name, library),
        numbers=_numbers(members, addresses, today, words),
        tallies=(),
        rows=tuple(incident_row(p, library, addresses, today, words) for p in members),
        words=words,
        items=open_item_rows(members, addresses, today, words),
        facts=_service_facts(name, library, words) if kind == "services" else (),
        back=addresses.index,
        is_empty=not members,
        durations=members_table(members, addresses, words, "pm-durations"),
    )


def _groupings(library: Library) -> Mapping[str, Callable[[Postmortem], Iterable[str]]]:
    return {
        "severities": lambda p: [p.severity.name] if p.severity else [],
        "services": lambda p: services_of(p, library.settings),
        "tags": lambda p: p.tags,
    }


def _tallies(library: Library, addresses: Addresses, words: Words) -> Iterable[Tallies]:
    for kind, names_of in _groupings(library).items():
        counts = {name: len(members) for name, members in group_by(library.postmortems, names_of).items()}
        on_scale = kind == "severities"
        names = addresses.slugs[kind] if on_scale else sorted(counts, key=lambda name: (-counts[name], name))
        tallies = [
            Tally(
                name=_group_label(kind, name, library, words),
                style=_style(kind, name, addresses),
                target=addresses.group(kind, name),
                count=counts[name],
            )
            for name in names
            if name in counts
        ]
        yield Tallies(words(f"group-{kind}"), tuple(tallies[:_AT_A_GLANCE]), tuple(tallies[_AT_A_GLANCE:]))


def _style(kind: str, name: str, addresses: Addresses) -> str:
    return f"severity-{addresses.slugs[kind][name]}" if kind == "severities" else "plain"


def _group_label(kind: str, name: str, library: Library, words: Words) -> str:
    if kind == "severities":
        return severity_name(name, words)
    entry = find_service(name, library.settings) if kind == "services" else None
    return (entry.title or name) if entry else name


def _numbers(members: Sequence[Postmortem], addresses: Addresses, today: date, words: Words) -> tuple[Number, ...]:
    """Return how many incidents, since when none, and how many items are open and overdue."""
    incidents = [p for p in members if p.is_figured]
    items = [item for p in members for item in p.open_items]
    overdue = sum(item.is_overdue(today) for item in items)
    last = max((p.started_at.date() for p in incidents if p.started_at), default=None)
    numbers = [Number(words("incidents-label", count=len(incidents)), str(len(incidents)))]
    if len(incidents) != len(members):
        numbers.append(Number(words("other-kinds-label"), str(len(members) - len(incidents))))
    if last:
        numbers.append(Number(words("last-incident"), last.isoformat()))
    numbers.append(Number(words("open-items-title"), str(len(items)), addresses.board))
    if overdue:
        numbers.append(Number(words("overdue"), str(overdue), addresses.board, alarming=True))
    return tuple(numbers)


def _lead(kind: str, name: str, library: Library) -> str:
    entry = find_service(name, library.settings) if kind == "services" else None
    return (entry.description or "") if entry else ""


def _service_facts(name: str, library: Library, words: Words) -> tuple[Part, ...]:
    entry = find_service(name, library.settings)
    if entry is None:
        return ()
    owner = [Part(words("owned-by", owner=entry.owner))] if entry.owner else []
    return (*owner, *(Part(label, url=url) for label, url in entry.links.items() if is_url(url)))


def _problem_note(by_path: Mapping[str, int], paths: Collection[str], words: Words) -> str:
    """Return how many problems how many documents have, empty when none has any."""
    counts = [count for path, count in by_path.items() if path in paths]
    if not counts:
        return ""
    problems = words("count-problems", count=sum(counts))
    return words("problem-note", problems=problems, documents=words("in-documents", count=len(counts)))


def _count_by_path(problems: Iterable[Problem]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.location.path] = counts.get(problem.location.path, 0) + 1
    return counts
