"""What adopting writes, what it leaves, and what it says of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.editing.adopt import Adoption, answer_gap
from mkdocs_postmortem.problems import Problem
from tests.documents import VALID, brief, settings_of, with_front, with_line, without_line
from tests.editing.adoptions import adopt, adopted, block_of, notes

OLD = """\
# INC-2026-014: Checkout failed

**Severity:** High
**Status:** Under Review
**Services:** checkout, orders-db (the second node)
**Authors:** Mira Okafor, Jonas Weber

## Summary

A full pool stopped checkout.
"""


def test_a_block_states_what_the_document_states_in_the_order_of_the_model() -> None:
    assert adopted(OLD) == (
        "---\n"
        "id: INC-2026-014\n"
        "severity: sev1\n"
        "status: in-review\n"
        "services: [checkout, orders-db]\n"
        "authors: [Mira Okafor, Jonas Weber]\n"
        "---\n" + OLD
    )


def test_the_title_of_the_heading_is_not_written_twice() -> None:
    assert "title" not in adopted(OLD)


def test_what_is_missing_is_listed_with_the_line_to_add() -> None:
    (gap,) = adopt(OLD).gaps

    assert str(gap) == (
        "incident.md:1:1 started_at is not stated; "
        "add: started_at: YYYY-MM-DD HH:MM UTC   # the day, the time and its zone"
    )


def test_only_what_is_missing_is_added_below_the_keys_that_are_there() -> None:
    header = "---\n# Kept\nstatus:   'published'  # by Dana\ntags: [dns]\n# The end\n---\n"

    assert adopted(header + OLD) == (
        "---\n# Kept\nstatus:   'published'  # by Dana\ntags: [dns]\n# The end\n"
        "id: INC-2026-014\nseverity: sev1\nservices: [checkout, orders-db]\nauthors: [Mira Okafor, Jonas Weber]\n"
        "---\n" + OLD
    )


def test_keys_that_are_indented_get_company_that_is_indented_too() -> None:
    assert block_of(adopted("---\n  status: draft\n---\n**Severity:** Low\n")) == [
        "  status: draft",
        "  severity: sev3",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_new_lines_end_like_the_others(end: str) -> None:
    text = adopted("**Severity:** High\n\nText.\n".replace("\n", end))

    assert text == "---\nseverity: sev1\n---\n**Severity:** High\n\nText.\n".replace("\n", end)


def test_a_byte_order_mark_stays_the_first_character() -> None:
    assert adopted("\ufeff**Severity:** High") == "\ufeff---\nseverity: sev1\n---\n**Severity:** High"


def test_a_fact_that_another_one_tells_once_it_is_placed_is_written_too() -> None:
    text = "**Time to detect**: 4 minutes.\n\n## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 10:09 | It pages |\n"
    adoption = adopt(text, "2026-03-01-x.md")

    assert adoption.added == ("started_at", "detected_at")
    assert not adopt(adoption.after.text, "2026-03-01-x.md").changed


def test_an_empty_block_is_filled() -> None:
    assert adopted("---\n# To do\n---\n**Severity:** High\n") == (
        "---\n# To do\nseverity: sev1\n---\n**Severity:** High\n"
    )


def test_a_document_that_states_everything_stays_as_it_is() -> None:
    adoption = adopt(with_front("reviewers: [Kim]"))

    assert (adoption.changed, adoption.complete, adoption.gaps) == (False, True, ())


def test_a_document_that_states_nothing_gets_no_empty_block() -> None:
    adoption = adopt("# Title\n\nProse.\n")

    assert not adoption.changed
    assert [gap.field for gap in adoption.missing] == ["severity", "status", "started_at", "services"]


def test_a_value_that_makes_a_problem_is_left_out_and_the_others_are_written() -> None:
    adoption = adopt("**Severity:** High\n**Services:** chekout\n", services=["checkout"])

    assert block_of(adoption.after.text) == ["severity: sev1"]
    assert notes(adoption)[-1] == (
        'incident.md:2:15 services: service "chekout" is not in the list; '
        "add: services: [checkout]   # the services, with commas between them"
    )


def test_times_that_would_run_backwards_are_not_written() -> None:
    text = "**Start:** 2026-03-01 14:05\n**End:** 2026-03-01 13:00\n"

    assert block_of(adopted(text, timezone="UTC")) == ["started_at: 2026-03-01 14:05 UTC"]


def test_a_duration_that_contradicts_the_times_is_not_written() -> None:
    text = "**Start:** 2026-03-01 14:05\n**End:** 2026-03-01 15:00\n**Duration:** 20 min\n"

    assert block_of(adopted(text, timezone="UTC")) == [
        "started_at: 2026-03-01 14:05 UTC",
        "resolved_at: 2026-03-01 15:00 UTC",
    ]


def test_a_key_that_means_nothing_stays_and_is_listed() -> None:
    adoption = adopt(with_line("status:", "layout: post\nreviewers: [Kim]\nstatus: published"))

    assert not adoption.changed
    assert [brief(fault) for fault in adoption.faults] == ["5:1 PM117"]
    assert not adoption.complete


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\ntitle: Never closed\n", "PM011"),
        ("---\ntitle: [x\n---\n", "PM015"),
        ("---\n- a list\n---\n", "PM014"),
        ("\n---\nseverity: sev1\n---\n", "PM012"),
        ("---\nA rule, not front matter.\n\n---\n", "PM014"),
        ('{"title": "x"}\n\nText\n', "PM013"),
        ("+++\n[table]\nx = 1\n+++\n", "PM013"),
        ("Remark: prose that begins with a word and a colon\n\nText\n", "PM013"),
        ("\n" * 6 + "---\nseverity: sev1\n---\n", "PM023"),
    ],
)
def test_a_document_whose_beginning_cannot_be_read_is_left_alone(text: str, code: str) -> None:
    adoption = adopt(text)

    assert [problem.kind.code for problem in adoption.refused] == [code]
    assert (adoption.changed, adoption.complete) == (False, False)


def test_gaps_count_lines_of_the_old_file_and_of_the_new_one() -> None:
    adoption = adopt("# Title\n\n**Severity:** High\n**Status:** Resolved\n", tidy=True)

    by_field = {gap.field: gap.location.line for gap in adoption.gaps}
    assert (by_field["status"], by_field["services"]) == (4, 1)
    assert adoption.after.bare(_line(adoption, "status")) == "**Status:** Resolved"
    assert adoption.after.bare(_line(adoption, "services")) == "---"


def _line(adoption: Adoption, field: str) -> int:
    return next(gap.location.line for gap in adoption.gaps_as_written if gap.field == field)


def test_an_answer_is_written_like_a_stated_fact() -> None:
    adoption = adopt(without_line("severity:", without_line("services:")))
    for field, answer in (("severity", "high"), ("services", "checkout, search")):
        result = answer_gap(adoption, field, answer, settings_of())
        assert isinstance(result, Adoption)
        adoption = result

    assert block_of(adoption.after.text)[-2:] == ["severity: sev1", "services: [checkout, search]"]
    assert adoption.complete


@pytest.mark.parametrize(
    ("field", "answer", "message"),
    [
        ("severity", "awful", 'severity "awful" is not on the scale'),
        ("started_at", "yesterday", 'started_at: "yesterday" is not a time'),
        ("started_at", "2026-03-01 14:05", 'started_at: "2026-03-01 14:05" does not say its time zone'),
    ],
)
def test_an_answer_that_the_model_refuses_is_a_problem(field: str, answer: str, message: str) -> None:
    adoption = adopt(without_line(f"{field}:"))

    result = answer_gap(adoption, field, answer, settings_of())

    assert isinstance(result, Problem)
    assert result.message == message


def test_a_required_field_of_ones_own_is_answered_in_its_type() -> None:
    options: dict[str, Any] = {"fields": [{"name": "teams", "type": "list", "required": True}]}
    adoption = adopt(VALID, **options)
    assert [gap.line for gap in adoption.missing] == ["teams: […]"]

    result = answer_gap(adoption, "teams", "storage, edge", settings_of(options))

    assert isinstance(result, Adoption)
    assert block_of(result.after.text)[-1] == "teams: [storage, edge]"


def test_a_number_of_ones_own_is_answered_with_digits() -> None:
    options: dict[str, Any] = {"fields": [{"name": "pages", "type": "number", "required": True}]}

    result = answer_gap(adopt(VALID, **options), "pages", "12", settings_of(options))

    assert isinstance(result, Adoption)
    assert block_of(result.after.text)[-1] == "pages: 12"


def test_comments_that_hide_problems_stay_and_hide_them() -> None:
    comment = "<!-- postmortem: ignore-file missing-field, missing-section: nobody knows any more -->\n"

    after = adopted(comment + OLD)

    assert after.endswith("---\n" + comment + OLD)
    assert "severity: sev1\n" in after


def test_tidying_keeps_a_line_with_a_comment_that_hides_a_problem() -> None:
    noted = OLD.replace("High", "High <!-- postmortem: ignore PM124: the old scale -->")

    assert "<!-- postmortem: ignore PM124: the old scale -->" in adopt(noted, tidy=True).after.text
