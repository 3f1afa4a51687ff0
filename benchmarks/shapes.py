"""The nasty shapes of `benchmarks.reading`: each is one kind of document, repeated until it has the wanted size.

A shape is a beginning, a piece that is repeated, and an end; where a document cannot be made like that, a function of
its size makes it. Sizes are in bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

FRONT = """\
---
id: INC-2026-014
title: Checkout failed for 40 minutes
severity: sev1
status: published
started_at: 2026-03-01T14:05Z
resolved_at: 2026-03-01T14:45Z
---

"""
BARE = "---\nid: INC-2026-014\n---\n\n"
"""With so little front matter, the body is searched for labels too."""

ITEMS = "# Checkout failed\n\n## Action items\n\n"
TIMELINE = "# Checkout failed\n\n## Timeline\n\n"
STORY = "# Checkout failed\n\n"
ITEM_TABLE = ITEMS + "| Action | Owner | Due | Status |\n|---|---|---|---|\n"
TIME_TABLE = TIMELINE + "| Time (UTC) | Actor | Event |\n|---|---|---|\n"
HTML_ROW = "<tr><td>14:05</td><td>Dana raised the limit</td></tr>\n"

Shape = Callable[[int], str]


def repeated(piece: str, head: str = STORY, front: str = BARE, tail: str = "\n") -> Shape:
    """Return a shape that repeats a piece between a head and a tail."""
    return partial(_repeated, piece, f"{front}{head}", tail)


def _repeated(piece: str, head: str, tail: str, size: int) -> str:
    count = (size - len(head.encode()) - len(tail.encode())) // len(piece.encode())
    return f"{head}{piece * count}{tail}"


def numbered(piece: str, head: str = STORY, front: str = BARE) -> Shape:
    """Return a shape in which each piece holds its own number `n` or `word`, so that no result can be used twice."""
    return partial(_numbered, piece, f"{front}{head}")


def _numbered(piece: str, head: str, size: int) -> str:
    longest = len(piece.format(n=size, word=_word(size)).encode())
    numbers = range((size - len(head)) // longest)
    return head + "".join(piece.format(n=number, word=_word(number)) for number in numbers)


def _word(number: int) -> str:
    """Return a number in letters."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def stairs(step: str, item: str, head: str) -> Shape:
    """Return a shape of lists in which each item is nested in the one before it, as deep as the size allows."""
    return partial(_stairs, step, item, head)


def _stairs(step: str, item: str, head: str, size: int) -> str:
    lines, used = [BARE + head], len(BARE) + len(head)
    while used < size:
        line = f"{step * (len(lines) - 1)}{item}\n"
        lines.append(line)
        used += len(line)
    return "".join(lines)


def front_matter(size: int) -> str:
    """Return a document whose front matter has nearly the size that is read, before a body of plain lines."""
    block = "".join(f"x-{number}: value\n" for number in range(3_000))
    return _repeated("Plain words.\n", f"---\n{block}---\n", "", size)


SHAPES: dict[str, Shape] = {
    "prose": repeated("The pool was smaller than the number of workers, so requests waited.\n"),
    "log in a fence": repeated("2026-03-01T14:05:09Z ERROR pool exhausted\n", STORY + "```\n", tail="```\n"),
    "lists by depth": stairs(" ", "- a", ITEMS),
    "lists by depth, in a timeline": stairs(" ", "- 14:05 a", TIMELINE),
    "lists by depth, with tabs": stairs("\t", "- [ ] a", ITEMS),
    "list items": repeated("- a\n", ITEMS),
    "list items under no heading": repeated("- a\n", ""),
    "checkbox items": numbered("- [ ] Raise limit {n} — Owner: Dana — Due: 2026-03-31\n", ITEMS),
    "checkbox items with fields": numbered("- [ ] Raise limit {n}\n  - Owner: Dana\n  - Due: 2026-03-31\n", ITEMS),
    "one item, wrapped": repeated("  and more\n", ITEMS + "- [ ] Raise the limit\n"),
    "one item, many fields": repeated("  - Owner: Dana\n", ITEMS + "- [ ] Raise the limit\n"),
    "rows of items": numbered("| Raise limit {n} | Dana | 2026-03-31 | open |\n", ITEM_TABLE),
    "rows without cells": repeated("|\n", ITEM_TABLE),
    "rules of a table": repeated("|---|\n", ITEM_TABLE),
    "many tables": repeated("| Action | Owner |\n|---|---|\n| a | b |\n\n", ITEMS),
    "pipes in lines": repeated("|" * 200 + "\n", ITEM_TABLE),
    "pipes in one line": repeated("|", ITEM_TABLE),
    "owners": repeated("Dana, ", ITEMS + "- [ ] Raise the limit\n  - Owner: "),
    "owners in lines": repeated("- [ ] Raise the limit — Owner: " + "Dana, " * 200 + "\n", ITEMS),
    "dates": repeated("- Due 2026-03-31, 31.03.2026, 31 March 2026, 03/04/2026\n", ITEMS),
    "timeline entries": numbered("- 14:05 Dana raised limit {n}\n", TIMELINE),
    "timeline rows": numbered("| 14:05 | Dana | Raised limit {n} |\n", TIME_TABLE),
    "timeline paragraphs": repeated("14:05 Dana raised the limit\n", TIMELINE),
    "timeline days": repeated("### 2026-03-01\n\n14:05 Dana raised the limit\n\n", TIMELINE),
    "one entry, wrapped": repeated("and more\n", TIMELINE + "14:05 Dana raised the limit\n"),
    "one entry, empty lines of HTML": repeated("<b>\n", TIMELINE + "14:05 Dana raised the limit\n"),
    "timelines": repeated("## Timeline\n\n- 14:05 a\n\n", ""),
    "bold timelines": repeated("**Timeline**\n\n14:05 a\n\n", ""),
    "labels": numbered("**Severity:** high {n}\n"),
    "labels in a list": numbered("- Owner {n}: Dana\n"),
    "labels in one line": repeated("**a:** b | ", front=BARE),
    "labels in lines": repeated("**a:** b | " * 200 + "\n"),
    "headings": numbered("## Part {n}\n\n"),
    "headings, all the same": repeated("# a\n", ""),
    "headings by level": repeated("# a\n## b\n### c\n#### d\n##### e\n###### f\n"),
    "headings over placeholders": repeated("TBD\n", "# a\n## b\n### c\n#### d\n##### e\n###### f\n"),
    "action headings": repeated("## Action items\n\n- a\n\n", ""),
    "underlined headings": repeated("a\n=\n", ""),
    "backticks": repeated("`", ITEMS + "- "),
    "backticks in lines": repeated("- " + "`" * 200 + " a\n", ITEMS),
    "backticks in cells": repeated("| " + "`|" * 100 + "\n", ITEM_TABLE),
    "brackets [": repeated("- " + "[" * 400 + "\n", ITEMS),
    "brackets ](": repeated("- " + "[a](" * 100 + "\n", ITEMS),
    "brackets [[": repeated("- " + "[[a]] " * 60 + "\n", ITEMS),
    "brackets ![": repeated("- " + "![" * 200 + "\n", ITEMS),
    "brackets (": repeated("- 14:05 " + "(" * 400 + "\n", TIMELINE),
    "brackets in one line": repeated("[", ITEMS + "- "),
    "links": repeated("- 14:05 [a](https://example.org/) raised\n", TIMELINE),
    "stars": repeated("- " + "*" * 400 + " a\n", ITEMS),
    "bold": repeated("- " + "**a** " * 60 + "\n", ITEMS),
    "underscores": repeated("- " + "_a" * 200 + "\n", ITEMS),
    "tildes": repeated("- " + "~" * 400 + "a\n", ITEMS),
    "less-than signs": repeated("- " + "<" * 400 + "\n", ITEMS),
    "entities": repeated("- " + "&" * 400 + "\n", ITEMS),
    "colons": repeated("- " + ":" * 400 + "\n", ITEMS),
    "signs of a status": repeated("- [ ] a\n  - Status: " + "✅" * 100 + "\n", ITEMS),
    "comments": repeated("<!-- a -->\n"),
    "comment never closed": repeated("a\n", STORY + "<!--\n"),
    "comment openers": repeated("`<!--`" * 60 + "\n"),
    "fences": repeated("```\na\n```\n"),
    "fence never closed": repeated("a\n", STORY + "```\n"),
    "quotes": repeated("> " * 200 + "\n"),
    "quoted items": repeated("> - [ ] a\n", ITEMS),
    "HTML rows": repeated(HTML_ROW, TIMELINE + "<table>\n<tr><th>Time</th><th>Event</th></tr>\n", tail="</table>\n"),
    "HTML tables": repeated("<table><tr><td>a</td><td>b</td></tr></table>\n"),
    "HTML tables never closed": repeated("<table><tr><td>\n"),
    "HTML rows in one line": repeated("<tr><td>", TIMELINE + "<table>"),
    "HTML tags never closed": repeated("<a \n", TIMELINE + "<table>\n"),
    "details": repeated("<details>\n<summary>Timeline</summary>\n\n- 14:05 a\n\n</details>\n"),
    "admonitions": repeated('!!! note "Timeline"\n    - 14:05 a\n\n'),
    "blank lines": repeated("\n"),
    "blanks in lines": repeated("- a" + " " * 400 + "b\n", ITEMS),
    "blanks in labels": repeated("**a:** b" + " " * 400 + "c\n"),
    "blanks in one line": repeated(" ", ITEMS + "- a", tail="b\n"),
    "letters in one line": repeated("a", ITEMS + "- "),
    "digits in one line": repeated("1", TIMELINE + "- "),
    "digits in lines": repeated("- " + "1" * 400 + "\n", TIMELINE),
    "times in one line": repeated("12:00 ", TIMELINE + "- "),
    "times in lines": repeated("- " + "12:00 " * 60 + "\n", TIMELINE),
    "zones in lines": repeated("- 12:00 " + "Aa/Bb " * 60 + "\n", TIMELINE),
    "zones that are none": numbered("- 12:00 Europe/A{word} Dana raised the limit\n", TIMELINE),
    "zones of all times": numbered("All times are in Europe/A{word}.\n\n", TIMELINE),
    "lists of facts": numbered("- [Board {n}](https://example.org/{n})\n", "# Checkout failed\n\n## Links\n\n"),
    "related incidents": repeated("INC-1 ", "# Checkout failed\n\n## Related incidents\n\n- "),
    "related incidents, wrapped": numbered("  INC-{n}\n", "# Checkout failed\n\n## Related incidents\n\n- a\n"),
    "counts under many headings": numbered("## Impact\n\n- {n} customers affected\n\n", ""),
    "labels over lists": numbered("**Services:**\n\n- service {n}\n\n", ""),
    "labels between items": numbered("  **Services:**\n- service {n}\n", "**Services:**\n\n- a\n"),
    "dashes in one line": repeated("-", TIMELINE + "12:00 ", tail="x\n"),
    "dashes in lines": repeated("12:00 " + "-" * 400 + "x\n", TIMELINE),
    "commas in one line": repeated(",", ITEMS + "- [ ] a\n  - Owner: "),
    "commas in lines": repeated("- 12:00 " + "," * 400 + "\n", TIMELINE),
    "CJK": repeated("- 原因調査を行う。担当: 田中、期限: 2026年3月31日\n", ITEMS),
    "CJK in one line": repeated("原因調査", ITEMS + "- "),
    "CRLF": repeated("- [ ] Raise the limit\r\n", ITEMS),
    "front matter at its limit": front_matter,
    "ignores": repeated("<!-- postmortem: ignore PM302: x -->\n", ITEMS),
    "ignores that cannot be used": repeated("<!-- postmortem: ignore -->\n- a\n", ITEMS),
    "ignores of long blocks": repeated("  <!-- postmortem: ignore PM302: x -->\n" + "  - a\n" * 60, ITEMS + "- a\n"),
    "ignores in one line": repeated("<!-- postmortem: ignore PM302: x -->", ITEMS),
    "ignores never closed": repeated("<!-- postmortem: ignore PM302: x\n", ITEMS),
    "ignores in front matter": repeated("# postmortem: ignore PM302: x\n", "", "---\nid: INC-2026-014\n", "---\n"),
}
