"""Action items that stand in the front matter and again in the body: one item each, and what the two disagree on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs_postmortem.model import ActionItem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import ITEM_DISAGREES, Location, Problem
from mkdocs_postmortem.settings import squash

_COMPARED = ("status", "due", "priority", "owners", "tracker")
_FILLED = ("details", "kind", "priority", "owners", "team", "due", "status", "reason", "tracker", "verification")
_TELLING_LENGTH = 20
"""Letters and digits from which a title that another begins with is taken for the same."""


def merge_items(
    stated: Sequence[ActionItem], listed: Sequence[ActionItem], path: str
) -> tuple[tuple[ActionItem, ...], list[Problem]]:
    """Return the items of the front matter and of the body, each once, numbered in this order, and disagreements.

    Two are the same when they name the same tracker, have the same title but for case and punctuation, or one title
    begins with the other. The front matter wins; what it leaves open comes from the body.
    """
    rest = list(listed)
    merged: list[ActionItem] = []
    problems: list[Problem] = []
    for item in stated:
        twin = next((other for other in rest if _is_same(item, other)), None)
        if twin is None:
            merged.append(item)
            continue
        rest.remove(twin)
        problems += _disagreements(item, twin, path)
        merged.append(_completed(item, twin))
    return tuple(_numbered(item, number) for number, item in enumerate((*merged, *rest), start=1)), problems


def _numbered(item: ActionItem, number: int) -> ActionItem:
    return item if item.number == number else item.model_copy(update={"number": number})


def _is_same(item: ActionItem, other: ActionItem) -> bool:
    if item.tracker and other.tracker:
        return squash(item.tracker) == squash(other.tracker)
    ours, theirs = sorted((squash(item.title), squash(other.title)), key=len)
    return bool(ours) and (ours == theirs or (len(ours) >= _TELLING_LENGTH and theirs.startswith(ours)))


def _completed(item: ActionItem, twin: ActionItem) -> ActionItem:
    missing = {name: getattr(twin, name) for name in _FILLED if not _states(item, name)}
    if not item.completed_at and missing.get("status", item.status) is twin.status:
        missing["completed_at"] = twin.completed_at
    return item.model_copy(update={**missing, "restated_line": twin.line})


def _states(item: ActionItem, name: str) -> bool:
    return name in item.model_fields_set and getattr(item, name) not in (None, ())


def _disagreements(item: ActionItem, twin: ActionItem, path: str) -> list[Problem]:
    """Return a problem at the front matter's item for each fact that both state differently."""
    problems = []
    for name in _COMPARED:
        ours, theirs = getattr(item, name), getattr(twin, name)
        if not _states(item, name) or theirs in (None, ()) or _comparable(ours) == _comparable(theirs):
            continue
        message = f'"{shorten(item.title)}": {name} {_shown(ours)} here, {_shown(theirs)} on line {twin.line}'
        problems.append(
            ITEM_DISAGREES.at(Location(path, item.line, item.column), message, "make the two agree, or keep one")
        )
    return problems


def _comparable(value: Any) -> Any:
    if isinstance(value, tuple):
        return {squash(str(part)) for part in value}
    return squash(value) if type(value) is str else value


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f'"{shorten(", ".join(value))}"'
    return f'"{shorten(str(getattr(value, "value", value)))}"'
