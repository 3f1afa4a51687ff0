"""Action items in tables: what each column holds, by its heading or by its cells, and the states hidden in others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.reading.item_fields import RawItem
from mkdocs_postmortem.reading.placeholders import is_placeholder
from mkdocs_postmortem.reading.tables import Row, Table
from mkdocs_postmortem.reading.trailing_fields import trailing_status
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import squash

_NO_WORDS = re.compile(r"[\W_]*")


class ItemTable:
    """One table below an action heading; `place` gives the location of a line index and a column."""

    def __init__(self, table: Table, vocabulary: Vocabulary, place: Callable[[int, int], Location]) -> None:
        self.table, self.vocabulary, self.place = table, vocabulary, place
        headers = [cell.text for cell in table.header.cells]
        self.columns = [vocabulary.column_of(header) for header in headers]
        self.loose = {n for n, header in enumerate(headers) if squash(header) in vocabulary.loose_titles}
        if any(name == "title" for n, name in enumerate(self.columns) if n not in self.loose):
            self.columns = [None if n in self.loose else name for n, name in enumerate(self.columns)]
            self.loose = set()
        if "status" not in self.columns and (nameless := self._nameless_states(headers)) is not None:
            self.columns[nameless] = "status"

    def holds_items(self, *, weak: bool) -> bool:
        """Return whether a column holds the action and, under a weak heading, another one who, when or the state.

        "Name" and "Summary" head all sorts of tables, so they need another such column too.
        """
        more = bool({"owners", "due", "status"} & set(self.columns))
        return "title" in self.columns and (more or not (weak or self.loose))

    def items(self) -> Iterator[RawItem]:
        """Yield the rows that have words in the action's column."""
        for row in self.table.rows:
            item = RawItem(self.place(row.index, 1))
            for name, cell in zip(self.columns, row.cells, strict=False):
                if name and name not in item.words and cell.text:
                    item.put(name, cell.text, self.place(row.index, cell.column))
            if not is_placeholder(item.text("title"), self.vocabulary):
                item.place = item.words["title"][1]
                if "status" not in self.columns:
                    self._take_hidden_status(item)
                yield item

    def _take_hidden_status(self, item: RawItem) -> None:
        """Take a state that stands loud at the end of another cell: "n/a **DONE**"."""
        for name, (words, place) in item.words.items():
            rest, status = trailing_status(words, self.vocabulary)
            if status:
                item.words[name] = (rest, place)
                item.put("status", status, place)
                return

    def _nameless_states(self, headers: list[str]) -> int | None:
        """Return the column without a heading of which every filled cell is a state, None when there is none."""
        nameless = [n for n, header in enumerate(headers) if _NO_WORDS.fullmatch(header)]
        return next((n for n in nameless if self._are_states(self.table.rows, n)), None)

    def _are_states(self, rows: tuple[Row, ...], column: int) -> bool:
        texts = [text for row in rows if (text := row.text(column))]
        found = [self.vocabulary.status_of(text) for text in texts]
        signs = sum(
            state is None and len(text) == 1 and not text.isascii() for state, text in zip(found, texts, strict=True)
        )
        return any(found) and all(state is None or not state[1] for state in found) and found.count(None) == signs
