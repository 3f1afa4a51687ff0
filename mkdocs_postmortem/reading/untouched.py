"""Telling a template that nobody has filled in from a document that is merely thin."""

from __future__ import annotations

from mkdocs_postmortem.model import Facts, Postmortem
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Location, Problem

_FEWEST_SECTIONS = 3


def is_untouched(postmortem: Postmortem, stated: Facts) -> bool:
    """Return whether nothing in the document is its author's; `stated` are the facts of the front matter.

    It has at least three sections that hold a template's words and none that holds others, no fact, no action item
    and no timeline entry. One filled-in field makes it a document, which then gets a problem for each gap.
    """
    contents = [section.content for section in postmortem.sections]
    return (
        contents.count("placeholder") >= _FEWEST_SECTIONS
        and "text" not in contents
        and stated == Facts()
        and not (postmortem.stated_in_body or postmortem.action_items or postmortem.timeline)
        and postmortem.front_matter != "broken"
    )


def untouched(path: str) -> Problem:
    """Return the one problem of an untouched template."""
    message = "the file is a template that nobody has filled in"
    hint = "fill it in; a template to copy from belongs into a file that `exclude` leaves out, such as template.md"
    return UNTOUCHED_TEMPLATE.at(Location(path), message, hint)
