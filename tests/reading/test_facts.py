"""From values to facts: what is refused is left out, reported at its place, and the rest stays."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from mkdocs_postmortem.model import Facts, IncidentKind, Relation, Status
from tests.documents import VALID, postmortem_of, problems_of, report, with_front, with_line


def test_valid_document_states_its_facts() -> None:
    postmortem = postmortem_of(VALID)
    assert (postmortem.id, postmortem.title) == ("INC-2026-014", "Checkout failed for 40 minutes")
    assert postmortem.status is Status.PUBLISHED
    assert postmortem.kind is IncidentKind.INCIDENT
    assert postmortem.started_at == datetime(2026, 3, 1, 14, 5, tzinfo=timezone.utc)
    assert postmortem.services == ("checkout",)
    assert postmortem.audience is None


def test_refused_value_leaves_the_others() -> None:
    postmortem = postmortem_of(with_line("severity:", "severity: SEV9"))
    assert postmortem.severity is None
    assert postmortem.services == ("checkout",)


def test_refused_fact_of_a_block_leaves_the_block() -> None:
    impact = postmortem_of(with_front("impact: {customers_affected: many, regions: [eu-west]}")).impact
    assert impact.customers_affected is None
    assert impact.regions == ("eu-west",)


def test_refused_entry_of_a_list_leaves_the_others() -> None:
    assert postmortem_of(with_front("tags: [pool, 5, latency]")).tags == ("pool", "latency")


def test_refused_fact_of_an_action_item_leaves_the_item() -> None:
    text = with_front("action_items:\n  - {title: Alert, owner: Dana, due: soon, priority: P9, status: perhaps}")
    item = postmortem_of(text).action_items[0]
    assert (item.title, item.owners, item.due, item.priority, item.status.value) == (
        "Alert",
        ("Dana",),
        None,
        None,
        "open",
    )
    assert report(text) == ["10:38 PM303", "10:54 PM305", "10:66 PM304"]


def test_every_fault_of_a_document_is_reported_in_one_run() -> None:
    text = with_front("duration: soon\ntags: x\nimpact: {error_rate: 120, data_loss: 3}\nlinks: [ftp://x]\nkind: party")
    assert report(text) == ["9:11 PM114", "10:7 PM103", "11:22 PM118", "11:38 PM103", "12:9 PM115", "13:7 PM106"]


def test_entries_behind_refused_ones_keep_their_places() -> None:
    text = with_front("related:\n  - 5\n  - TBD\n  - {id: INC-1, relation: cousin}\n  - INC-2\n  - INC-3")
    assert report(text) == ["10:5 PM103", "11:5 PM123", "12:27 PM106", "13:5 PM503", "14:5 PM503"]


def test_severity_may_be_a_number_of_an_own_scale() -> None:
    scale = [{"name": "1", "label": "Worst"}, {"name": "2", "label": "Bad"}]
    severity = postmortem_of(with_line("severity:", "severity: 2"), severities=scale).severity
    assert severity is not None
    assert (severity.name, severity.rank) == ("2", 1)


def test_zone_of_the_document_serves_times_without_one() -> None:
    text = with_front("timezone: Europe/Berlin", with_line("started_at:", "started_at: 2026-03-01 15:05"))
    assert postmortem_of(text).started_at == postmortem_of(VALID).started_at


def test_zone_of_the_settings_serves_documents_without_one() -> None:
    text = with_line("started_at:", "started_at: 2026-03-01 15:05")
    assert postmortem_of(text, timezone="Europe/Berlin").started_at == postmortem_of(VALID).started_at


def test_zone_of_the_document_wins_over_the_settings() -> None:
    text = with_front("timezone: UTC", with_line("started_at:", "started_at: 2026-03-01 14:05"))
    assert postmortem_of(text, timezone="Asia/Tokyo").started_at == postmortem_of(VALID).started_at


def test_unknown_zone_is_one_problem_and_times_with_a_zone_stay() -> None:
    text = with_front("timezone: Mars/Phobos")
    assert report(text) == ["9:11 PM109"]
    assert postmortem_of(text).started_at is not None


@pytest.mark.parametrize("stated", ["related: [INC-2]", "related:\n  - id: INC-2"])
def test_relation_may_be_a_bare_id(stated: str) -> None:
    (related,) = postmortem_of(with_front(stated)).related
    assert (related.id, related.relation) == ("INC-2", Relation.RELATED)


def test_contributing_factor_may_be_a_bare_text_or_have_a_category() -> None:
    factors = postmortem_of(with_front("contributing_factors: [Small pool, {category: Third Party, text: Slow bank}]"))
    assert [(f.text, f.category) for f in factors.contributing_factors] == [
        ("Small pool", None),
        ("Slow bank", "third-party"),
    ]


def test_front_matter_items_come_before_those_of_the_body() -> None:
    text = with_front("action_items:\n  - {title: First, owner: Dana, due: 2026-03-31, completed_at: 2026-03-30}")
    items = postmortem_of(text).action_items
    assert [(item.number, item.title, item.line) for item in items] == [
        (1, "First", 10),
        (2, "Alert on pool saturation", 36),
    ]
    assert items[0].completed_at == date(2026, 3, 30)


@pytest.mark.parametrize("value", ["[Name]", "TBD", "n/a", "???"])
def test_placeholder_value_is_reported_and_left_out(value: str) -> None:
    text = with_front(f'commander: "{value}"')
    assert report(text) == ["9:12 PM123"]
    assert postmortem_of(text).commander is None


def test_required_placeholder_is_reported_once() -> None:
    assert report(with_line("severity:", 'severity: "[Critical / High]"')) == ["4:11 PM123"]


def test_unknown_key_inside_a_block_suggests_a_known_one() -> None:
    (problem,) = problems_of(with_front("impact:\n  region: [eu-west]"))
    assert (problem.location.line, problem.location.column, problem.hint) == (10, 3, 'did you mean "regions"?')


def test_thousands_of_faults_are_capped() -> None:
    problems = problems_of(with_front("impact: {" + ", ".join(f"k{n}: 1" for n in range(3_000)) + "}"))
    assert len(problems) == 51
    assert "2950 more values cannot be read" in [problem.message for problem in problems]


@pytest.mark.parametrize("audience", ["Public", "PUBLIC", "public"])
def test_audience_is_kept_as_configured(audience: str) -> None:
    assert postmortem_of(with_front(f"audience: {audience}")).audience == "public"


def test_message_never_holds_pydantics_own_words_for_a_fact_of_each_sort() -> None:
    values = {
        "title": "[a]",
        "tags": "{a: 1}",
        "impact": "[1]",
        "detection": "5",
        "links": "[[x]]",
        "related": "[[x]]",
        "action_items": "[x]",
        "contributing_factors": "[5]",
        "communication": "x",
        "started_at": "[x]",
        "published_at": "5",
        "duration": "[x]",
        "summary": "[x]",
        "severity": "{a: b}",
        "status": "5",
    }
    for key, value in values.items():
        text = with_line(f"{key}:", f"{key}: {value}") if f"\n{key}:" in VALID else with_front(f"{key}: {value}")
        for problem in problems_of(text):
            assert "Input should" not in str(problem), problem
            assert problem.hint, problem


SHAPES = [
    "1",
    "-1.5",
    "true",
    "text",
    "'  '",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "[1, x, {a: b}]",
    "{a: {b: [c]}}",
    "{title: [x]}",
    "[{title: {a: b}, due: [1]}]",
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("key", Facts.model_fields)
def test_every_key_takes_or_refuses_every_shape_of_value(key: str, shape: str) -> None:
    text = with_line(f"{key}:", f"{key}: {shape}") if f"\n{key}:" in VALID else with_front(f"{key}: {shape}")
    line = text.split("\n").index(f"{key}: {shape}") + 1
    assert {problem.location.line for problem in problems_of(text)} <= {line}
