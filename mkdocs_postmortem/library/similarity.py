"""Which incidents failed in a similar way, how similar they are from 0 to 1, and for which reasons.

Every document is a set of features: services, factors, tags, words. A feature weighs what the settings say of its
kind, times how rare it is in the library. The score of two documents is the weight of what they share, over the
geometric mean of the weights of what each has: the cosine of two weighted sets. An inverted index finds the documents
that share anything; there is no table of all pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from mkdocs_postmortem.library.profiles import ASPECTS, Aspect, Feature, Profile, profile_postmortem, profile_text
from mkdocs_postmortem.library.terms import fold, plain_words
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import Settings

EXACT_UP_TO = 3_000
"""Documents up to which every pair that shares anything is looked at. Beyond, the rarest features choose."""
BUDGET = 1_000
"""Entries of the index that are looked at for one document of a larger library."""
_FINALISTS = 30
_COMMON_SHARE = 0.25
_COMMON_NUMBER = 100
_RARE_NUMBER = 3
_LEAST_TOLD = 0.05


@dataclass(frozen=True, slots=True)
class Reason:
    """What two documents share of one kind, the weightiest first, and which part of their score that makes, 0 to 1.

    `names` are spelled as the document spells them that the other one was compared with.
    """

    aspect: Aspect
    names: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Similar:
    """Another document with its score, 0 to 1, and the reasons for it in the order in which they are told."""

    incident: Postmortem
    score: float
    reasons: tuple[Reason, ...]


class Similarity:
    """The index of a library. `question` is a profile that is compared with the documents and is none of them."""

    def __init__(self, postmortems: Sequence[Postmortem], settings: Settings, question: Profile | None = None) -> None:
        self._postmortems = postmortems
        self._settings = settings.similarity
        self._numbers = {postmortem.path: number for number, postmortem in enumerate(postmortems)}
        self._found: dict[str, tuple[Similar, ...]] = {}
        profiles = [profile_postmortem(postmortem, settings) for postmortem in postmortems]
        profiles += [question] if question is not None else []
        weights = _weights(profiles, settings)
        # Features are numbered from the rarest on, the order in which a budget is spent. Numbers are quick to compare.
        self._features, self._weights = list(weights), list(weights.values())
        numbers = {feature: number for number, feature in enumerate(self._features)}
        self._profiles = [_numbered(profile, numbers) for profile in profiles]
        self._index: list[list[int]] = [[] for _ in self._features]
        for number, profile in enumerate(self._profiles[: len(postmortems)]):
            for feature in profile:
                self._index[feature].append(number)
        # As if each said one weighty thing more that no other says: two that share all of very little are not alike.
        more = max(settings.similarity.weights.model_dump().values()) * math.log(len(profiles) + 1)
        self._lengths = [math.sqrt(self._weight_of(profile) + more) for profile in self._profiles]

    def like(self, postmortem: Postmortem) -> tuple[Similar, ...]:
        """Return what is similar enough to be shown, as many as the settings show, most similar first."""
        if postmortem.path not in self._found:
            found = self.nearest(postmortem, self._settings.shown)
            self._found[postmortem.path] = tuple(s for s in found if s.score >= self._settings.at_least)
        return self._found[postmortem.path]

    def nearest(self, postmortem: Postmortem, most: int) -> tuple[Similar, ...]:
        """Return the documents that share most with this one, most similar first, however little that may be."""
        return self._nearest(self._numbers[postmortem.path], most)

    def compare(self, postmortem: Postmortem, other: Postmortem) -> Similar:
        """Return how similar another document is, however little that may be."""
        return self._compare(self._numbers[postmortem.path], self._numbers[other.path])

    def answers(self, most: int) -> tuple[Similar, ...]:
        """Return what shares most with the question, most similar first; nothing that shares nothing with it."""
        return self._nearest(len(self._postmortems), most)

    def _nearest(self, number: int, most: int) -> tuple[Similar, ...]:
        gathered, complete = self._gather(number)
        lengths = self._lengths
        ranked = nlargest(
            most if complete else max(most, _FINALISTS),
            [(weight / lengths[other], -other) for other, weight in gathered.items()],
        )
        others = [-negative for _, negative in ranked]
        if not complete:
            others = nlargest(most, others, key=lambda other: (self._score(number, other), -other))
        return tuple(self._compare(number, other) for other in others)

    def _gather(self, number: int) -> tuple[dict[int, float], bool]:
        """Return what each document shares with one, and whether that is all: the budget may end before."""
        budget = BUDGET if len(self._postmortems) > EXACT_UP_TO else math.inf
        gathered: dict[int, float] = defaultdict(float)
        for feature in self._profiles[number]:
            entries, weight = self._index[feature], self._weights[feature]
            budget -= len(entries)
            if budget < 0 and gathered:
                break
            for other in entries:
                gathered[other] += weight
        gathered.pop(number, None)
        return gathered, budget >= 0

    def _score(self, number: int, other: int) -> float:
        return self._weight_of(self._shared(number, other)) / (self._lengths[number] * self._lengths[other] or 1)

    def _compare(self, number: int, other: int) -> Similar:
        reasons = tuple(self._reasons(number, other))
        return Similar(self._postmortems[other], self._score(number, other), reasons)

    def _shared(self, number: int, other: int) -> set[int]:
        return self._profiles[number].keys() & self._profiles[other].keys()

    def _weight_of(self, features: Iterable[int]) -> float:
        # The plain sum of a set may differ in its last digit from run to run.
        return math.fsum(self._weights[feature] for feature in features)

    def _reasons(self, number: int, other: int) -> Iterator[Reason]:
        shared, own = self._shared(number, other), self._profiles[number]
        whole = self._weight_of(shared) or 1
        told: list[str] = []
        for aspect in ASPECTS:
            alike = [feature for feature in shared if self._features[feature][0] == aspect]
            ordered = sorted(alike, key=lambda feature: (-self._weights[feature], -len(own[feature]), feature))
            if aspect == "term":
                names = _untold_terms([own[feature] for feature in ordered], told)
            else:
                # What nearly every document has is shared, and no reason. A service is told once.
                enough = [own[feature] for feature in ordered if self._weights[feature] >= _LEAST_TOLD * whole]
                names = [name for name in enough if aspect != "service" or name not in told]
            told += names
            if names:
                yield Reason(aspect, tuple(names), self._weight_of(ordered) / whole)


def similar_to_text(text: str, postmortems: Sequence[Postmortem], settings: Settings, most: int) -> tuple[Similar, ...]:
    """Return the documents that share most with a question in free text, most similar first."""
    return Similarity(postmortems, settings, profile_text(text, postmortems, settings)).answers(most)


def similar_to_stranger(
    stranger: Postmortem, postmortems: Sequence[Postmortem], settings: Settings, most: int
) -> tuple[Similar, ...]:
    """Return the documents that share most with one that is not in the library, most similar first."""
    return Similarity(postmortems, settings, profile_postmortem(stranger, settings)).answers(most)


def _weights(profiles: Sequence[Profile], settings: Settings) -> dict[Feature, float]:
    """Return the weights of what may count, the rarest first: nothing of one document alone, and no everyday word."""
    frequency = Counter(feature for profile in profiles for feature in profile)
    common = max(_RARE_NUMBER, min(_COMMON_SHARE * len(profiles), _COMMON_NUMBER))
    stated = settings.similarity.weights.model_dump()
    counting = [
        (number, feature)
        for feature, number in frequency.items()
        if number > 1 and stated[feature[0]] and (feature[0] != "term" or number <= common)
    ]
    size = len(profiles) + 1
    return {feature: stated[feature[0]] * math.log(size / number) for number, feature in sorted(counting)}


def _numbered(profile: Profile, numbers: Mapping[Feature, int]) -> dict[int, str]:
    return dict(sorted((numbers[feature], written) for feature, written in profile.items() if feature in numbers))


def _untold_terms(terms: Sequence[str], told: Iterable[str]) -> list[str]:
    """Return the terms without those whose words a name that was told holds, and without the words of a phrase."""
    known = {fold(word) for name in told for word in plain_words(name)}
    in_phrases = {fold(word) for term in terms if " " in term for word in term.split()}
    return [
        term
        for term in terms
        if not {fold(word) for word in term.split()} <= (known if " " in term else known | in_phrases)
    ]
