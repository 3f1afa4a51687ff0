"""The page of one incident: what stands above and below the author's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.duration import Duration, format_duration
from mkdocs_postmortem.model.impact import Degradation
from mkdocs_postmortem.model.quantity import Answer, Percentage, Quantity
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.views.address import Addresses, Target
from mkdocs_postmortem.views.parts import (
    Badge,
    IncidentRow,
    ItemRow,
    Part,
    Progress,
    badges_of,
    capitalise,
    incident_row,
    instant_part,
    item_row,
    length_text,
    progress_of,
    service_parts,
)
from mkdocs_postmortem.words.catalogue import Words, words_for

_IMPACT = (
    "customers_affected", "customers_affected_percent", "requests_failed", "error_rate", "revenue", "symptoms",
    "regions", "degradation", "data_loss", "data_corruption", "durability_risk", "engineers_paged",
    "engineering_time", "support_tickets",
)  # fmt: skip
_COMMUNICATION = ("channel", "stakeholders", "status_page", "customer_email", "public_postmortem")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is stated under it."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts that belong together, under a title; `name` is the title as it stands inside a sentence."""

    name: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured length of time with its name; the meaning stands in the glossary."""

    label: str
    value: str
    stated: bool


@dataclass(frozen=True, slots=True)
class IncidentView:
    """Everything an incident page shows besides the author's text."""

    id: str
    title: str
    path: str
    summary: str
    badges: tuple[Badge, ...]
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    groups: tuple[FactGroup, ...]
    progress: Progress
    related: tuple[tuple[str, IncidentRow], ...]
    items: tuple[ItemRow, ...]
    problems: tuple[Problem, ...]
    items_heading: str
    back: Target
    words: Words


def incident_view(
    postmortem: Postmortem, library: Library, addresses: Addresses, today: date, problems: Sequence[Problem]
) -> IncidentView:
    """Return the page data of one incident. Items that stand only in the front matter get a table of their own."""
    section = postmortem.section("action-items")
    in_front = postmortem.states("action_items")
    words = words_for(library.settings)
    return IncidentView(
        id=postmortem.id,
        title=postmortem.title,
        path=postmortem.path,
        summary=(postmortem.summary or "") if postmortem.section("summary") is None else "",
        badges=badges_of(postmortem, addresses, words),
        figures=tuple(_figures(postmortem, words)),
        facts=tuple(_main_facts(postmortem, library, addresses, words)),
        groups=tuple(group for group in _groups(postmortem, library, words) if group.facts),
        progress=progress_of(postmortem.action_items, today),
        related=tuple(
            (_relation_name(related.relation, words), incident_row(related.incident, library, addresses, today, words))
            for related in library.related_to(postmortem)
        ),
        items=tuple(item_row(item, postmortem, addresses, today, words) for item in postmortem.action_items)
        if in_front
        else (),
        problems=tuple(problems),
        items_heading=section.heading if section and not in_front else "",
        back=addresses.index,
        words=words,
    )


def _relation_name(relation: str, words: Words) -> str:
    return words(f"relation-{relation.replace(' ', '-')}")


def _figures(postmortem: Postmortem, words: Words) -> Iterator[Figure]:
    for key, length in (
        ("time-to-detect", postmortem.time_to_detect),
        ("time-to-mitigate", postmortem.time_to_mitigate),
        ("time-to-resolve", postmortem.length),
    ):
        yield Figure(words(key), length_text(length, words), length is not None)


def _main_facts(postmortem: Postmortem, library: Library, addresses: Addresses, words: Words) -> Iterator[Fact]:
    """Yield the facts that every reader looks for first; a missing one is shown as missing."""
    unstated = (Part(words("not-stated")),)
    for key, instant in (("fact-started", postmortem.started_at), ("fact-resolved", postmortem.resolved_at)):
        yield Fact(words(key), (instant_part(instant),) if instant else unstated)
    services = service_parts(postmortem, library, addresses)
    yield Fact(words("fact-services"), services or unstated)
    if causes := {name.casefold() for name in postmortem.root_cause_services}:
        linked = tuple(part for part in services if part.text.casefold() in causes)
        yield Fact(words("fact-root-cause-in"), linked or _texts(postmortem.root_cause_services))
    if impact := _impact_parts(postmortem, words):
        yield Fact(words("fact-impact"), impact)
    if postmortem.commander:
        yield Fact(words("fact-commander"), (Part(postmortem.commander),))
    yield Fact(words("fact-authors"), _texts(postmortem.authors) or unstated)
    if postmortem.tags:
        yield Fact(words("fact-tags"), tuple(Part(tag, addresses.group("tags", tag)) for tag in postmortem.tags))
    if postmortem.links:
        yield Fact(words("fact-links"), tuple(Part(link.label, url=link.url) for link in postmortem.links))


def _impact_parts(postmortem: Postmortem, words: Words) -> tuple[Part, ...]:
    """Return the impact in a line: how far down, how many customers, where."""
    impact = postmortem.impact
    said = [words(f"degradation-{impact.degradation.value}")] if impact.degradation else []
    if customers := impact.customers_affected:
        said.append(words("customers", count=customers.number, number=_quantity(customers, words)))
    if impact.customers_affected_percent:
        said.append(words("percent-of-customers", percent=_quantity(impact.customers_affected_percent, words)))
    if impact.data_loss and impact.data_loss.yes:
        said.append(words("data-loss"))
    return _texts([*said, *impact.regions])


def _groups(postmortem: Postmortem, library: Library, words: Words) -> Iterator[FactGroup]:
    for key, facts in (
        ("facts-times", _times(postmortem, words)),
        ("facts-impact", _block("impact-", postmortem.impact, _IMPACT, words)),
        ("facts-detection", _detection(postmortem, words)),
        ("facts-cause", _cause(postmortem, words)),
        ("facts-review", _review(postmortem, words)),
        ("facts-communication", _block("communication-", postmortem.communication, _COMMUNICATION, words)),
        ("facts-further", _custom(postmortem, library, words)),
    ):
        yield FactGroup(words(key), capitalise(words(key)), tuple(facts))


def _times(postmortem: Postmortem, words: Words) -> Iterator[Fact]:
    for key, instant in (
        ("fact-detected", postmortem.detected_at),
        ("fact-acknowledged", postmortem.acknowledged_at),
        ("fact-mitigated", postmortem.mitigated_at),
    ):
        if instant:
            yield Fact(words(key), (instant_part(instant),))
    if postmortem.time_to_acknowledge is not None:
        yield Fact(words("time-to-acknowledge"), (Part(format_duration(postmortem.time_to_acknowledge)),))


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
    for factor in postmortem.contributing_factors:
        yield Fact(_category_name(factor.category, words), (Part(factor.text),))


def _category_name(category: str | None, words: Words) -> str:
    """Return the label of a category: a shipped one in the pages' language, one of the user's own as it is."""
    if category is None:
        return words("fact-factor")
    shipped = _shipped_name("category-", category, words)
    return capitalise(shipped) if shipped else category.replace("-", " ").capitalize()


def _shipped_name(prefix: str, name: str, words: Words) -> str:
    """Return the word for a name that the settings have when they say nothing, empty for one of the user's own."""
    return words(prefix + name) if prefix + name in words else ""


def _review(postmortem: Postmortem, words: Words) -> Iterator[Fact]:
    if postmortem.reviewers:
        yield Fact(words("fact-reviewers"), _texts(postmortem.reviewers))
    if postmortem.approved_by:
        yield Fact(words("fact-approved-by"), (Part(postmortem.approved_by),))
    if postmortem.published_at:
        yield Fact(words("fact-published"), (Part(postmortem.published_at.isoformat()),))
    if postmortem.review_due:
        yield Fact(words("fact-follow-up-review"), (Part(postmortem.review_due.isoformat()),))
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
