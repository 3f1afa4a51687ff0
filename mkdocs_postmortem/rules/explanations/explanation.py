"""Why a kind of problem is one: the reasons behind it, who gave them, and how it looks when it is there and gone."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_postmortem.rules.explanations.example import Example


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: its title and its address, which may be a page of our own documentation."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a reader wants to know about a kind of problem.

    `why` is a paragraph in Markdown, `note` what exactly counts and what does not. `options` are the names of the
    settings that steer it, besides `levels`.
    """

    why: str
    sources: tuple[Source, ...]
    bad: Example
    good: Example
    note: str = ""
    options: tuple[str, ...] = ()
