"""A small valid postmortem, and functions that change one thing about it and read it."""

from __future__ import annotations

from typing import Any

from mkdocs_postmortem.library import Library, Loaded, build_library
from mkdocs_postmortem.library.register import Register, register_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import Kind, Problem
from mkdocs_postmortem.reading.document import ReadResult, read_postmortem
from mkdocs_postmortem.reading.source_file import decode_source
from mkdocs_postmortem.rules.judge import judge
from mkdocs_postmortem.settings import Settings

VALID = """\
---
id: INC-2026-014
title: Checkout failed for 40 minutes
severity: sev1
status: published
started_at: 2026-03-01T14:05Z
resolved_at: 2026-03-01T14:45Z
services: [checkout]
---

# Checkout failed for 40 minutes
**Reviewers:** Kim
## Summary

A full connection pool stopped checkout for 40 minutes.

## Impact

About 1,200 customers could not pay.

## Timeline

| Time (UTC) | Actor | Event | Result |
|---|---|---|---|
| 14:05 | Monitoring | The error rate alert fired | On-call was paged |
| 14:45 | Dana | Raised the pool limit | Errors stopped |

## Root cause

The pool was smaller than the number of workers.

## Action items

- [ ] Alert on pool saturation
  - Owner: Dana
  - Due: 2026-03-31
"""
"""Front matter on lines 1 to 9, one field a line from line 2; the action item stands on line 34."""


def with_line(start: str, new: str, text: str = VALID) -> str:
    """Return `text` with its only line that begins with `start` replaced by `new` (which may hold several lines)."""
    lines = text.split("\n")
    (index,) = [number for number, line in enumerate(lines) if line.startswith(start)]
    return "\n".join([*lines[:index], new, *lines[index + 1 :]])


def without_line(start: str, text: str = VALID) -> str:
    """Return `text` without its only line that begins with `start`."""
    lines = text.split("\n")
    (index,) = [number for number, line in enumerate(lines) if line.startswith(start)]
    return "\n".join([*lines[:index], *lines[index + 1 :]])


def with_front(yaml: str, text: str = VALID) -> str:
    """Return `text` with further front matter at the end of its block: from line 9 in the valid document."""
    return with_line("services:", f"services: [checkout]\n{yaml}", text)


def with_section(heading: str, content: str, text: str = VALID) -> str:
    """Return `text` with the content of a section (up to the next heading of level 2) replaced."""
    before, border, rest = text.partition(f"## {heading}\n")
    assert border, heading
    after = rest.partition("\n## ")
    return f"{before}{border}\n{content}\n" + (f"\n## {after[2]}" if after[1] else "")


def settings_of(options: dict[str, Any] | None = None, /, **further: Any) -> Settings:
    """Return settings from options as mkdocs.yml would state them."""
    return Settings.model_validate({**(options or {}), **further})


def read(text: str | bytes, name: str = "incident.md", **options: Any) -> ReadResult:
    """Return what reading a file of this name and text gives."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_postmortem(decode_source(data, name, name), settings_of(options))


def postmortem_of(text: str | bytes, name: str = "incident.md", **options: Any) -> Postmortem:
    """Return the postmortem that a text holds."""
    return read(text, name, **options).postmortem


def library_of(*texts: str, **options: Any) -> Library:
    """Return the library of documents a.md, b.md, … with these texts."""
    named = [(f"{chr(ord('a') + number)}.md", text) for number, text in enumerate(texts)]
    return build_library([postmortem_of(text, name, **options) for name, text in named], settings_of(options))


def register_with(*texts: str, **options: Any) -> Register:
    """Return the register of documents a.md, b.md, … with these texts."""
    return register_of(library_of(*texts, **options))


def problems_of(text: str | bytes, name: str = "incident.md", **options: Any) -> tuple[Problem, ...]:
    """Return every problem of a document alone in a library: of reading and of the rules."""
    result = read(text, name, **options)
    settings = settings_of(options)
    return judge(Loaded(build_library([result.postmortem], settings), result.problems))


def report(text: str | bytes, **options: Any) -> list[str]:
    """Return "line:column code" of every problem of a document alone in a library."""
    return [brief(problem) for problem in problems_of(text, **options)]


def places(code: str, *texts: str, **options: Any) -> list[str]:
    """Return "line:column" of every problem with this code, in a library of documents with these texts."""
    results = [read(text, f"{chr(ord('a') + number)}.md", **options) for number, text in enumerate(texts)]
    library = build_library([result.postmortem for result in results], settings_of(options))
    found = judge(Loaded(library, tuple(problem for result in results for problem in result.problems)))
    return [brief(problem).split(" ")[0] for problem in found if problem.kind.code == code]


def with_items(*items: str, text: str = VALID) -> str:
    """Return `text` with these action items, the first on line 34; fields follow a title behind " / "."""
    listed = ("- [ ] " + item.replace(" / ", "\n  - ") for item in items)
    return with_section("Action items", "\n".join(listed).replace("- [ ] [x] ", "- [x] "), text)


def brief(problem: Problem) -> str:
    """Return "line:column code"."""
    return f"{problem.location.line}:{problem.location.column} {problem.kind.code}"


def only(problems: tuple[Problem, ...] | list[Problem], kind: Kind) -> Problem:
    """Return the one problem there is, which must be of this kind."""
    (problem,) = problems
    assert problem.kind is kind, problem
    return problem
