"""PM706: a document points to one that its audience may not see."""

from __future__ import annotations

import pytest

from tests.documents import VALID, places, with_front, with_section

OTHER = VALID.replace("INC-2026-014", "INC-2025-001")


def open_to(audience: str, more: str = "") -> str:
    return with_front(f"audience: {audience}{more}")


def test_public_document_that_relates_to_an_internal_one_is_reported_at_the_relation() -> None:
    assert places("PM706", open_to("public", "\nrelated: [INC-2025-001]"), OTHER) == ["10:11"]


def test_relation_between_documents_of_one_audience_is_fine() -> None:
    public = open_to("public").replace("INC-2026-014", "INC-2025-001")
    assert places("PM706", open_to("public", "\nrelated: [INC-2025-001]"), public) == []
    assert places("PM706", with_front("related: [INC-2025-001]"), OTHER) == []


def test_internal_document_may_point_to_a_public_one() -> None:
    public = open_to("public").replace("INC-2026-014", "INC-2025-001")
    assert places("PM706", with_front("related: [INC-2025-001]"), public) == []


@pytest.mark.parametrize("target", ["b.md", "./b.md", "b.md#impact", "../x/../postmortems/../b.md"])
def test_relative_link_is_reported_at_its_place(target: str) -> None:
    text = with_section("Impact", f"As in [the other]({target}).", open_to("public"))
    expected = [] if target.startswith("..") else ["20:17"]
    assert places("PM706", text, OTHER) == expected


def test_audiences_of_the_settings_are_ordered() -> None:
    audiences = {"audience": "team", "audiences": ["team", "company", "public"]}
    other = open_to("company").replace("INC-2026-014", "INC-2025-001")
    relates = "\nrelated: [INC-2025-001]"
    assert places("PM706", open_to("public", relates), other, **audiences) == ["10:11"]
    assert places("PM706", open_to("company", relates), other, **audiences) == []
    assert places("PM706", open_to("company", relates), OTHER, **audiences) == ["10:11"]


def test_unknown_targets_and_addresses_are_fine() -> None:
    text = with_section("Impact", "[a](missing.md) [b](https://example.org/b.md)", open_to("public"))
    assert places("PM706", text, OTHER) == []
