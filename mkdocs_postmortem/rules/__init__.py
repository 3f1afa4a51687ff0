"""House rules over a library: one rule, one file, one kind of problem (or two that differ by a word)."""

from __future__ import annotations

from mkdocs_postmortem import problems as kinds
from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules import (
    ambiguous_link,
    broken_link,
    dueless_item,
    duplicate_id,
    duration_disagrees,
    empty_section,
    end_before_start,
    future_time,
    missing_field,
    missing_section,
    ownerless_item,
    self_relation,
    slug_collision,
    unknown_related,
    unknown_service,
)
from mkdocs_postmortem.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(kinds.MISSING_FIELD, missing_field.check),
    Rule(kinds.END_BEFORE_START, end_before_start.check),
    Rule(kinds.DURATION_DISAGREES, duration_disagrees.check),
    Rule(kinds.FUTURE_TIME, future_time.check),
    Rule(kinds.MISSING_SECTION, missing_section.check),
    Rule(kinds.EMPTY_SECTION, empty_section.check),
    Rule(kinds.OWNERLESS_ITEM, ownerless_item.check),
    Rule(kinds.DUELESS_ITEM, dueless_item.check),
    Rule(kinds.DUPLICATE_ID, duplicate_id.check),
    Rule(kinds.SLUG_COLLISION, slug_collision.check),
    Rule(kinds.UNKNOWN_RELATED, unknown_related.check),
    Rule(kinds.SELF_RELATION, self_relation.check),
    Rule(kinds.UNKNOWN_SERVICE, unknown_service.check),
    Rule(kinds.BROKEN_LINK, broken_link.check),
    Rule(kinds.AMBIGUOUS_LINK, ambiguous_link.check),
)
"""All rules, in the order of their codes."""


def apply_rules(library: Library) -> tuple[Problem, ...]:
    """Return the problems that the rules find, at their default levels."""
    return tuple(problem for rule in RULES for problem in rule.check(library))
