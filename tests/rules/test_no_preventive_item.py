"""PM312: none of an incident's action items prevents it."""

from __future__ import annotations

import pytest

from tests.documents import places, with_items, with_line, with_section


@pytest.mark.parametrize("kind", ["detect", "document", "respond", "investigate", "process"])
def test_items_of_other_kinds_alone_are_reported_at_the_first(kind: str) -> None:
    assert places("PM312", with_items(f"Page someone / Type: {kind}", "Tell someone / Type: document")) == ["34:1"]


@pytest.mark.parametrize("kind", ["prevent", "mitigate", "repair"])
def test_one_item_that_prevents_or_lessens_is_enough(kind: str) -> None:
    assert places("PM312", with_items("Page someone / Type: detect", f"Cap the pool / Type: {kind}")) == []


def test_item_without_a_kind_may_prevent() -> None:
    assert places("PM312", with_items("Page someone / Type: detect", "Cap the pool / Owner: Dana")) == []


def test_kind_comes_from_the_sub_heading_too() -> None:
    text = with_section("Action items", "### Improve detection\n\n- [ ] Page someone")
    assert places("PM312", text) == ["36:1"]


@pytest.mark.parametrize("line", ["status: draft", "status: published\nkind: near-miss"])
def test_only_published_incidents_are_judged(line: str) -> None:
    assert places("PM312", with_line("status:", line, with_items("Page someone / Type: detect"))) == []


def test_document_without_items_is_not_judged() -> None:
    assert places("PM312", with_section("Action items", "None.")) == []
