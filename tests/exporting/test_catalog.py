"""catalog.json: the library as data, the same bytes for the same day."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from mkdocs_postmortem.exporting.catalog import export_catalog
from tests.documents import VALID, library_of, with_front, with_line

TODAY = date(2026, 4, 15)


def text_of(*texts: str, **options: Any) -> str:
    """Return the catalog of these documents."""
    return export_catalog(library_of(*texts, **options), lambda p: f"{p.slug}/", TODAY)


def catalog_of(*texts: str, **options: Any) -> Any:
    """Return it as data."""
    return json.loads(text_of(*texts, **options))


def test_an_incident_with_everything_that_a_tool_asks_for() -> None:
    catalog = catalog_of(with_front("detected_at: 2026-03-01T14:09Z\ntags: [pool]"))

    assert (catalog["version"], catalog["as_of"], catalog["title"]) == (1, "2026-04-15", "Postmortems")
    (incident,) = catalog["incidents"]
    item = incident.pop("action_items")[0]
    assert incident == {
        "id": "INC-2026-014",
        "title": "Checkout failed for 40 minutes",
        "url": "a/",
        "kind": "incident",
        "severity": "sev1",
        "status": "published",
        "started_at": "2026-03-01T14:05:00Z",
        "detected_at": "2026-03-01T14:09:00Z",
        "mitigated_at": None,
        "resolved_at": "2026-03-01T14:45:00Z",
        "minutes_to_detect": 4,
        "minutes_to_mitigate": None,
        "minutes_to_resolve": 40,
        "services": ["checkout"],
        "root_cause_services": [],
        "tags": ["pool"],
        "summary": "A full connection pool stopped checkout for 40 minutes.",
        "related": [],
    }
    assert {key: item[key] for key in ("number", "title", "owners", "due", "status", "overdue")} == {
        "number": 1,
        "title": "Alert on pool saturation",
        "owners": ["Dana"],
        "due": "2026-03-31",
        "status": "open",
        "overdue": True,
    }


def test_a_document_that_states_nothing_is_in_it_with_nulls() -> None:
    (incident,) = catalog_of("# Something happened\n")["incidents"]

    assert (incident["severity"], incident["started_at"], incident["minutes_to_resolve"]) == (None, None, None)


def test_relations_are_listed_in_both_directions() -> None:
    catalog = catalog_of(with_front("related: [INC-2026-015]"), VALID.replace("INC-2026-014", "INC-2026-015"))

    assert sorted(incident["related"][0]["id"] for incident in catalog["incidents"]) == ["INC-2026-014", "INC-2026-015"]


def test_the_same_library_gives_the_same_bytes() -> None:
    assert text_of(VALID) == text_of(VALID)


def test_the_text_is_ascii_whatever_a_title_holds() -> None:
    text = text_of(with_line("title:", 'title: "größer 🔥"'))

    assert text.isascii()
    assert json.loads(text)["incidents"][0]["title"] == "größer 🔥"


def test_an_empty_library_is_an_empty_list() -> None:
    assert catalog_of()["incidents"] == []
