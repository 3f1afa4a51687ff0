"""What the sample library is for: who asks whether this has happened before gets the incident that failed alike."""

from __future__ import annotations

import re
from functools import cache

import pytest

from mkdocs_postmortem.library.services import service_name, services_of
from mkdocs_postmortem.library.similarity import Reason
from mkdocs_postmortem.library.terms import fold
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import squash
from tests.library.failure_modes import DECLARED, OTHERWISE, READ
from tests.library.samples import sample, sample_library

ALL = sample_library().postmortems


def nearest(name: str) -> list[str]:
    """Return the ids of the three most similar samples."""
    return [similar.incident.id for similar in sample_library().similarity.nearest(sample(name), 3)]


def test_every_declared_relation_of_the_samples_was_judged() -> None:
    declared = {tuple(sorted((own.id, other.id))) for own in ALL for other in own.related}

    assert declared == DECLARED.keys() | OTHERWISE


@pytest.mark.parametrize(("earlier", "later"), [*DECLARED, *READ])
def test_the_earlier_incident_that_failed_alike_is_among_the_first_three(earlier: str, later: str) -> None:
    assert earlier in nearest(later)


def test_the_later_one_is_found_from_the_earlier_one_nearly_as_often() -> None:
    """A document that is alike to many others has more neighbours than three."""
    found = [pair for pair in (*DECLARED, *READ) if pair[1] in nearest(pair[0])]

    assert len(found) >= 13


def test_the_declared_recurrences_are_the_most_similar_earlier_incidents() -> None:
    recurrences = [(own.id, r.id) for own in ALL for r in own.related if r.relation.value == "recurrence-of"]

    assert len(recurrences) == 4
    assert [(own, earlier) for own, earlier in recurrences if earlier not in nearest(own)[:2]] == []


@pytest.mark.parametrize("own", ALL, ids=lambda own: own.id)
def test_every_reason_is_true(own: Postmortem) -> None:
    for similar in sample_library().similarity.nearest(own, len(ALL)):
        for reason in similar.reasons:
            assert reason.names
            assert [name for name in reason.names if not _is_true(reason, name, own, similar.incident)] == []


def _is_true(reason: Reason, name: str, own: Postmortem, other: Postmortem) -> bool:
    if reason.aspect == "term":
        return _says(own, name, exactly=True) and _says(other, name, exactly=False)
    return all(squash(name) in {squash(stated) for stated in _stated(reason, each)} for each in (own, other))


def _stated(reason: Reason, postmortem: Postmortem) -> tuple[str, ...]:
    settings = sample_library().settings
    return {
        "root_cause_service": tuple(service_name(name, settings) for name in postmortem.root_cause_services),
        "service": services_of(postmortem, settings),
        "tag": postmortem.tags,
        "factor": tuple(factor.category or "" for factor in postmortem.contributing_factors),
    }[reason.aspect]


def _says(postmortem: Postmortem, term: str, *, exactly: bool) -> bool:
    """Return whether the words stand side by side in the document, in whatever inflection unless `exactly`."""
    wanted = term.split() if exactly else [fold(word) for word in term.split()]
    return f" {' '.join(wanted)} " in _words(postmortem.slug, exactly=exactly)


@cache
def _words(slug: str, *, exactly: bool) -> str:
    """Return all words of a sample, with a blank around each."""
    (postmortem,) = (each for each in ALL if each.slug == slug)
    words = re.findall(r"[^\W\d_]+|[\d.,;:()]+", postmortem.model_dump_json().casefold().replace("\\n", " "))
    return f" {' '.join(words if exactly else map(fold, words))} "


def test_the_reasons_that_are_told_make_most_of_a_score() -> None:
    for own in ALL:
        for similar in sample_library().similarity.nearest(own, 3):
            assert 0.75 < sum(reason.share for reason in similar.reasons) <= 1.0001
