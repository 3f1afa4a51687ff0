"""A document in short: what the other documents, and the calendar, ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mkdocs_postmortem.library.policy import demands_on
from mkdocs_postmortem.model import ActionItem, Ignore, Postmortem, Priority, Status
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.model.relation import Related
from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.anchors import anchors_of
from mkdocs_postmortem.settings import Settings

TIMES = ("started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at")
"""The moments of an incident, in their order."""
_ASKED_KEYS = frozenset({"id", "status", "related", "published_at", "review_at", *TIMES})
_MENTION = re.compile(r"\]\([ ]?<?(?P<target>[^\s<>()\[\]#?]{1,400}\.md)(?![\w-])")


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An action item that still expects work, and where it stands."""

    title: str
    due: date | None
    priority: Priority | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to a Markdown file as it is written, in code as well: the path from the document, and where it stands."""

    target: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What a document is to the others and to the calendar; facts are named as in `Postmortem`.

    `is_followed_up` tells whether a follow-up review was held, `policies` which blocks of the setting `when` hold, by
    their numbers. `places` are those of the keys that are asked for, and `said` the places at which the body states
    them instead.
    """

    id: str
    path: str
    relative_path: str
    slug: str
    readable: bool
    renderable: bool
    status: Status | None
    severity_rank: int | None
    audience: str | None
    is_followed_up: bool
    started_at: datetime | None
    detected_at: datetime | None
    acknowledged_at: datetime | None
    mitigated_at: datetime | None
    resolved_at: datetime | None
    published_at: date | None
    review_at: date | None
    open_items: tuple[OpenItem, ...]
    related: tuple[Related, ...]
    references: tuple[Reference, ...]
    mentions: tuple[Mention, ...]
    anchors: tuple[str, ...]
    ignores: tuple[Ignore, ...]
    policies: tuple[int, ...]
    places: Mapping[str, tuple[int, int]]
    said: Mapping[str, tuple[int, int]]

    @property
    def is_draft(self) -> bool:
        """Return whether the document says that it is a draft."""
        return self.status is Status.DRAFT

    def states(self, key: str) -> bool:
        """Return whether the front matter holds one of the asked keys, with whatever value."""
        return key in self.places

    def place_of(self, key: str) -> Location:
        """Return where one of the asked keys (`status`, `related.0`) stands; raises KeyError for any other key."""
        first = key.split(".", maxsplit=1)[0]
        if first not in _ASKED_KEYS:
            raise KeyError(f"a digest does not know where {key} stands")
        return Location(self.path, *self.places.get(key, self.said.get(first, (1, 1))))


def digest_of(postmortem: Postmortem, settings: Settings) -> Digest:
    """Return a document in short; its mentions count when not everybody who may read it may read all others."""
    is_wide = postmortem.audience not in (None, settings.audiences[0])
    return Digest(
        id=postmortem.id,
        path=postmortem.path,
        relative_path=postmortem.relative_path,
        slug=postmortem.slug,
        readable=postmortem.readable,
        renderable=postmortem.renderable,
        status=postmortem.status,
        severity_rank=postmortem.severity.rank if postmortem.severity else None,
        audience=postmortem.audience,
        is_followed_up=postmortem.is_followed_up,
        **{name: getattr(postmortem, name) for name in TIMES},
        published_at=postmortem.published_at,
        review_at=postmortem.review_at,
        open_items=tuple(map(_open_item, postmortem.open_items)),
        related=postmortem.related,
        references=postmortem.references,
        mentions=tuple(_mentions(postmortem)) if is_wide else (),
        anchors=tuple(sorted(anchors_of(postmortem))),
        ignores=postmortem.ignores,
        policies=tuple(demand.number for demand in demands_on(postmortem, settings)),
        places={key: place for key, place in postmortem.places.items() if key.partition(".")[0] in _ASKED_KEYS},
        said={key: (said.line, said.column) for key, said in postmortem.stated_in_body.items() if key in _ASKED_KEYS},
    )


def _open_item(item: ActionItem) -> OpenItem:
    return OpenItem(item.title, item.due, item.priority, item.line, item.column)


def _mentions(postmortem: Postmortem) -> Iterator[Mention]:
    for number, line in enumerate(postmortem.body.split("\n"), postmortem.body_line):
        for match in _MENTION.finditer(line) if "](" in line else ():
            yield Mention(match["target"], number, match.start() + 1)
