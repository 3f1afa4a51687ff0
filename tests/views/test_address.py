"""Where pages are: distinct addresses for whatever names a library holds."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.views.address import RESERVED, build_addresses, distinct_slugs, id_addresses
from tests.documents import VALID, library_of, postmortem_of, with_front, with_line


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


def with_ids(*ids: str) -> dict[str, str]:
    """Return the file of the incident that each name leads to, in a library of a.md, b.md, … with these ids."""
    named = [postmortem_of(with_line("id:", f"id: {one}"), f"{chr(97 + n)}.md") for n, one in enumerate(ids)]
    return {name: incident.relative_path for name, incident in id_addresses(named).items()}


def test_an_id_is_an_address_as_it_is_written_and_in_lower_case() -> None:
    assert with_ids("INC-2026-014", "outage_7") == {"INC-2026-014": "a.md", "inc-2026-014": "a.md", "outage_7": "b.md"}


@pytest.mark.parametrize("name", ["Services", "action-items", "views", "index", "assets", "b", "B", "v1.2", "NUL"])
def test_an_id_that_means_something_else_there_is_no_address(name: str) -> None:
    assert with_ids(name, "INC-2") == {"INC-2": "b.md", "inc-2": "b.md"}


def test_ids_that_differ_only_in_case_lead_nowhere() -> None:
    assert with_ids("inc-1", "INC-1", "INC-2") == {"INC-2": "c.md", "inc-2": "c.md"}


def test_every_folder_and_page_of_ours_is_a_name_that_no_id_may_take() -> None:
    addresses = build_addresses(library_of(VALID))
    pages = [addresses.index, addresses.board, addresses.insights, addresses.health, addresses.view("x")]
    pages += [addresses.group(kind, next(iter(names))) for kind, names in addresses.slugs.items() if names]
    pages.append(addresses.attachment("x"))

    assert {page.uri.split("/")[1].removesuffix(".md") for page in pages} <= RESERVED
