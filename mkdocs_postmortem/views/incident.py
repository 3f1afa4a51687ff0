"""The page of one incident: what stands above and below the author's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.duration import Duration, format_duration
from mkdocs_postmortem.model.facts import Status
from mkdocs_postmortem.model.impact import Degradation
from mkdocs_postmortem.model.quantity import Answer, Percentage, Quantity
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.parts import (
    Badge,
    ItemRow,
    Part,
    Progress,
    badges_of,
    capitalise,
    item_row,
    length_text,
    progress_of,
    service_parts,
)
from mkdocs_postmortem.views.related import NeighbourLinks, Others, RecurrenceRow, RelatedRow
from mkdocs_postmortem.views.strip import Strip, strip_of
from mkdocs_postmortem.words.catalogue import Words, words_for

_IMPACT = (
    "customers_affected", "customers_affected_percent", "requests_failed", "error_rate", "revenue", "symptoms",
    "regions", "degradation", "data_loss", "data_corruption", "durability_risk", "engineers_paged",
    "engineering_time", "support_tickets",
)  # fmt: skip
_IMPACT_FIGURES = ("requests_failed", "error_rate")
_COMMUNICATION = ("channel", "stakeholders", "status_page", "customer_email", "public_postmortem")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is stated under it: in one line, or `apart`, each part in its own."""

    label: str
    parts: tuple[Part, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together, under a title; `name` is the title as it stands inside a sentence."""

    name: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name: a length of time, whose meaning stands in the glossary, or a part of the impact."""

    label: str
    value: str
    stated: bool


@dataclass(frozen=True, slots=True)
class TimelineTime:
    """A time as a timeline of the body states it, and its instant in UTC, empty when day or zone is not known."""

    stated: str
    instant: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """Everything an incident page shows besides the author's text.

    `items` get a table below the text: the body has none of them. `listed_items` stand in the body too.
    """

    id: str
    title: str
    path: str
    summary: str
    badges: tuple[Badge, ...]
    figures: tuple[Figure, ...]
    impact: tuple[Figure, ...]
    strip: Strip
    facts: tuple[Fact, ...]
    groups: tuple[FactGroup, ...]
    progress: Progress
    recurrences: tuple[RecurrenceRow, ...]
    related: tuple[RelatedRow, ...]
    similar: tuple[RelatedRow, ...]
    neighbours: NeighbourLinks | None
    items: tuple[ItemRow, ...]
    listed_items: tuple[ItemRow, ...]
    problems: tuple[Problem, ...]
    items_heading: str
    timeline_headings: tuple[str, ...]
    timeline: tuple[TimelineTime, ...]
    back: Target
    words: Words


def incident_view(
    postmortem: Postmortem, library: Library, addresses: Addresses, today: date, problems: Sequence[Problem]
) -> IncidentView:
    """Return the page data of one incident. Items that stand only in the front matter get a table of their own."""
    section = postmortem.section("action-items")
    in_front = postmortem.states("action_items")
    words = words_for(library.settings)
    others = Others(library, addresses, today, words)
    rows = tuple(item_row(item, postmortem, library, addresses, today, words) for item in postmortem.action_items)
    return IncidentView(
        id=postmortem.id,
        title=postmortem.title,
        path=postmortem.path,
        summary=(postmortem.summary or "") if postmortem.section("summary") is None else "",
        badges=badges_of(postmortem, addresses, words),
        figures=tuple(_figures(postmortem, words)),
        impact=tuple(_impact_figures(postmortem, words)),
        strip=strip_of(postmortem, words),
        facts=tuple(_main_facts(postmortem, library, addresses, words)),
        groups=tuple(group for group in _groups(postmortem, library, words) if group.facts),
        progress=progress_of(postmortem.action_items, today),
        recurrences=tuple(others.recurrences(postmortem)),
        related=tuple(others.related(postmortem)),
        similar=tuple(others.similar(postmortem)),
        neighbours=others.neighbours(postmortem),
        items=rows if in_front else (),
        listed_items=() if in_front else rows,
        problems=tuple(problems),
        items_heading=section.heading if section and not in_front else "",
        timeline_headings=tuple(found.heading for found in postmortem.sections if found.key == "timeline"),
        timeline=tuple(_timeline(postmortem)),
        back=addresses.index,
        words=words,
    )


def _timeline(postmortem: Postmortem) -> Iterator[TimelineTime]:
    for entry in postmortem.timeline:
        yield TimelineTime(entry.stated, f"{entry.time:%Y-%m-%dT%H:%MZ}" if entry.time else "")


def _figures(postmortem: Postmortem, words: Words) -> Iterator[Figure]:
    """Yield the lengths of time in the order in which they end; acknowledgement is the one that nobody misses."""
    for key, length in (
        ("time-to-detect", postmortem.time_to_detect),
        ("time-to-acknowledge", postmortem.time_to_acknowledge),
        ("time-to-mitigate", postmortem.time_to_mitigate),
        ("time-to-resolve", postmortem.length),
    ):
        if length is not None or key != "time-to-acknowledge":
            yield Figure(words(key), length_text(length, words), length is not None)


def _impact_figures(postmortem: Postmortem, words: Words) -> Iterator[Figure]:
    """Yield the numbers that tell how bad it was, customers and their share as one."""
    impact = postmortem.impact
    stated = (impact.customers_affected, impact.customers_affected_percent)
    numbers = [_quantity(quantity, words) for quantity in stated if quantity]
    if numbers:
        key = "impact-customers-affected" if impact.customers_affected else "impact-customers-affected-percent"
        yield Figure(words(key), " / ".join(numbers), stated=True)
    for field in _IMPACT_FIGURES:
        if quantity := getattr(impact, field):
            yield Figure(words(f"impact-{field.replace('_', '-')}"), _quantity(quantity, words), stated=True)


def _main_facts(postmortem: Postmortem, library: Library, addresses: Addresses, words: Words) -> Iterator[Fact]:
    """Yield the facts that every reader looks for first; a missing one is shown as missing."""
    unstated = (Part(words("not-stated")),)
    services = service_parts(postmortem, library, addresses)
    yield Fact(words("fact-services"), services or unstated)
    if causes := {name.casefold() for name in postmortem.root_cause_services}:
        linked = tuple(part for part in services if part.text.casefold() in causes)
        yield Fact(words("fact-root-cause-in"), linked or _texts(postmortem.root_cause_services))
    if impact := _impact_parts(postmortem, words):
        yield Fact(words("fact-impact"), impact)
    yield Fact(words("fact-review-state"), tuple(_review_state(postmortem, library.settings, words)))
    if postmortem.commander:
        yield Fact(words("fact-commander"), (Part(postmortem.commander),))
    yield Fact(words("fact-authors"), _texts(postmortem.authors) or unstated)
    if postmortem.tags:
        yield Fact(words("fact-tags"), tuple(Part(tag, addresses.group("tags", tag)) for tag in postmortem.tags))
    if postmortem.links:
        yield Fact(words("fact-links"), tuple(Part(link.label, url=link.url) for link in postmortem.links))


def _review_state(postmortem: Postmortem, settings: Settings, words: Words) -> Iterator[Part]:
    """Yield how far the review is, since when, and when the next one is due."""
    if postmortem.published_at and postmortem.status in (Status.PUBLISHED, None):
        yield Part(words("review-published", day=postmortem.published_at.isoformat()))
    else:
        yield Part(words(f"status-{postmortem.status.value}") if postmortem.status else words("not-stated"))
    if due := settings.deadlines.follow_up_due(postmortem.review_at, postmortem.published_at):
        yield Part(words("review-due", day=due.isoformat()))


def _impact_parts(postmortem: Postmortem, words: Words) -> tuple[Part, ...]:
    """Return what no figure tells of the impact: how far down, whether data was lost, where."""
    impact = postmortem.impact
    said = [words(f"degradation-{impact.degradation.value}")] if impact.degradation else []
    if impact.data_loss and impact.data_loss.yes:
        said.append(words("data-loss"))
    return _texts([*said, *impact.regions])


def _groups(postmortem: Postmortem, library: Library, words: Words) -> Iterator[FactGroup]:
    for key, facts in (
        ("facts-impact", _block("impact-", postmortem.impact, _IMPACT, words)),
        ("facts-detection", _detection(postmortem, words)),
        ("facts-cause", _cause(postmortem, words)),
        ("facts-review", _review(postmortem, library.settings, words)),
        ("facts-communication", _block("communication-", postmortem.communication, _COMMUNICATION, words)),
        ("facts-further", _custom(postmortem, library, words)),
    ):
        yield FactGroup(words(key), capitalise(words(key)), tuple(facts))


def _detection(postmortem: Postmortem, words: Words) -> Iterator[Fact]:
    detection = postmortem.detection
    if detection.source:
        yield Fact(words("fact-noticed-by"), (Part(words(f"source-{detection.source.value}")),))
    if detection.alerts:
        yield Fact(words("fact-alerts"), _texts(detection.alerts))
    if detection.assessment:
        yield Fact(words("fact-assessment"), (Part(detection.assessment),))


def _cause(postmortem: Postmortem, words: Words) -> Iterator[Fact]:
    if postmortem.trigger:
        yield Fact(words("fact-trigger"), (Part(postmortem.trigger),))
    factors: dict[str, list[Part]] = {}
    for factor in postmortem.contributing_factors:
        factors.setdefault(_category_name(factor.category, words), []).append(Part(factor.text))
    yield from (Fact(category, tuple(texts), apart=True) for category, texts in factors.items())


def _category_name(category: str | None, words: Words) -> str:
    """Return the label of a category: a shipped one in the pages' language, one of the user's own as it is."""
    if category is None:
        return words("fact-factor")
    shipped = _shipped_name("category-", category, words)
    return capitalise(shipped) if shipped else category.replace("-", " ").capitalize()


def _shipped_name(prefix: str, name: str, words: Words) -> str:
    """Return the word for a name that the settings have when they say nothing, empty for one of the user's own."""
    return words(prefix + name) if prefix + name in words else ""


def _review(postmortem: Postmortem, settings: Settings, words: Words) -> Iterator[Fact]:
    if postmortem.reviewers:
        yield Fact(words("fact-reviewers"), _texts(postmortem.reviewers))
    if postmortem.approved_by:
        yield Fact(words("fact-approved-by"), (Part(postmortem.approved_by),))
    if postmortem.published_at:
        yield Fact(words("fact-published"), (Part(postmortem.published_at.isoformat()),))
    if due := settings.deadlines.follow_up_due(postmortem.review_at, postmortem.published_at):
        yield Fact(words("fact-follow-up-review"), (Part(due.isoformat()),))
    if postmortem.review_attendees:
        yield Fact(words("fact-review-attendees"), _texts(postmortem.review_attendees))
    if postmortem.audience:
        yield Fact(
            words("fact-audience"),
            (Part(_shipped_name("audience-", postmortem.audience, words) or postmortem.audience),),
        )
    if postmortem.distribution:
        yield Fact(words("fact-distribution"), _texts(postmortem.distribution))


def _block(prefix: str, block: Any, fields: Iterable[str], words: Words) -> Iterator[Fact]:
    for field in fields:
        value = getattr(block, field)
        if value is not None and value != ():
            yield Fact(words(prefix + field.replace("_", "-")), _value_parts(value, words))


def _custom(postmortem: Postmortem, library: Library, words: Words) -> Iterator[Fact]:
    for declared in library.settings.fields:
        if declared.name in postmortem.custom:
            label = declared.label or declared.name.replace("_", " ").capitalize()
            yield Fact(label, _value_parts(postmortem.custom[declared.name], words))


def _value_parts(value: Any, words: Words) -> tuple[Part, ...]:
    if isinstance(value, tuple):
        return _texts(str(item) for item in value)
    if isinstance(value, Answer):
        return (_answer(value, words),)
    if isinstance(value, bool):
        return (Part(words("answer-yes" if value else "answer-no")),)
    if isinstance(value, (Quantity, Percentage)):
        return (Part(_quantity(value, words)),)
    if isinstance(value, Duration):
        return (Part(format_duration(value.length)),)
    return (Part(words(f"degradation-{value.value}") if isinstance(value, Degradation) else str(value)),)


def _answer(answer: Answer, words: Words) -> Part:
    word = words("answer-yes" if answer.yes else "answer-no")
    text = words("answer-with-details", answer=word, details=answer.details) if answer.details else word
    return Part(text, url=answer.url)


def _quantity(quantity: Quantity | Percentage, words: Words) -> str:
    """Return a number as the author stated it: "about 1,200", "12.5 %"."""
    number = words.number(quantity.number) + (" %" if isinstance(quantity, Percentage) else "")
    return words("about", number=number) if quantity.approximate else number


def _texts(texts: Iterable[str]) -> tuple[Part, ...]:
    return tuple(Part(text) for text in texts)
