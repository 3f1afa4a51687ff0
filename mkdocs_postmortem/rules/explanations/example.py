"""The examples of the rules: each is a sound document with one thing changed, and is run by the tests."""

from __future__ import annotations

from dataclasses import dataclass, replace

SOUND = """\
---
id: INC-2026-014
title: Checkout failed for 40 minutes
severity: sev1
status: published
started_at: 2026-03-01T14:05Z
resolved_at: 2026-03-01T14:45Z
services: [checkout]
authors: [Dana]
reviewers: [Kim]
published_at: 2026-03-05
---

# Checkout failed for 40 minutes

## Summary

A full connection pool stopped checkout for 40 minutes.

## Impact

About 1,200 customers could not pay.

## Timeline

| Time (UTC) | Event |
|---|---|
| 14:05 | The error rate alert fired |
| 14:45 | The pool limit was raised |

## Root cause

The pool was smaller than the number of workers.

## Action items

- [ ] Refuse a configuration with fewer connections than workers
  - Owner: Dana
  - Due: 2026-03-31
  - Priority: P1
  - Type: prevent
  - Verification: a load test with 200 workers
"""
"""A document without a problem on the day of the examples."""

DAY = "2026-03-10"
FILE = "2026-03-01-checkout.md"
_LAST_FIELD = "published_at: 2026-03-05\n"


@dataclass(frozen=True, slots=True)
class Example:
    """A document, or a folder, that has a problem or has it no more.

    Readers see `shown`, or `told`, a sentence, where text cannot show it. `name` is the file's name (none: an empty
    folder), `beside` further files by name, `options` lines of the plugin's block.
    """

    document: str = SOUND
    shown: str = ""
    told: str = ""
    name: str = FILE
    beside: tuple[tuple[str, str], ...] = ()
    options: str = ""

    def given(self, options: str) -> Example:
        """Return the example under these settings."""
        return replace(self, options=options)

    def telling(self, old: str, new: str) -> Example:
        """Return the example with another text changed too, which is shown below the rest."""
        return replace(self, document=changed(self.document, old, new), shown=f"{self.shown}\n{new}")

    def next_to(self, name: str, document: str = SOUND) -> Example:
        """Return the example with another document beside it."""
        return replace(self, beside=((name, document),))


def stating(*lines: str, shown: str = "") -> Example:
    """Return the example of front matter lines: each replaces the line of its key, or is added."""
    document = SOUND
    for line in lines:
        key = line.partition(":")[0]
        old = next((f"{known}\n" for known in SOUND.split("---")[1].split("\n") if known.startswith(f"{key}:")), "")
        document = changed(document, old or _LAST_FIELD, f"{line}\n" if old else f"{_LAST_FIELD}{line}\n")
    return Example(document, shown or "\n".join(lines))


def without(*keys: str, shown: str) -> Example:
    """Return the example of front matter that lacks these keys; `shown` is what is left around the gap."""
    kept = [line for line in SOUND.split("\n") if line.partition(":")[0] not in keys]
    return Example("\n".join(kept), shown)


def writing(heading: str, content: str, shown: str = "") -> Example:
    """Return the example of a section's content."""
    start = SOUND.index(f"## {heading}\n") + len(f"## {heading}\n")
    end = SOUND.find("\n## ", start)
    rest = SOUND[end:] if end >= 0 else ""
    return Example(f"{SOUND[:start]}\n{content}\n{rest}", shown or content)


def with_item(title: str, *fields: str, done: bool = False) -> Example:
    """Return the example of one action item with its fields, such as "Owner: Dana"."""
    return writing("Action items", "\n  - ".join((f"- [{'x' if done else ' '}] {title}", *fields)))


def replacing(old: str, new: str, shown: str = "", told: str = "") -> Example:
    """Return the example of a text that stands in place of another."""
    return Example(changed(SOUND, old, new), shown or ("" if told else new), told)


def changed(document: str, old: str, new: str) -> str:
    """Return the document with the first `old` replaced; an example that changes nothing is a mistake."""
    if old not in document:
        raise ValueError(f"the document does not hold {old!r}")
    return document.replace(old, new, 1)
