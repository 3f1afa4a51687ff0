"""One action item written in every form that is read: forms by name, for tests of reading and of editing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.reading.shipped_words import LANGUAGES, words_of

OPEN, STARTED, DONE, DROPPED = ItemStatus.OPEN, ItemStatus.IN_PROGRESS, ItemStatus.DONE, ItemStatus.WONT_DO
BOXES = {OPEN: " ", STARTED: "/", DONE: "x", DROPPED: "-"}
SIGNS = {OPEN: "⬜", STARTED: "⏳", DONE: "✅", DROPPED: "❌"}
CAPITALS = {OPEN: "TODO", STARTED: "WIP", DONE: "DONE", DROPPED: "WONTFIX"}


@dataclass(frozen=True)
class WrittenItem:
    """What an author states of one item; `word` is the spelling of the status."""

    title: str
    owners: tuple[str, ...]
    due: date | None
    status: ItemStatus
    word: str
    language: str

    def label(self, column: str) -> str:
        """Return the language's first label for a column."""
        return str(words_of(self.language)["columns"][column][0])

    @property
    def heading(self) -> str:
        """Return the language's first heading of an action section."""
        return str(words_of(self.language)["sections"]["action-items"][0])

    def stated(self, *columns: str) -> list[tuple[str, str]]:
        """Return label and words of the columns that are stated."""
        words = {"owners": ", ".join(self.owners), "due": str(self.due or ""), "status": self.word}
        return [(self.label(column), words[column]) for column in columns if words[column]]


def _checklist(item: WrittenItem) -> str:
    nested = "".join(f"\n  - **{label}:** {words}" for label, words in item.stated("owners", "due"))
    return f"- [{BOXES[item.status]}] {item.title}{nested}"


def _checklist_with_status(item: WrittenItem) -> str:
    box = "x" if item.status is DONE else " "
    nested = "".join(f"\n  - {label}: {words}" for label, words in item.stated("owners", "due", "status"))
    return f"* [{box}] {item.title}{nested}"


def _checklist_with_dashes(item: WrittenItem) -> str:
    fields = "".join(f" — {label}: {words}" for label, words in item.stated("owners", "due"))
    return f"1. [{BOXES[item.status]}] {item.title}{fields}"


def _checklist_with_brackets(item: WrittenItem) -> str:
    fields = "; ".join(f"{label}: {words}" for label, words in item.stated("owners", "due"))
    return f"+ [{BOXES[item.status]}] {item.title}" + (f" ({fields})" if fields else "")


def _wrapped_checklist(item: WrittenItem) -> str:
    first, _, rest = item.title.partition(" ")
    fields = "".join(f" — **{label}:** {words}" for label, words in item.stated("owners", "due"))
    return f"- [{BOXES[item.status]}] {first}\n  {rest}{fields}"


def _bullet(item: WrittenItem) -> str:
    return f"- {item.title}" + "".join(f" — **{k}:** {words}" for k, words in item.stated("owners", "due", "status"))


def _bullet_with_brackets(item: WrittenItem) -> str:
    return f"- {item.title} (" + ", ".join(f"{k}: {words}" for k, words in item.stated("owners", "due", "status")) + ")"


def _sign(item: WrittenItem) -> str:
    return f"- {SIGNS[item.status]} {item.title}" + "".join(f" - {k}: {v}" for k, v in item.stated("owners", "due"))


def _capitals(item: WrittenItem) -> str:
    fields = "".join(f" - {k}: {v}" for k, v in item.stated("owners", "due"))
    return f"- **{CAPITALS[item.status]}:** {item.title}{fields}"


def _brackets(item: WrittenItem) -> str:
    return f"- ({item.word}) {item.title}" + "".join(f" - {k}: {v}" for k, v in item.stated("owners", "due"))


def _cells(item: WrittenItem) -> tuple[list[str], list[str]]:
    labels = [item.label(column) for column in ("title", "owners", "due", "status")]
    return labels, [item.title, ", ".join(item.owners), str(item.due or ""), item.word]


def _table(item: WrittenItem) -> str:
    labels, cells = _cells(item)
    return f"| {' | '.join(labels)} |\n|---|---|---|---|\n| {' | '.join(cells)} |"


def _table_without_borders(item: WrittenItem) -> str:
    labels, cells = _cells(item)
    return f"{' | '.join(labels)}\n---|---|---|---\n{' | '.join(cells)}"


def _table_without_status(item: WrittenItem) -> str:
    labels, cells = _cells(item)
    return f"| {' | '.join(labels[:3])} |\n|---|---|---|\n| ({item.word}) {' | '.join(cells[:3])} |"


def _html_table(item: WrittenItem) -> str:
    labels, cells = _cells(item)
    rows = "".join(f"<th>{label}</th>" for label in labels), "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<table>\n<tr>{rows[0]}</tr>\n<tr>{rows[1]}</tr>\n</table>"


def _inside(before: str, margin: str, after: str = "") -> Callable[[WrittenItem], str]:
    def render(item: WrittenItem) -> str:
        return before + "\n".join(margin + line for line in _checklist(item).split("\n")) + after

    return render


BODY_FORMS: dict[str, Callable[[WrittenItem], str]] = {
    "checklist": _checklist,
    "checklist with a status": _checklist_with_status,
    "checklist with dashes": _checklist_with_dashes,
    "checklist with brackets": _checklist_with_brackets,
    "wrapped checklist": _wrapped_checklist,
    "checklist in a quote": lambda item: f"> - [{BOXES[item.status]}] {item.title}",
    "checklist in an admonition": _inside("!!! note\n\n", "    "),
    "checklist in details": _inside("<details>\n<summary>More</summary>\n\n", "", "\n\n</details>"),
    "bullet": _bullet,
    "bullet with brackets": _bullet_with_brackets,
    "bullet with a sign": _sign,
    "bullet in capitals": _capitals,
    "bullet with a word in front": _brackets,
    "table": _table,
    "table without borders": _table_without_borders,
    "table without a status": _table_without_status,
    "HTML table": _html_table,
}
"""Forms of the body: each takes an item and returns the Markdown below the heading."""

FACTLESS = {"checklist in a quote"}
"""Forms that hold neither owner nor due date."""


def _flow(item: WrittenItem) -> str:
    due = f", due: {item.due}" if item.due else ""
    return f'  - {{title: "{item.title}", owners: [{_quoted(item.owners)}]{due}, status: {item.status.value}}}\n'


def _block(item: WrittenItem) -> str:
    due = f"    due: {item.due}\n" if item.due else ""
    return (
        f'  - title: "{item.title}"\n    owners: [{_quoted(item.owners)}]\n{due}    status: "{item.status.value}"\n'
        "    priority: P1\n"
    )


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


ENTRY_FORMS: dict[str, Callable[[WrittenItem], str]] = {"flow entry": _flow, "block entry": _block}
"""Forms of an entry of `action_items:` in the front matter."""


def document_of(form: str, item: WrittenItem) -> str:
    """Return a document that holds the item, and nothing else that could be one."""
    entry = f"action_items:\n{ENTRY_FORMS[form](item)}" if form in ENTRY_FORMS else ""
    section = BODY_FORMS[form](item) if form in BODY_FORMS else "They stand above."
    return f"---\nid: INC-1\n{entry}---\n\n# Title\n\n## {item.heading}\n\n{section}\n\n## Impact\n\nNone was seen.\n"


def forms() -> st.SearchStrategy[str]:
    """Return a strategy for the names of forms."""
    return st.sampled_from([*BODY_FORMS, *ENTRY_FORMS])


@st.composite
def written_items(draw: st.DrawFn, statuses: tuple[ItemStatus, ...] = (OPEN, STARTED, DONE, DROPPED)) -> WrittenItem:
    """Return a strategy for items in any language with or without owners and due date."""
    language = draw(st.sampled_from(LANGUAGES))
    status = draw(st.sampled_from(statuses))
    spellings: Any = words_of(language)["statuses"][status.value]
    return WrittenItem(
        title=draw(_titles()),
        owners=draw(st.sampled_from([(), ("Dana",), ("@kim",), ("team-edge", "Dana"), ("山田",)])),
        due=draw(st.none() | st.dates(date(2001, 1, 1), date(2090, 12, 31))),
        status=status,
        word=draw(st.sampled_from([word for word in spellings[:6] if word[0].isalpha()])),
        language=language,
    )


def _titles() -> st.SearchStrategy[str]:
    words = st.text("abcdefghijklmnopqrstuvwxyzäéß監視", min_size=3, max_size=9)
    ends = st.sampled_from(["", ".", " (again)", " at 80 %", " `code`", " [#12](https://t.example.org/12)"])
    return st.builds(lambda listed, end: "Pin " + " ".join(listed) + end, st.lists(words, min_size=1, max_size=5), ends)
