"""Facts that stand in lists below their label."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.listed_facts import find_listed
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

VOCABULARY = vocabulary_for(Settings())


def listed(text: str) -> list[tuple[str, object]]:
    return [(label.field, label.content) for label in find_listed(scan_body(text, 1), VOCABULARY)]


@pytest.mark.parametrize(
    "text",
    [
        "**Contributing factors:**\n1. No key\n2. No alert\n",
        "**Contributing factors:**\n\n- No key\n- No alert\n\nText.\n",
        "- **Contributing factors**:\n  - No key\n  - No alert\n",
        "### Contributing factors\n\n* No key\n* No alert\n",
    ],
)
def test_a_list_below_a_label_or_heading_holds_one_fact_an_entry(text: str) -> None:
    assert listed(text) == [("contributing_factors", "No key"), ("contributing_factors", "No alert")]


def test_a_list_ends_where_other_text_begins() -> None:
    assert listed("**Contributing factors:**\n- No key\n\n**Fix:**\n- A key\n") == [("contributing_factors", "No key")]


def test_factors_keep_the_category_that_they_are_listed_under() -> None:
    assert listed("- **Contributing factors**:\n  - product / code: No key\n  - capacity\n  - odd: words\n") == [
        ("contributing_factors", {"category": "code", "text": "No key"}),
        ("contributing_factors", "odd: words"),
    ]


@pytest.mark.parametrize(
    ("entry", "fact"),
    [
        ("312 customers affected", ("impact.customers_affected", "312")),
        ("About 4,100 requests failed", ("impact.requests_failed", "about 4,100")),
        ("2 on-call engineers paged", ("impact.engineers_paged", "2")),
        ("9 hours of engineering time", ("impact.engineering_time", "9 hours")),
        ("140 customer support tickets", ("impact.support_tickets", "140")),
        ("Refunds of 18,700 EUR", ("impact.revenue", "Refunds of 18,700 EUR")),
        ("40 Kunden betroffen", ("impact.customers_affected", "40")),
    ],
)
def test_counts_are_read_in_the_impact_section(entry: str, fact: tuple[str, str]) -> None:
    assert listed(f"## Impact\n\n- {entry}\n") == [fact]
    assert listed(f"## Lessons\n\n- {entry}\n") == []


@pytest.mark.parametrize("entry", ["[Number] customers affected", "312 customers were told", "Some customers affected"])
def test_what_is_no_count_of_a_fact_stays_text(entry: str) -> None:
    assert listed(f"## Impact\n\n- {entry}\n") == []


def test_links_take_their_words_or_their_label() -> None:
    text = "### References\n\n- [The runbook](https://a.example/r)\n- dashboards: https://b.example/d\n- no link\n"

    assert listed(text) == [
        ("links", {"label": "The runbook", "url": "https://a.example/r"}),
        ("links", {"label": "dashboards", "url": "https://b.example/d"}),
    ]


def test_related_incidents_are_the_ids_of_their_list() -> None:
    assert listed("## Related incidents\n\n- INC-2025-004: the same pool\n- none other\n") == [
        ("related", "INC-2025-004")
    ]


def test_services_are_named_without_what_is_said_of_them() -> None:
    assert listed("**Affected services:**\n\n- `orders-db` (replica)\n- cart — slow\n") == [
        ("services", "orders-db"),
        ("services", "cart"),
    ]
