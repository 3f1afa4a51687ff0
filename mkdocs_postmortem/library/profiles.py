"""What a document, or a question, is compared by: its services, factors and tags, and the words of its story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from mkdocs_postmortem.library.services import service_name, services_of
from mkdocs_postmortem.library.terms import find_terms, fold, plain_words
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import Settings, squash

Aspect = Literal["root_cause_service", "service", "factor", "tag", "term"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
"""In the order in which reasons are told."""

Feature = tuple[Aspect, str]
"""Something that two documents may share, in a form in which spellings agree."""
Profile = dict[Feature, str]
"""Features, each with the words that the document has for it."""


def profile_postmortem(postmortem: Postmortem, settings: Settings) -> Profile:
    """Return what a document is compared by.

    Of its text these are title, summary, trigger, contributing factors and the section on the cause: they tell how it
    failed. The rest of a body tells who did what when, which is alike in all incidents of a team.
    """
    terms: Profile = {}
    for text in _telling_texts(postmortem):
        for key, written in find_terms(text).items():
            terms.setdefault(("term", key), written)
    return {**dict(_stated(postmortem, settings)), **terms}


def profile_text(text: str, postmortems: Iterable[Postmortem], settings: Settings) -> Profile:
    """Return what a question in free text is compared by: its words, and the services and tags that it names."""
    words = _folded(text)
    named = {
        feature: name
        for feature, name in _names_of(postmortems, settings).items()
        if (wanted := _folded(name)).strip() and wanted in words
    }
    return {**named, **{("term", key): written for key, written in find_terms(text).items()}}


def _telling_texts(postmortem: Postmortem) -> Iterator[str]:
    cause = postmortem.section("cause")
    yield from (postmortem.title, postmortem.summary or "", postmortem.trigger or "")
    yield from (factor.text for factor in postmortem.contributing_factors)
    yield cause.text if cause and cause.content == "text" else ""


def _stated(postmortem: Postmortem, settings: Settings) -> Iterator[tuple[Feature, str]]:
    for name in postmortem.root_cause_services:
        own = service_name(name, settings)
        yield ("root_cause_service", squash(own)), own
    for own in services_of(postmortem, settings):
        yield ("service", squash(own)), own
    for factor in postmortem.contributing_factors:
        if factor.category:
            yield ("factor", factor.category), factor.category
    for tag in postmortem.tags:
        yield ("tag", squash(tag)), tag


def _folded(text: str) -> str:
    """Return the folded words of a text with one blank around each."""
    return f" {' '.join(map(fold, plain_words(text)))} "


def _names_of(postmortems: Iterable[Postmortem], settings: Settings) -> Profile:
    """Return the services and tags that documents have."""
    return {
        feature: name
        for postmortem in postmortems
        for feature, name in _stated(postmortem, settings)
        if feature[0] in ("service", "tag")
    }
