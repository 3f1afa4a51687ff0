"""Keeping what a check told, together with all that it looked at."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_postmortem.checking.answers import Answer, keep
from mkdocs_postmortem.checking.cache import Cache
from mkdocs_postmortem.checking.sight import (
    Look,
    at_file,
    at_links,
    at_matching,
    at_place,
    at_texts,
    see,
    show_links,
)
from mkdocs_postmortem.cli.baselines import baseline_path
from mkdocs_postmortem.cli.libraries import Findings, Part
from mkdocs_postmortem.cli.wishes import Wishes
from mkdocs_postmortem.reading.settings_file import CONFIG_NAME, Project


@dataclass(frozen=True, slots=True)
class Witness:
    """What a check is going to look at, and what was seen there before it did."""

    looks: tuple[Look, ...]
    seen: tuple[str, ...]

    @classmethod
    def of_check(cls, project: Project, parts: Sequence[Part], wishes: Wishes) -> Witness | None:
        """Return the witness of a check that is about to begin, None when its answer is not to be kept.

        An answer that rests on the environment is not: what stands there may be secret, and even its hash would tell.
        """
        if project.variables:
            return None
        looks = tuple(_looks(project, parts, wishes))
        seen = see(looks)
        return None if seen is None else cls(looks, seen)

    def keep(
        self, cache: Cache, question: str, parts: Sequence[Part], findings: Sequence[Findings], answer: Answer
    ) -> None:
        """Keep the answer, unless anything has changed since the check began: nobody knows which state it read."""
        found = [(part, one.checked) for part, one in zip(parts, findings, strict=True) if one.checked]
        looks = [*self.looks]
        seen = [*self.seen]
        for part, checked in found:
            project = part.project
            documents = map(posixpath.normpath, checked.documents)
            around = checked.surroundings
            looks.append(at_links(project.root, project.settings.folder, project.docs_dir, documents, around))
            seen.append(show_links(around))
        if see(looks) == tuple(seen):
            keep(cache, question, looks, seen, answer)


def _looks(project: Project, parts: Sequence[Part], wishes: Wishes) -> Iterator[Look]:
    """Yield everything that a check looks at, but for where links lead."""
    yield at_file(wishes.config or Path.cwd() / CONFIG_NAME)
    yield from map(at_file, project.sources)
    yield from (at_matching(project.root, pattern) for pattern in project.patterns)
    yield from map(at_place, wishes.paths)
    for part in parts:
        if baseline := baseline_path(part.project):
            yield at_file(baseline)
        yield from map(at_file, part.lists)
        yield at_place(part.folder)
        yield at_place(part.project.root / part.project.docs_dir)
        yield from map(at_texts, part.folders)
