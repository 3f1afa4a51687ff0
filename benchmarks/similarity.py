"""How the time of finding similar incidents grows with a library, and what the budget of a large one misses.

The documents are made: words by Zipf's law, the common ones everyday words, services from 200, tags from 500, with a
cause of 200 words. Printed are CPU seconds for the index and for the nearest three of every document, their growth from
size to size (1 is linear), the ratio to rendering a document's Markdown, and for some documents how much of the
similarity of the exact three nearest the budget keeps.

    python -m benchmarks.similarity [DOCUMENTS ...]
"""

from __future__ import annotations

import math
import random
import resource
import sys
import time
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import markdown

from mkdocs_postmortem.library import similarity
from mkdocs_postmortem.library.terms import stop_words
from mkdocs_postmortem.model import Postmortem, Section
from mkdocs_postmortem.model.facts import ContributingFactor
from mkdocs_postmortem.settings import DEFAULT_CATEGORIES, Settings

SAMPLES = Path(__file__).parent.parent / "postmortems"
SIZES = (1_000, 5_000, 10_000)
SETTINGS = Settings.model_validate({"similarity": {"at_least": 0}})
_SAMPLE = 100


class Made:
    """Makes documents; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  # no secret
        everyday = sorted(word for word in stop_words() if word.isascii())
        self.random.shuffle(everyday)
        self.words = [*everyday, *(self._word() for _ in range(30_000))]
        self.word_weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.services = [f"service-{number}" for number in range(200)]
        self.service_weights = list(accumulate(1 / (rank + 3) for rank in range(200)))
        self.tags = [f"{self.words[-number]}-{self.words[-2 * number]}" for number in range(1, 501)]
        self.tag_weights = list(accumulate(1 / (rank + 5) for rank in range(500)))

    def document(self, number: int) -> Postmortem:
        """Return a document of about the size of a sample."""
        services = tuple(self._some(self.services, self.service_weights, 2))
        cause = Section(key="cause", heading="Cause", level=2, line=1, text=self._text(200))
        return Postmortem(
            id=f"INC-{number}",
            title=self._text(12),
            path=f"{number}.md",
            relative_path=f"{number}.md",
            slug=str(number),
            body="",
            sections=(cause,),
            summary=self._text(50),
            trigger=self._text(15),
            services=services,
            root_cause_services=services[:1],
            tags=tuple(self._some(self.tags, self.tag_weights, 3)),
            contributing_factors=tuple(self._factor() for _ in range(4)),
        )

    def _factor(self) -> ContributingFactor:
        # As reading makes it: the category was chosen from the settings by then.
        category = self.random.choice(DEFAULT_CATEGORIES)
        return ContributingFactor.model_construct(text=self._text(20), category=category)

    def _word(self) -> str:
        return "".join(self.random.choice("bdfgklmnprstvz") + self.random.choice("aeiou") for _ in range(4))

    def _text(self, words: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.word_weights, k=words))

    def _some(self, names: Sequence[str], weights: Sequence[float], number: int) -> list[str]:
        return list(dict.fromkeys(self.random.choices(names, cum_weights=weights, k=number)))


def main() -> None:
    """Print one line a size."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    made = Made(1)
    documents = [made.document(number) for number in range(max(sizes))]
    rendering = rendering_time()
    print(" documents   index s  nearest s  ms each  ratio  growth    kept     MB   (CPU; ratio to Python-Markdown)")
    before: tuple[int, float] | None = None
    for size in sizes:
        started = time.process_time()
        index = similarity.Similarity(documents[:size], SETTINGS)
        built = time.process_time() - started
        for document in documents[:size]:
            index.like(document)
        whole = time.process_time() - started
        growth = math.log(whole / before[1]) / math.log(size / before[0]) if before else math.nan
        before = (size, whole)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        times = f"{size:>10} {built:>9.2f} {whole - built:>10.2f} {1000 * whole / size:>8.2f}"
        kept = _kept(index, documents[:size])
        print(f"{times} {whole / size / rendering:>6.3f} {growth:>7.2f} {kept:>7.1%} {peak:>6.0f}")


def rendering_time() -> float:
    """Return the CPU seconds that rendering one sample takes on average, which every page of a site costs anyway."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("2*.md"))]
    started = time.process_time()
    for text in texts:
        markdown.markdown(text, extensions=["tables", "toc", "fenced_code"])
    return (time.process_time() - started) / len(texts)


def _kept(index: similarity.Similarity, documents: Sequence[Postmortem]) -> float:
    """Return the sum of the scores that were found, over that of the exact nearest, for a sample of documents."""
    sample = documents[:: max(1, len(documents) // _SAMPLE)]
    found = sum(similar.score for one in sample for similar in index.like(one))
    budget, similarity.EXACT_UP_TO = similarity.EXACT_UP_TO, len(documents)
    try:
        exact = sum(similar.score for one in sample for similar in index.nearest(one, SETTINGS.similarity.shown))
    finally:
        similarity.EXACT_UP_TO = budget
    return found / exact


if __name__ == "__main__":
    main()
