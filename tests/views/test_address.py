"""Where pages are: distinct addresses for whatever names a library holds."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.views.address import build_addresses, distinct_slugs
from tests.documents import VALID, library_of, with_front, with_line


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (["Checkout API"], ["checkout-api"]),
        (["API", "api", "Api"], ["api", "api-2", "api-3"]),
        (["a-2", "a", "A"], ["a-2", "a", "a-3"]),
        (["../../etc"], ["etc"]),
        (["index"], ["index-2"]),
        (["🔥", "💧"], ["unnamed", "unnamed-2"]),
        (["ﬁle", "file"], ["file", "file-2"]),
        (["Größe"], ["größe"]),
        (["<script>"], ["script"]),
        (["x" * 200], ["x" * 80]),
        (["same", "same"], ["same"]),
    ],
)
def test_names_become_distinct_slugs(names: list[str], slugs: list[str]) -> None:
    assert list(distinct_slugs(names).values()) == slugs


def test_everything_that_is_named_has_an_address() -> None:
    library = library_of(with_front("tags: [pool]\nroot_cause_services: [db]"), path="ops")
    addresses = build_addresses(library)

    assert addresses.index.uri == "ops/index.md"
    assert addresses.board.uri == "ops/action-items.md"
    assert addresses.incident(library.postmortems[0]).uri == "ops/a.md"
    assert addresses.group("services", "db").uri == "ops/services/db.md"
    assert addresses.group("severities", "sev3").uri == "ops/severities/sev3.md"
    assert addresses.group("tags", "pool").uri == "ops/tags/pool.md"
    assert addresses.group("years", "2026").uri == "ops/years/2026.md"
    assert addresses.group("years", "2026", 2).uri == "ops/years/2026/page-2.md"
    assert addresses.view("mine").uri == "ops/views/mine.md"
    assert addresses.view("mine", 3).uri == "ops/views/mine/page-3.md"


def test_a_configured_service_keeps_its_address_whatever_documents_name() -> None:
    library = library_of(with_line("services:", "services: [API]"), VALID, services=["api", "checkout"])

    assert build_addresses(library).slugs["services"] == {"api": "api", "checkout": "checkout"}
