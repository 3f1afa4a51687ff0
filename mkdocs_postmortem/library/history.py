"""Action items over time, from the git history of the folder: a chart that nobody has to keep by hand.

The history is that of the current branch, commit by commit as it landed there. Old versions of documents are read as
they are today, with the settings of today; nothing is checked out.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timezone
from functools import lru_cache
from pathlib import Path

from mkdocs_postmortem.library.burn_up import (
    MOST_POINTS,
    BurnUp,
    ItemCount,
    Point,
    Reason,
    burn_up_by_dates,
    count_items,
)
from mkdocs_postmortem.library.folder import is_document
from mkdocs_postmortem.library.git import RevisionError, read_blobs, read_sizes, run_git
from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.months import month_ends
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import LARGEST_FILE, decode_source, read_regular_file
from mkdocs_postmortem.settings import Settings

LEAST_POINTS = 3
"""A history with fewer ends of months tells less than the dates in the documents."""
MOST_VERSIONS = 500
"""Old versions of documents that are read at most: each takes as long as a document of today."""
_READ_AT_ONCE = 200
_FILES = (b"100644", b"100755")
_SHA1_LENGTH = 40

Versions = Mapping[str, str]
"""The version, by its name in git, of each document, by its path in the folder."""


@dataclass(frozen=True, slots=True)
class _Commit:
    """When a commit was made, and the versions that it brought; None for what it removed."""

    day: date
    changes: dict[str, str | None]


def read_burn_up(root: Path, library: Library, today: date) -> BurnUp:
    """Return the counts of action items at the ends of months.

    They come from the history of the folder below `root` where there is one that tells enough, else from the dates in
    the documents, with the reason. A wider audience than the narrowest learns nothing of earlier versions.
    """

    def from_dates(reason: Reason) -> BurnUp:
        return burn_up_by_dates(library.postmortems, today, reason)

    if library.settings.history == "off":
        return from_dates("off")
    if not library.settings.is_for_narrowest:
        return from_dates("audience")
    folder = root / library.settings.folder
    try:
        if run_git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return from_dates("shallow")
        commits = [commit for commit in _commits_of(folder) if commit.day <= today]
        return _counted(commits, folder, library, today) or from_dates("large" if _is_old(commits, today) else "young")
    except RevisionError:
        return from_dates("no-git")


def _is_old(commits: Sequence[_Commit], today: date) -> bool:
    return bool(commits) and len(month_ends(commits[0].day, today, MOST_POINTS)) > LEAST_POINTS


def _counted(commits: Sequence[_Commit], folder: Path, library: Library, today: date) -> BurnUp | None:
    """Return the counts at the ends of months, and those of the library today; None when too little can be told."""
    if not _is_old(commits, today):
        return None
    days = month_ends(commits[0].day, today, MOST_POINTS)[:-1]
    states = _states(commits, days, library.settings)
    of_today = dict(_counts_of_today(folder, library, states))
    states = _thinned(states, of_today)
    if len(states) < LEAST_POINTS:
        return None
    counts = _known_counts(library.settings.model_dump_json(exclude={"as_of"}))
    counts.update(of_today)
    counts.update(_counts_of(_unread(states, counts), folder, library.settings))
    points = [Point(day, _total(counts[blob] for blob in state.values())) for day, state in states.items()]
    last = Point(today, _total(map(count_items, library.postmortems)))
    return BurnUp((*points, last), since=commits[0].day)


@lru_cache(maxsize=1)
def _known_counts(settings: str) -> dict[str, ItemCount]:  # noqa: ARG001  # versions are read by these settings
    """Return the counts of the versions that were read before: a preview builds again at every change."""
    return {}


def _commits_of(folder: Path) -> list[_Commit]:
    """Return the commits of the current branch that changed documents of the folder, oldest first."""
    options = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color")
    listed = run_git(folder, "log", "--first-parent", "-m", *options, "--relative", "--format=%ct", "--", ".")
    commits: list[_Commit] = []
    tokens = iter(listed.split(b"\0"))
    for token in tokens:
        if token.lstrip(b"\n").startswith(b":"):
            _, mode, _, blob, _ = token.split(b" ")
            commits[-1].changes[os.fsdecode(next(tokens))] = blob.decode("ascii") if mode in _FILES else None
        elif token.strip():
            commits.append(_Commit(datetime.fromtimestamp(int(token), timezone.utc).date(), {}))
    return commits[::-1]


def _states(commits: Sequence[_Commit], days: Sequence[date], settings: Settings) -> dict[date, dict[str, str]]:
    """Return the versions at the end of each day. Where clocks ran backwards, the order of the commits counts."""
    state: dict[str, str | None] = {}
    found, rest = {}, iter(commits)
    commit = next(rest, None)
    for day in days:
        while commit is not None and commit.day <= day:
            state.update({path: blob for path, blob in commit.changes.items() if is_document(path, settings)})
            commit = next(rest, None)
        found[day] = {path: blob for path, blob in state.items() if blob is not None}
    return found


def _unread(states: Mapping[date, Versions], counts: Mapping[str, ItemCount]) -> set[str]:
    return {blob for state in states.values() for blob in state.values()} - counts.keys()


def _thinned(states: dict[date, dict[str, str]], counts: Mapping[str, ItemCount]) -> dict[date, dict[str, str]]:
    """Return every second day, the last one included, until no more versions have to be read than allowed."""
    while states and len(_unread(states, counts)) > MOST_VERSIONS:
        days = list(states)[::-1][::2][::-1]
        states = {day: states[day] for day in days} if len(days) < len(states) else {}
    return states


def _counts_of_today(
    folder: Path, library: Library, states: Mapping[date, Versions]
) -> Iterator[tuple[str, ItemCount]]:
    """Yield the counts of versions that are still those on disk, which have been read already."""
    last = list(states.values())[-1]
    for postmortem in library.postmortems:
        path = postmortem.relative_path
        with suppress(OSError):  # It is gone since it was loaded.
            data = read_regular_file(folder / path) if path in last else None
            if data is not None:
                yield _name_in_git(data, len(last[path])), count_items(postmortem)


def _name_in_git(data: bytes, length: int) -> str:
    sha = hashlib.sha1 if length == _SHA1_LENGTH else hashlib.sha256
    return sha(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _counts_of(blobs: set[str], folder: Path, settings: Settings) -> Iterator[tuple[str, ItemCount]]:
    """Yield the count of every version; what no library would read has no item."""
    yield from dict.fromkeys(blobs, ItemCount()).items()
    sizes = read_sizes(folder, blobs)
    wanted = sorted(blob for blob in blobs if sizes[blob] <= LARGEST_FILE)
    for start in range(0, len(wanted), _READ_AT_ONCE):
        for blob, data in read_blobs(folder, wanted[start : start + _READ_AT_ONCE]).items():
            yield blob, count_items(read_postmortem(decode_source(data, blob, blob), settings).postmortem)


def _total(counts: Iterator[ItemCount]) -> ItemCount:
    return sum(counts, ItemCount())
