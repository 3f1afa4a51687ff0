"""The names that a document answers to: its id, its file's name, its path in the folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

_TELLING = re.compile(r"[._-]|\d{3}")
_LETTER = re.compile(r"[A-Za-z]")


class Named(Protocol):
    """What a document is called; `path` is relative to the root, `relative_path` to the folder."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def path(self) -> str:
        """Return its path as reports show it."""

    @property
    def relative_path(self) -> str:
        """Return its path in the folder."""


D = TypeVar("D", bound=Named)


@dataclass(frozen=True, slots=True)
class Names(Generic[D]):
    """Documents by the names that a text may use for them, in any case of letters. All of one name are kept."""

    ids: dict[str, list[D]]
    files: dict[str, list[D]]

    def find(self, name: str) -> list[D]:
        """Return the documents that a wiki link may mean: by id, by file name, or by path, with or without `.md`."""
        key = name.casefold()
        meant = (*self.ids.get(key, ()), *self.files.get(key.removesuffix(".md"), ()))
        return list({document.path: document for document in meant}.values())

    def mentioned(self, word: str) -> D | None:
        """Return the one document that a bare word of a text names, by its id or as `name.md`, else None.

        Ids that are everyday words or dates ("outage", "s3", "2026-03-01") take a wiki link to be meant.
        """
        key = word.casefold()
        if key.endswith(".md"):
            found = self.files.get(key.removesuffix(".md"), [])
        else:
            found = self.ids.get(key, [])
            if found and not (_TELLING.search(word) and _LETTER.search(word)):
                return None
        return found[0] if len(found) == 1 else None


def name_documents(documents: Iterable[D]) -> Names[D]:
    """Return the names of these documents."""
    names: Names[D] = Names({}, {})
    for document in documents:
        names.ids.setdefault(document.id.casefold(), []).append(document)
        path = document.relative_path.removesuffix(".md").casefold()
        for name in {path, path.rsplit("/", 1)[-1]}:
            names.files.setdefault(name, []).append(document)
    return names
