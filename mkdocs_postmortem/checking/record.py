"""What a check keeps of a document: its own problems and its digest, as plain values that can be written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mkdocs_postmortem.library.digest import TIMES, Digest, Mention, OpenItem
from mkdocs_postmortem.library.folder import shown_path
from mkdocs_postmortem.model import Ignore, Priority, Status
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.model.relation import Related, Relation
from mkdocs_postmortem.problems import CATALOGUE, Level, Location, Problem
from mkdocs_postmortem.settings import Settings

Packed = tuple[Any, ...]
"""Texts, numbers, truth values, None, and tuples and mappings of them."""
Examined = tuple[str, Packed]
"""The hash of the content that was read, "" when it cannot be read again, and the packed record."""

# Looking members up by value is several times cheaper than calling their class, and is done for every document.
_LEVELS = {level.value: level for level in Level}
_RELATIONS = {relation.value: relation for relation in Relation}
_STATUSES: dict[str | None, Status | None] = {None: None, **{status.value: status for status in Status}}
_PRIORITIES: dict[str | None, Priority | None] = {None: None, **{priority.value: priority for priority in Priority}}


@dataclass(frozen=True, slots=True)
class Record:
    """A document in short, and the problems that it has by itself on any day."""

    digest: Digest
    problems: tuple[Problem, ...]


def pack_record(record: Record) -> Packed:
    """Return a record as plain values; what follows from the document's path is left out."""
    return _pack_digest(record.digest), tuple(map(_pack_problem, record.problems))


def unpack_record(packed: Packed, relative_path: str, settings: Settings) -> Record:
    """Return the record that was packed, of the document at this path in the folder."""
    digest, problems = packed
    path = shown_path(relative_path, settings)
    return Record(_unpack_digest(digest, path, relative_path), tuple(_unpack_problem(each, path) for each in problems))


def _pack_problem(problem: Problem) -> Packed:
    place = problem.location
    return problem.kind.code, problem.level.value, place.line, place.column, problem.message, problem.hint


def _unpack_problem(packed: Packed, path: str) -> Problem:
    code, level, line, column, message, hint = packed
    return Problem(CATALOGUE[code], _LEVELS[level], Location(path, line, column), message, hint)


def _pack_digest(digest: Digest) -> Packed:
    return (
        digest.id,
        digest.slug,
        digest.readable,
        digest.renderable,
        digest.status and digest.status.value,
        digest.severity_rank,
        digest.audience,
        digest.is_followed_up,
        tuple(_pack_day(getattr(digest, name)) for name in TIMES),
        (_pack_day(digest.published_at), _pack_day(digest.review_at)),
        tuple(_pack_item(item) for item in digest.open_items),
        tuple((related.id, related.relation.value) for related in digest.related),
        tuple((link.target, link.form, link.line, link.column) for link in digest.references),
        tuple((mention.target, mention.line, mention.column) for mention in digest.mentions),
        "\n".join(digest.anchors),
        tuple((one.codes, one.reason, one.line, one.column, one.first, one.last) for one in digest.ignores),
        digest.policies,
        dict(digest.places),
        dict(digest.said),
    )


def _unpack_digest(packed: Packed, path: str, relative_path: str) -> Digest:
    identity, slug, readable, renderable, status, rank, audience, followed, times, days, *lists = packed
    items, related, references, mentions, anchors, ignores, policies, places, said = lists
    published, review = days
    return Digest(
        id=identity,
        path=path,
        relative_path=relative_path,
        slug=slug,
        readable=readable,
        renderable=renderable,
        status=_STATUSES[status],
        severity_rank=rank,
        audience=audience,
        is_followed_up=followed,
        **{name: datetime.fromisoformat(time) if time else None for name, time in zip(TIMES, times, strict=True)},
        published_at=_day(published),
        review_at=_day(review),
        open_items=tuple(map(_unpack_item, items)),
        related=tuple(map(_unpack_related, related)),
        references=tuple(Reference(*each) for each in references),
        mentions=tuple(Mention(*each) for each in mentions),
        anchors=tuple(anchors.split("\n")) if anchors else (),
        ignores=tuple(map(_unpack_ignore, ignores)),
        policies=tuple(policies),
        places=places,
        said=said,
    )


def _unpack_related(packed: Packed) -> Related:
    other, relation = packed
    # It was valid when it was packed.
    return Related.model_construct(id=other, relation=_RELATIONS[relation])


def _unpack_ignore(packed: Packed) -> Ignore:
    codes, reason, line, column, first, last = packed
    return Ignore.model_construct(codes=tuple(codes), reason=reason, line=line, column=column, first=first, last=last)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _pack_day(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _pack_item(item: OpenItem) -> Packed:
    return item.title, _pack_day(item.due), item.priority and item.priority.value, item.line, item.column


def _unpack_item(packed: Packed) -> OpenItem:
    title, due, priority, line, column = packed
    return OpenItem(title, _day(due), _PRIORITIES[priority], line, column)
