"""The page on what the library owes: reviews, action items, postmortems nobody wrote, and what the gate says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.deadlines import ended_on, publication_due
from mkdocs_postmortem.library.known_incidents import without_postmortem
from mkdocs_postmortem.model import Postmortem, Status
from mkdocs_postmortem.problems import (
    FOLLOW_UP_OVERDUE,
    REVIEW_OVERDUE,
    REVIEWED_BY_AUTHOR_ONLY,
    STALE_DRAFT,
    UNREVIEWED,
    Kind,
    Level,
    Problem,
)
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.listing import Number
from mkdocs_postmortem.views.parts import Part, severity_name
from mkdocs_postmortem.words.catalogue import Words, words_for

SOON = timedelta(days=30)
"""How long before its day a follow-up review is listed."""
MOST_ROWS = 200
"""Rows of one table; `postmortem check` lists everything."""


@dataclass(frozen=True, slots=True)
class DebtRow:
    """One thing that is owed: a cell for each column. What needs somebody now has a `flag`, which says why."""

    cells: tuple[Part, ...]
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Debt:
    """Things of one sort that are owed: `total` of them, of which at most 200 are shown."""

    anchor: str
    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[DebtRow, ...]
    total: int

    @property
    def left_out(self) -> int:
        """Return how many are not shown."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class HealthView:
    """Everything the page shows. `as_of` is an ISO date; `debts` are those that have any row."""

    as_of: str
    numbers: tuple[Number, ...]
    debts: tuple[Debt, ...]
    back: Target
    words: Words


def health_view(library: Library, addresses: Addresses, today: date, problems: Sequence[Problem]) -> HealthView:
    """Return the page as of `today`; `problems` are those that the gate found, at their levels."""
    words = words_for(library.settings)
    debts = tuple(_Ledger(library, addresses, today, problems, words).debts())
    numbers = (
        Number(debt.title, str(debt.total), Target(addresses.health.uri, debt.anchor) if debt.rows else None)
        for debt in debts
    )
    return HealthView(
        today.isoformat(), tuple(numbers), tuple(debt for debt in debts if debt.rows), addresses.index, words
    )


class _Ledger:
    """Collects what one library owes on one day."""

    def __init__(
        self, library: Library, addresses: Addresses, today: date, problems: Sequence[Problem], words: Words
    ) -> None:
        self.library, self.addresses, self.today, self.words = library, addresses, today, words
        self.problems = problems
        self.incidents = [postmortem for postmortem in library.postmortems if postmortem.is_figured]

    def debts(self) -> Iterator[Debt]:
        """Yield every sort of debt, also those of which there is none."""
        if self.library.settings.incidents_csv:
            yield self._debt("missing", ("incident", "severity", "started", "due"), self._missing())
        yield self._debt("drafts", ("document", "status", "ended", "due"), self._drafts())
        yield self._debt("unreviewed", ("document", "published", "reviewers"), self._unreviewed())
        yield self._debt("follow-ups", ("document", "open-items", "due"), self._follow_ups())
        yield self._debt("without-items", ("document", "severity", "started"), self._without_items())
        yield self._debt("recurrences", ("document", "recurrence-of", "open-items"), self._recurrences())
        yield self._debt("gate", ("document", "errors", "warnings", "kinds"), self._gate())

    def _debt(self, name: str, columns: Iterable[str], rows: Iterable[DebtRow]) -> Debt:
        listed = tuple(rows)
        return Debt(
            anchor=f"pm-{name}",
            title=self.words(f"debt-{name}"),
            lead=self.words(f"debt-{name}-lead", days=SOON.days),
            columns=tuple(self.words(f"column-{column}") for column in columns),
            rows=listed[:MOST_ROWS],
            total=len(listed),
        )

    def _missing(self) -> Iterator[DebtRow]:
        """Yield known incidents without a postmortem whose severity has a deadline, the earliest deadline first."""
        owed = [(publication_due(known, self.library.settings), known) for known in without_postmortem(self.library)]
        for due, known in sorted(((due, known) for due, known in owed if due), key=lambda pair: (pair[0], pair[1].id)):
            name = Part(f"{known.id} {known.title}".strip())
            severity = self._severity(known.severity.name if known.severity else None)
            cells = (name, severity, _day(known.started_on), _day(due))
            yield DebtRow(cells, self._overdue(is_late=due < self.today))

    def _drafts(self) -> Iterator[DebtRow]:
        for postmortem in self._with_problem(REVIEW_OVERDUE, STALE_DRAFT):
            status = self.words(f"status-{(postmortem.status or Status.DRAFT).value}")
            due = publication_due(postmortem, self.library.settings)
            ended = self._day(ended_on(postmortem))
            yield DebtRow((self._name(postmortem), Part(status), ended, self._day(due)), self._overdue(is_late=True))

    def _unreviewed(self) -> Iterator[DebtRow]:
        for postmortem in self._with_problem(UNREVIEWED, REVIEWED_BY_AUTHOR_ONLY):
            reviewers = Part(", ".join(postmortem.reviewers) or self.words("not-stated"))
            yield DebtRow((self._name(postmortem), self._day(postmortem.published_at), reviewers))

    def _follow_ups(self) -> Iterator[DebtRow]:
        """Yield reviews that the gate misses, and those whose day comes soon, the earliest first."""
        late = {postmortem.path for postmortem in self._with_problem(FOLLOW_UP_OVERDUE)}
        settings, last = self.library.settings, self.today + SOON
        due = [
            (settings.deadlines.follow_up_due(postmortem.review_at, postmortem.published_at), postmortem)
            for postmortem in self.library.postmortems
        ]
        for day, postmortem in sorted(((d, p) for d, p in due if d), key=lambda pair: (pair[0], pair[1].id)):
            is_late = postmortem.path in late
            if is_late or (self.today <= day <= last and postmortem.open_items and not postmortem.is_followed_up):
                cells = (self._name(postmortem), _number(len(postmortem.open_items)), _day(day))
                yield DebtRow(cells, self._overdue(is_late=is_late))

    def _without_items(self) -> Iterator[DebtRow]:
        """Yield incidents that promise nothing; a draft may still come to it."""
        for postmortem in self.incidents:
            if postmortem.readable and not postmortem.is_draft and not postmortem.action_items:
                severity = self._severity(postmortem.severity.name if postmortem.severity else None)
                started = postmortem.started_at.date() if postmortem.started_at else None
                yield DebtRow((self._name(postmortem), severity, self._day(started)))

    def _recurrences(self) -> Iterator[DebtRow]:
        """Yield declared recurrences; late are those whose earlier incident still has open items."""
        for postmortem in self.incidents:
            for related in self.library.related_to(postmortem):
                if related.relation == "recurrence of":
                    still = len(related.incident.open_items)
                    cells = (self._name(postmortem), self._name(related.incident), _number(still))
                    yield DebtRow(cells, self.words("open-after-recurrence") if still else "")

    def _gate(self) -> Iterator[DebtRow]:
        """Yield the files with problems, those with the most errors, then warnings, first."""
        by_path: dict[str, list[Problem]] = {}
        for problem in self.problems:
            by_path.setdefault(problem.location.path, []).append(problem)
        known = {postmortem.path: postmortem for postmortem in self.library.postmortems}
        counted = [(path, _at(Level.ERROR, found), _at(Level.WARNING, found)) for path, found in by_path.items()]
        for path, errors, warnings in sorted(counted, key=lambda entry: (-entry[1], -entry[2], entry[0])):
            kinds = Counter(f"{problem.kind.code} {problem.kind.name}" for problem in by_path[path])
            listed = ", ".join(f"{kind} × {count}" if count > 1 else kind for kind, count in sorted(kinds.items()))
            name = self._name(known[path]) if path in known else Part(path)
            yield DebtRow((name, _number(errors), _number(warnings), Part(listed)))

    def _with_problem(self, *kinds: Kind) -> Iterator[Postmortem]:
        """Yield the documents in which the gate found a problem of these kinds, in the library's order."""
        paths = {problem.location.path for problem in self.problems if problem.kind in kinds}
        return (postmortem for postmortem in self.library.postmortems if postmortem.path in paths)

    def _overdue(self, *, is_late: bool) -> str:
        return self.words("is-overdue") if is_late else ""

    def _name(self, postmortem: Postmortem) -> Part:
        title = postmortem.title if postmortem.id in postmortem.title else f"{postmortem.id} {postmortem.title}"
        return Part(title, self.addresses.incident(postmortem))

    def _severity(self, name: str | None) -> Part:
        return Part(severity_name(name, self.words) if name else self.words("not-stated"))

    def _day(self, day: date | None) -> Part:
        return _day(day) if day else Part(self.words("not-stated"))


def _day(day: date) -> Part:
    return Part(day.isoformat(), instant=day.isoformat())


def _number(number: int) -> Part:
    return Part(str(number))


def _at(level: Level, problems: Iterable[Problem]) -> int:
    return sum(problem.level is level for problem in problems)
