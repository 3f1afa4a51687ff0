from __future__ import annotations

import pytest

from tests.editing.adoptions import adopt, adopted, block_of, notes

CSTATE = """\
---
title: "Search was slow"
date: 2026-06-03T09:30:00-00:00
resolved: true
resolvedWhen: 2026-06-03T10:14:00-00:00  # by hand
# Possible severity levels: down, disrupted, notice
severity: disrupted
affected:
  - Search
  - API
section: issue
---

We are looking into it.
"""

ICCO = """\
---
uuid: 3b1c5a0e-6f39-4d0b-9a61-0d2f3a2b1c4d
url: https://example.org/post
title: The cache was empty
start_time: 2019-06-02T19:25:00Z
end_time: 0001-01-01T00:00:00Z
categories:
  - config-change
# Chosen by us
keywords: [cache, dns, config-change]
company: Example
product: Shop  # the shop
---

It was.
"""


def test_cstate_keys_become_ours_where_they_stand() -> None:
    assert adopted(CSTATE, origin="cstate") == (
        '---\ntitle: "Search was slow"\nstarted_at: 2026-06-03T09:30:00-00:00\nx-cstate-resolved: true\n'
        "resolved_at: 2026-06-03T10:14:00-00:00  # by hand\n# Possible severity levels: down, disrupted, notice\n"
        "x-cstate-severity: disrupted\nservices:\n  - Search\n  - API\nx-cstate-section: issue\n"
        "---\n\nWe are looking into it.\n"
    )


def test_a_severity_word_of_cstate_is_not_translated() -> None:
    assert notes(adopt(CSTATE, origin="cstate"))[0] == (
        'incident.md:12:1 severity is not stated: x-cstate-severity holds "disrupted", which cannot be read as '
        "severity; add: severity: sev3   # sev0, sev1, sev2 or sev3"
    )


def test_a_severity_word_of_cstate_stays_where_the_scale_knows_it() -> None:
    scale = [{"name": "sev1", "label": "High", "aliases": ["disrupted"]}]

    assert "severity: disrupted" in block_of(adopted(CSTATE, origin="cstate", severities=scale))


def test_a_cstate_time_without_a_zone_is_kept_and_listed() -> None:
    text = CSTATE.replace("date: 2026-06-03T09:30:00-00:00", "date: 2026-06-03 09:30:00")

    adoption = adopt(text, origin="cstate")

    assert "x-cstate-date: 2026-06-03 09:30:00" in block_of(adoption.after.text)
    assert 'started_at is not stated: x-cstate-date holds "2026-06-03 09:30:00"' in "\n".join(notes(adoption))


def test_icco_keys_become_ours_and_its_two_lists_of_words_one() -> None:
    assert adopted(ICCO, origin="icco") == (
        "---\nid: 3b1c5a0e-6f39-4d0b-9a61-0d2f3a2b1c4d\nlinks: [https://example.org/post]\n"
        "title: The cache was empty\nstarted_at: 2019-06-02T19:25:00Z\nx-icco-end_time: 0001-01-01T00:00:00Z\n"
        "tags: [config-change, cache, dns]\n# Chosen by us\nx-icco-company: Example\nservices: [Shop]  # the shop\n"
        "---\n\nIt was.\n"
    )


def test_lists_with_comments_inside_are_not_joined() -> None:
    text = ICCO.replace("  - config-change", "  - config-change  # mostly")

    block = block_of(adopted(text, origin="icco"))
    assert "tags:" in block
    assert "x-icco-keywords: [cache, dns, config-change]" in block


@pytest.mark.parametrize(("text", "origin"), [(CSTATE, "cstate"), (ICCO, "icco")])
def test_the_result_has_no_fault_and_stays_as_it_is(text: str, origin: str) -> None:
    adoption = adopt(text, origin=origin)

    assert adoption.faults == ()
    assert not adopt(adoption.after.text, origin=origin).changed


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("affected:", "x-cstate-affected:"),
        ("affected: []", "x-cstate-affected: []"),
        ("affected: Search, the new one", 'services: ["Search, the new one"]'),
        ("affected: 'It''s'  # x", "services: [It's]  # x"),
        ('"affected": [a]', '"services": [a]'),
        ("resolvedWhen:", "x-cstate-resolvedWhen:"),
        ("layout: post", "x-cstate-layout: post"),
        ("x-mine: 1", "x-mine: 1"),
        ("status: published", "status: published"),
        ("id: not an id", "x-cstate-id: not an id"),
    ],
)
def test_a_line_of_cstate_becomes(line: str, result: str) -> None:
    assert block_of(adopted(f"---\n{line}\n---\n", origin="cstate")) == [result]


@pytest.mark.parametrize(
    "block",
    ["{date: 2026-06-03T09:30:00Z, section: issue}", "id: a\nid: b\nsection: issue", "section: &a issue"],
)
def test_a_block_that_cannot_be_rewritten_line_by_line_is_left_alone(block: str) -> None:
    assert not adopt(f"---\n{block}\n---\n", origin="cstate").converted


def test_a_key_that_is_there_already_is_not_written_twice() -> None:
    text = "---\nstarted_at: 2026-03-01T14:05Z\ndate: 2026-06-03T09:30:00Z\n---\n"

    assert block_of(adopted(text, origin="cstate")) == [
        "started_at: 2026-03-01T14:05Z",
        "x-cstate-date: 2026-06-03T09:30:00Z",
    ]
