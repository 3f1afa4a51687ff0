"""No front matter that the check takes is refused by the schema, whatever keys and values come together."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.exporting.schemas.examples import FRONT_MATTER
from mkdocs_postmortem.model.detection import Communication, Detection
from mkdocs_postmortem.model.impact import Impact
from mkdocs_postmortem.reading.shipped_words import words_of
from tests.documents import VALID, problems_of
from tests.exporting.schemas.schemas import faults, front_matter_schema

SCHEMA = front_matter_schema(required={"fields": []})
BODY = VALID.split("---\n", 2)[2]

WORDS = st.sampled_from([
    "sev1", "SEV-2", "High", "p0", "0", "Under review", "wip", "yes", "no (none)", "~5 %", "12,000", "1h 5m", "UTC",
    "+01:00", "2026-03-01", "2026-03-01 14:05", "2026-03-01T14:05Z", "2026-03-01 14:05 CET", "monitoring", "outage",
    "internal", "caused by", "On call", "P1", "To do", "prevent", "https://example.org/x", "Europe/Berlin", " x ",
    "x" * 301, "a b",
])  # fmt: skip
SCALARS = (
    WORDS
    | st.integers(-2, 120)
    | st.floats(0, 120).map(lambda x: round(x, 1))
    | st.booleans()
    | st.text("ax :-_()", max_size=5)
)
ENTRIES = st.sampled_from([
    "title", "Task", "owner", "due", "Deadline", "status", "priority", "kind", "details", "team", "text", "category",
    "id", "relation", "label", "name", "url", "href", "answer",
])  # fmt: skip
FACTS = st.sampled_from(
    [*Impact.model_fields, *Detection.model_fields, *Communication.model_fields, "Data Loss", "alert-names"]
)
FLAT = SCALARS | st.lists(SCALARS, max_size=3)
VALUES = (
    FLAT | st.lists(st.dictionaries(ENTRIES, FLAT, max_size=4), max_size=2) | st.dictionaries(FACTS, FLAT, max_size=4)
)
SPELLINGS = [word for words in words_of("en")["fields"].values() for word in words]
KEYS = st.sampled_from([*words_of("en")["fields"], *SPELLINGS]).flatmap(
    lambda key: st.sampled_from([key, key.upper(), key.title(), key.replace(" ", "_"), f"{key} (UTC)"])
)
NAMED = st.sampled_from([path for path in FRONT_MATTER if "." not in path])


def codes_of(front: Any) -> list[str]:
    """Return the codes of what the check finds in keys and values of a front matter."""
    block = "".join(f"{json.dumps(key)}: {json.dumps(value)}\n" for key, value in front.items())
    found = problems_of(f"---\n{block or '{}'}---\n{BODY}", required={"fields": []})
    return [p.kind.code for p in found if p.kind.code[2] in "01" or p.kind.code in ("PM303", "PM304", "PM305")]


@settings(max_examples=200)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=3))
@example({"severity": 1})
@example({"sev": -1})
@example({"impact": {"symptoms": [" "], "revenue": " "}})
@example({"action_items": [{"title": " ", "owner": "", "due": "2026-03-31, soon"}]})
def test_what_the_check_takes_the_schema_takes(front: dict[str, Any]) -> None:
    refused = faults(SCHEMA, json.loads(json.dumps(front)))

    assert refused == [] or codes_of(front) != []


@settings(max_examples=100)
@given(st.data(), NAMED)
def test_a_known_key_with_a_stray_value_is_judged_alike(data: st.DataObject, name: str) -> None:
    front = {name: data.draw(VALUES | st.sampled_from(list(FRONT_MATTER[name])))}

    assert faults(SCHEMA, json.loads(json.dumps(front))) == [] or codes_of(front) != []
