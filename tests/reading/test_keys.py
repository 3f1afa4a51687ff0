"""Front matter keys: spellings, and what means nothing."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import UNKNOWN_FIELD
from tests.documents import VALID, only, postmortem_of, problems_of, report, with_front, with_line, without_line


@pytest.mark.parametrize(
    "key",
    [
        "started_at",
        "Started at",
        "START_TIME",
        "start-time",
        "Start time (UTC)",
        "Incident start",
        "Began",
        "date of incident",
    ],
)
def test_spelling_of_started_at_is_started_at(key: str) -> None:
    text = with_line("started_at:", f"{key}: 2026-03-01T14:05Z")
    assert report(text) == []
    assert postmortem_of(text).started_at == postmortem_of(VALID).started_at


@pytest.mark.parametrize("key", ["impact.customers_affected", "customers affected", "Users affected"])
def test_fact_of_a_block_may_stand_at_the_top(key: str) -> None:
    count = postmortem_of(with_front(f"{key}: 12")).impact.customers_affected
    assert count is not None
    assert count.number == 12


def test_block_and_facts_at_the_top_join() -> None:
    impact = postmortem_of(with_front("error rate: 5\nimpact:\n  regions: [eu-west]\nrevenue: none lost at all")).impact
    assert (impact.regions, impact.revenue) == (("eu-west",), "none lost at all")
    assert impact.error_rate is not None


def test_spellings_inside_a_block_are_known_too() -> None:
    impact = postmortem_of(with_front("impact:\n  Users affected: 12\n  Regions impacted: [eu-west]")).impact
    assert impact.customers_affected is not None
    assert impact.regions == ("eu-west",)


@pytest.mark.parametrize(
    ("line", "reported"),
    [
        ("mood: calm", "9:1 PM102"),
        ("ttd: 4 min", "9:1 PM102"),
        ("template: x.html", "9:1 PM117"),
        ("Icon: x", "9:1 PM117"),
        ("layout: post", "9:1 PM117"),
        ("trigger:", "9:1 PM116"),
        ('trigger: ""', "9:1 PM116"),
        ("trigger: null", "9:1 PM116"),
        ("severity grade: sev1", "9:1 PM102"),
        ("Sev: sev1", "9:1 PM121"),
        ("custom: {a: 1}", "9:1 PM102"),
        ("extensions: {a: 1}", "9:1 PM102"),
        ("places: {a: 1}", "9:1 PM102"),
        ("body: text", "9:1 PM102"),
        ("path: /etc/passwd", "9:1 PM102"),
    ],
)
def test_key_that_states_nothing_is_reported_at_its_place(line: str, reported: str) -> None:
    assert report(with_front(line)) == [reported]


def test_comment_that_ate_the_value_is_recognised() -> None:
    (problem,) = problems_of(with_line("title:", "title: # 14 failed"))
    assert problem.hint == "the # begins a comment; put the value in quotes"


def test_comment_of_another_key_is_not() -> None:
    (problem,) = problems_of(with_front("x-subtitle: # a comment\ntrigger:"))
    assert problem.hint == "state it or remove the key"


def test_key_of_similar_letters_of_another_script_is_called_so() -> None:
    problem = only(problems_of(with_front("sеverity_of_it: high")), UNKNOWN_FIELD)  # the first е is Cyrillic
    assert "mixes scripts" in problem.message


def test_unknown_keys_are_reported_twenty_at_a_time() -> None:
    problems = problems_of(with_front("\n".join(f"key_{n}: 1" for n in range(60))))
    assert len(problems) == 21
    assert problems[0].message == "40 more unknown keys"


def test_own_keys_are_kept_under_extensions() -> None:
    assert postmortem_of(with_front("x-cost: 5\nX-List: [a]")).extensions == {"x-cost": 5, "X-List": ("a",)}


def test_declared_fields_are_kept_under_custom() -> None:
    fields = [
        {"name": "cost", "type": "number"},
        {"name": "signed", "type": "yes-no"},
        {"name": "until", "type": "date"},
    ]
    text = with_front("cost: 5\nsigned: true\nuntil: 2026-03-31")
    assert report(text, fields=fields) == []
    assert postmortem_of(text, fields=fields).custom == {"cost": 5, "signed": True, "until": "2026-03-31"}


@pytest.mark.parametrize("empty", ["services:", "services: []", "services: {}", "services: null"])
def test_required_list_without_entries_is_empty(empty: str) -> None:
    assert report(with_line("services:", empty)) == ["8:1 PM116"]


def test_optional_list_without_entries_is_fine() -> None:
    assert report(with_front("authors: []")) == []


def test_key_that_yaml_refused_is_not_reported_as_missing_too() -> None:
    assert report(with_line("severity:", "severity: *worst")) == ["4:11 PM017"]
    assert report(with_line("services:", "services: !list [checkout]")) == ["8:11 PM019"]


def test_keys_of_an_action_item_have_spellings() -> None:
    text = with_front("actions:\n  - {Action: Alert, Assignee: Dana, Deadline: 2026-03-31, State: done, Ticket: PAY-7}")
    item = postmortem_of(text).action_items[0]
    assert (item.title, item.owners, item.status.value, item.tracker) == ("Alert", ("Dana",), "done", "PAY-7")


@pytest.mark.parametrize("key", ["line", "column", "number", "stated_due", "stated_status"])
def test_place_of_an_action_item_is_not_for_its_author(key: str) -> None:
    text = with_front(f"action_items:\n  - title: Alert\n    owner: Dana\n    due: 2026-03-31\n    {key}: 7")
    assert report(text) == ["13:5 PM102"]
    assert postmortem_of(text).action_items[0].line == 10


def test_missing_key_is_reported_at_the_top() -> None:
    assert report(without_line("severity:")) == ["1:1 PM101"]


def test_second_spelling_of_an_items_key_does_not_replace_the_first() -> None:
    text = with_front("action_items:\n  - title: Alert\n    owners: [Dana]\n    due: 2026-03-31\n    assignee: Lee")
    assert postmortem_of(text).action_items[0].owners == ("Dana",)
    assert report(text) == ["13:5 PM102"]


@pytest.mark.parametrize("beside", ["layout: post", "permalink: /x/", "comments: true"])
def test_date_beside_a_key_of_a_blog_is_not_the_start(beside: str) -> None:
    text = with_line("started_at:", f"date: 2026-03-05\n{beside}")
    found = [problem for problem in problems_of(text) if problem.location.line == 6]
    assert [(p.kind.code, p.hint) for p in found] == [("PM102", "write started_at, and published_at for that day")]


def test_date_of_another_document_is_its_start() -> None:
    assert report(with_line("started_at:", "date: 2026-03-01T14:05Z")) == []


def test_truth_value_is_no_time_and_takes_no_keys_place() -> None:
    text = with_line("resolved_at:", "resolved: true\nresolvedWhen: 2026-03-01T14:45Z")
    assert report(text) == ["7:11 PM107"]
    assert str(postmortem_of(text).resolved_at) == "2026-03-01 14:45:00+00:00"
