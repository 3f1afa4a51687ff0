from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.editing.front_matter_writer import FieldValue
from mkdocs_postmortem.editing.placement import Placed, Unplaced, place_facts
from mkdocs_postmortem.model.postmortem import BodyFact
from tests.documents import postmortem_of, settings_of


def place(text: str, name: str = "incident.md", **options: Any) -> dict[str, Placed | Unplaced]:
    found = place_facts(postmortem_of(text, name, **options), text, settings_of(options))
    return {one.field: one for one in found}


def values(text: str, name: str = "incident.md", **options: Any) -> dict[str, FieldValue]:
    return {field: one.value for field, one in place(text, name, **options).items() if isinstance(one, Placed)}


def reason(text: str, field: str, name: str = "incident.md", **options: Any) -> str:
    one = place(text, name, **options)[field]
    assert isinstance(one, Unplaced)
    return one.reason


def time_in(zone: str | None, **options: Any) -> Placed | Unplaced:
    """Return what becomes of a start that the body states in this zone."""
    fact = BodyFact(value="2026-03-01 14:05", text="1 March, five past two", line=1, column=1, zone=zone)
    postmortem = postmortem_of("Text.", **options).model_copy(update={"stated_in_body": {"started_at": fact}})
    (one,) = place_facts(postmortem, "Text.", settings_of(options))
    return one


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("**Severity:** SEV-3 (one team)", "severity", "sev3"),
        ("**Severity:** Critical", "severity", "sev0"),
        ("**Status:** Under Review", "status", "in-review"),
        ("**Status:** Draft", "status", "draft"),
        ("**Services:** checkout, orders-db", "services", ("checkout", "orders-db")),
        ("**Reviewers:** Jonas Weber; Élise Roy", "reviewers", ("Jonas Weber", "Élise Roy")),
        ("**Incident commander:** Dana", "commander", "Dana"),
        ("**Published:** 19 April 2024", "published_at", "2024-04-19"),
        ("**Data loss:** no", "impact.data_loss", "no"),
        ("**Degradation level:** Partial outage", "impact.degradation", "partial-outage"),
        ("**Customers affected:** 1200", "impact.customers_affected", 1200),
        ("**Customers affected:** about 1,200", "impact.customers_affected", "about 1,200"),
        ("**Detection source:** Monitoring", "detection.source", "alert"),
        ("**Incident ID:** INC-7", "id", "INC-7"),
        ("**Time zone:** Europe/Berlin", "timezone", "Europe/Berlin"),
    ],
)
def test_a_stated_fact_is_placed_in_the_models_words(line: str, field: str, value: FieldValue) -> None:
    assert values(f"# Title\n\n{line}\n")[field] == value


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ("**Severity:** minor", "severity", 'severity "minor" is not on the scale'),
        ("**Status:** Resolved", "status", 'status "Resolved" is not known'),
        ("**Customers affected:** everyone", "impact.customers_affected", 'expected a whole number, found "everyone"'),
        ("**Published:** 03/04/2024", "published_at", '"03/04/2024" can be read as two days'),
        ("**Incident ID:** see below", "id", '"see below" cannot be an id'),
        ("**Services:** checkout, search,\nand payments", "services", "it goes on in the next line"),
        ("**Trigger:** A deploy\nof the pool.", "trigger", "it goes on in the next line"),
    ],
)
def test_what_would_be_a_guess_is_not_placed(line: str, field: str, words: str) -> None:
    assert reason(f"# Title\n\n{line}\n", field) == words


@pytest.mark.parametrize(
    "next_line", ["", "**Status:** Draft", "- item", "| a |", "Status: Draft", "# H", "> q", "1. x"]
)
def test_a_label_whose_next_line_begins_something_else_is_whole(next_line: str) -> None:
    assert values(f"# Title\n\n**Trigger:** A deploy\n{next_line}\n")["trigger"] == "A deploy"


def test_a_time_is_placed_with_the_zone_that_the_document_names_for_it() -> None:
    assert time_in("Europe/Berlin") == Placed(
        "started_at", "2026-03-01 14:05 Europe/Berlin", fact=_fact(time_in("UTC"), "Europe/Berlin")
    )


def _fact(one: Placed | Unplaced, zone: str) -> BodyFact:
    assert one.fact is not None
    return one.fact.model_copy(update={"zone": zone})


def test_the_zone_of_the_time_wins_over_that_of_the_settings() -> None:
    one = time_in("UTC", timezone="Europe/Berlin")

    assert isinstance(one, Placed)
    assert one.value == "2026-03-01 14:05 UTC"


def test_a_time_without_a_zone_takes_that_of_the_settings() -> None:
    one = time_in(None, timezone="Europe/Berlin")

    assert isinstance(one, Placed)
    assert one.value == "2026-03-01 14:05 Europe/Berlin"


def test_a_time_without_any_zone_is_not_placed() -> None:
    one = time_in(None)

    assert isinstance(one, Unplaced)
    assert (one.reason, one.draft) == ("no time zone that is certain", "2026-03-01 14:05 UTC")


def test_a_time_that_clocks_showed_twice_is_not_placed() -> None:
    text = "# Title\n\n**Start:** 2026-10-25 02:30\n"

    assert reason(text, "started_at", timezone="Europe/Berlin") == (
        "clocks in Europe/Berlin showed 2026-10-25 02:30 twice"
    )


def test_a_day_without_a_time_is_not_placed() -> None:
    one = place("# Title\n\n**Date:** 2026-03-01\n", timezone="UTC")["started_at"]

    assert isinstance(one, Unplaced)
    assert (one.reason, one.draft) == ("no time of day", "2026-03-01 HH:MM UTC")


def test_the_zone_of_the_front_matter_serves_the_times_of_the_body() -> None:
    text = "---\ntimezone: Asia/Tokyo\n---\n# Title\n\n**Start:** 2026-03-01 14:05\n"

    assert values(text)["started_at"] == "2026-03-01 14:05 Asia/Tokyo"


@pytest.mark.parametrize(
    ("text", "name", "identity"),
    [
        ("# INC-2026-014: Checkout failed\n", "incident.md", "INC-2026-014"),
        ("# Post-Mortem: PM-12 Checkout failed\n", "incident.md", "PM-12"),
        ("# Checkout failed\n", "INC-2026-014-checkout.md", "INC-2026-014"),
        ("# Checkout failed\n\n**Incident ID:** ops.7\n", "incident.md", "ops.7"),
        ("# inc-2026-014: x\n", "INC-2026-014.md", "inc-2026-014"),
        ("# Incident 2026-03-01\n", "incident-2026-03-01-checkout.md", None),
        ("# UTF-8 broke\n", "2026-03-01-utf8.md", None),
        ("# Checkout failed\n", "checkout.md", None),
    ],
)
def test_the_id_is_that_of_label_title_or_file_name(text: str, name: str, identity: str | None) -> None:
    assert values(text, name).get("id") == identity


def test_ids_that_disagree_are_not_chosen_from() -> None:
    assert reason("# INC-2026-014: Checkout\n", "id", "INC-2026-015.md") == (
        "label, title and file name state different ids (INC-2026-014, INC-2026-015)"
    )


def test_an_id_in_the_front_matter_is_enough() -> None:
    assert "id" not in place("---\nid: a\n---\n# INC-2026-014: Checkout\n")


def test_a_labelled_title_is_placed_only_where_no_heading_is_one() -> None:
    assert values("**Title:** Checkout failed\n\n## Summary\n")["title"] == "Checkout failed"
    assert "title" not in place("# Checkout failed\n\n**Title:** Another\n")


def test_prose_that_sections_hold_stays_in_the_body() -> None:
    assert place("# Title\n\n**Impact:** Nobody could pay.\n**Related:** INC-7\n**Detection:** By luck.\n") == {}
