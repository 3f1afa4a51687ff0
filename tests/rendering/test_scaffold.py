"""New documents: both forms read back without an error, whatever the facts."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.rendering.scaffold import TEMPLATES, render_scaffold
from tests.documents import read, report

FACTS = {
    "id": "INC-2026-001",
    "title": "Checkout failed",
    "severity": "sev1",
    "services": ["checkout"],
    "started_at": "2026-03-01T14:05Z",
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_document_states_its_facts_and_no_item_and_no_event(template: str) -> None:
    result = read(render_scaffold(template, FACTS))
    postmortem = result.postmortem

    assert result.problems == ()
    assert (postmortem.id, postmortem.title) == ("INC-2026-001", "Checkout failed")
    assert (postmortem.action_items, postmortem.timeline) == ((), ())
    assert postmortem.is_draft


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_left_to_write_is_a_warning_at_its_section(template: str) -> None:
    codes = {line.split(" ")[1] for line in report(render_scaffold(template, FACTS))}

    assert codes <= {"PM202", "PM203"}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "title", ['say "no"', "a: b", "# c", "yes", "12", "1.5", "null", "- d", "{e}", "ünï 🔥", "'f'", "a\\n"]
)
def test_any_title_is_read_back_as_given(title: str, template: str) -> None:
    assert read(render_scaffold(template, {**FACTS, "title": title})).postmortem.title == title


def test_a_service_of_any_name_is_read_back_as_given() -> None:
    names = ["orders-db", "a, b", "no", "2024", "x]"]

    assert list(read(render_scaffold("sre", {**FACTS, "services": names})).postmortem.services) == names
