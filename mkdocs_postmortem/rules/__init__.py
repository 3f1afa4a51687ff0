"""House rules over a library: one rule, one file, one kind of problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_postmortem.library.library import Library
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules import (
    ambiguous_link,
    blame_language,
    broken_link,
    customer_name,
    done_without_date,
    due_before_incident,
    dueless_item,
    duplicate_id,
    duration_disagrees,
    e_mail_address,
    empty_section,
    end_before_start,
    entry_outside_incident,
    follow_up_overdue,
    future_time,
    ip_address,
    item_past_deadline,
    missing_field,
    missing_postmortem,
    missing_required_item,
    missing_section,
    no_preventive_item,
    no_urgent_item,
    overdue_item,
    ownerless_item,
    placeholder_section,
    public_refers_to_internal,
    recurrence_with_open_items,
    review_overdue,
    reviewed_by_author_only,
    secret,
    self_relation,
    severity_below_impact,
    slug_collision,
    stale_draft,
    timeline_gap,
    timeline_without_detection,
    timeline_without_resolution,
    title_convention,
    unknown_owner,
    unknown_related,
    unknown_service,
    unknown_tag,
    unreviewed,
    unverifiable_item,
    unverified_priority,
    vague_item,
    wont_do_without_reason,
)
from mkdocs_postmortem.rules.rule import RegisterRule, Rule
from mkdocs_postmortem.settings import Settings

RULES: tuple[Rule | RegisterRule, ...] = (
    missing_field.RULE,
    end_before_start.RULE,
    duration_disagrees.RULE,
    future_time.RULE,
    title_convention.RULE,
    severity_below_impact.RULE,
    missing_section.RULE,
    empty_section.RULE,
    placeholder_section.RULE,
    ownerless_item.RULE,
    dueless_item.RULE,
    vague_item.RULE,
    unverifiable_item.RULE,
    unverified_priority.RULE,
    no_urgent_item.RULE,
    no_preventive_item.RULE,
    done_without_date.RULE,
    wont_do_without_reason.RULE,
    due_before_incident.RULE,
    overdue_item.RULE,
    item_past_deadline.RULE,
    missing_required_item.RULE,
    timeline_without_detection.RULE,
    timeline_without_resolution.RULE,
    entry_outside_incident.RULE,
    timeline_gap.RULE,
    duplicate_id.RULE,
    slug_collision.RULE,
    unknown_related.RULE,
    self_relation.RULE,
    unknown_service.RULE,
    broken_link.RULE,
    ambiguous_link.RULE,
    recurrence_with_open_items.RULE,
    unknown_owner.RULE,
    unknown_tag.RULE,
    missing_postmortem.RULE,
    unreviewed.RULE,
    reviewed_by_author_only.RULE,
    review_overdue.RULE,
    follow_up_overdue.RULE,
    stale_draft.RULE,
    blame_language.RULE,
    e_mail_address.RULE,
    ip_address.RULE,
    secret.RULE,
    customer_name.RULE,
    public_refers_to_internal.RULE,
)
"""All rules, in the order of their codes."""

_OF_DOCUMENTS = tuple(rule for rule in RULES if isinstance(rule, Rule))
_OF_REGISTERS = tuple(rule for rule in RULES if isinstance(rule, RegisterRule))


def judge_documents(documents: Iterable[Postmortem], settings: Settings) -> Iterator[Problem]:
    """Yield the problems that each document has by itself, on any day, at their default levels."""
    timeless = settings.model_copy(update={"as_of": None}) if settings.as_of else settings
    for document in documents:
        alone = Library((document,), timeless)
        for rule in _OF_DOCUMENTS:
            yield from rule.check(alone)


def judge_register(register: Register) -> Iterator[Problem]:
    """Yield the problems that documents have beside each other, or by the day, at their default levels."""
    for rule in _OF_REGISTERS:
        yield from rule.check(register)
