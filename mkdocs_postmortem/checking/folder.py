"""A check of a folder: each document by itself, as far as its record is not kept yet, then all of them together."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_postmortem.checking.cache import Cache
from mkdocs_postmortem.checking.collector import paused_collector
from mkdocs_postmortem.checking.content import hash_content, read_content
from mkdocs_postmortem.checking.record import Examined, Record, unpack_record
from mkdocs_postmortem.library.folder import list_folder
from mkdocs_postmortem.library.intro import Intro, read_intro
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.library.shelf import find_surroundings, newest_first
from mkdocs_postmortem.library.surroundings import Surroundings
from mkdocs_postmortem.model.known_incident import KnownIncident
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules.judge import Judgement, settle
from mkdocs_postmortem.settings import Settings

_WORTH_WRITING = 100


@dataclass(frozen=True, slots=True)
class Means:
    """With what to check: a cache, None for none, and at most so many processes."""

    cache: Cache | None = None
    jobs: int = 1


def usable_cores() -> int:
    """Return how many processes can run side by side here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Checked:
    """The documents of a folder, newest first, its files that can be none, and all problems.

    `ids` are those of the documents by path, and empty for the files `beside` them. `surroundings` tell where links
    lead.
    """

    documents: tuple[str, ...]
    beside: tuple[str, ...]
    ids: Mapping[str, str]
    judgement: Judgement
    surroundings: Surroundings

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the problems that no comment hides."""
        return self.judgement.problems


def check_folder(root: Path, settings: Settings, docs_dir: str | Path, means: Means) -> Checked:
    """Return what `judge` finds in the library of the settings' folder below `root`, without keeping the library.

    Cache and processes change how long it takes and nothing else.
    """
    with paused_collector():
        return _check(root, settings, docs_dir, means)


def _check(root: Path, settings: Settings, docs_dir: str | Path, means: Means) -> Checked:
    listing = list_folder(root, settings)
    kept = _gather(root, listing.names, settings, means)
    records = [unpack_record(kept[name][1], name, settings) for name in listing.names]
    intro = read_intro(root, settings)
    known, list_problems = _load_known_incidents(root, settings)
    register = replace(_register_of(records, intro, root, settings, docs_dir), known_incidents=known)
    own = (problem for record in records for problem in record.problems)
    found = (*listing.problems, *own, *intro.faults, *list_problems)
    beside = tuple(problem.location.path for problem in listing.problems)
    ids = {**dict.fromkeys(beside, ""), **{digest.path: digest.id for digest in register.documents}}
    documents = tuple(digest.path for digest in register.documents)
    return Checked(documents, beside, ids, settle(found, register), register.surroundings)


def _gather(root: Path, names: Sequence[str], settings: Settings, means: Means) -> dict[str, Examined]:
    """Return the records of all documents: those that are kept of the same content, and the others examined."""
    known = means.cache.load(root, settings) if means.cache else {}
    folder = root / settings.folder
    listed = (name for name in names if name in known)
    found = {name: known[name] for name in listed if known[name][0] == hash_content(read_content(folder / name))}
    missing = [name for name in names if name not in found]
    if missing:
        from mkdocs_postmortem.checking.workers import examine_all  # noqa: PLC0415  # imports all of reading

        found.update(zip(missing, examine_all(root, missing, settings, means.jobs), strict=True))
    # Writing them all costs more than examining a few again.
    if means.cache and missing and len(missing) * _WORTH_WRITING >= len(names):
        means.cache.save(root, settings, found)
    return found


def _load_known_incidents(root: Path, settings: Settings) -> tuple[tuple[KnownIncident, ...], tuple[Problem, ...]]:
    if settings.incidents_csv is None:
        return (), ()
    from mkdocs_postmortem.reading.incident_list import load_incident_list  # noqa: PLC0415  # few libraries have one

    return load_incident_list(root, settings)


def _register_of(
    records: Sequence[Record], intro: Intro, root: Path, settings: Settings, docs_dir: str | Path
) -> Register:
    digests = newest_first(record.digest for record in records)
    register = Register(digests, settings, intro.references, intro.ignores)
    return replace(register, surroundings=find_surroundings(register, root, docs_dir))
