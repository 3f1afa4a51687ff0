"""The schema of front matter takes what `postmortem check` takes, and refuses what it can see to be wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from mkdocs_postmortem.exporting.schemas import write_schema
from mkdocs_postmortem.exporting.schemas.examples import FRONT_MATTER
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.settings_file import read_project
from mkdocs_postmortem.reading.shipped_words import words_of
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings, squash
from tests.documents import VALID, problems_of, with_front, with_line, without_line
from tests.exporting.schemas.schemas import EVERY_LANGUAGE, faults, front_matter_schema, tree, values_in, values_of
from tests.sites import REPOSITORY, SAMPLES

SCHEMA = front_matter_schema()
CORPUS = REPOSITORY / "tests" / "corpus" / "valid"
ITEM = "action_items: [{title: Alert, owner: Dana, due: 2026-03-31%s}]"


def of_front_matter(problems: tuple[Problem, ...]) -> list[str]:
    """Return the codes of those problems that lie in keys and values of the front matter."""
    codes = {"PM303", "PM304", "PM305"}
    return [problem.kind.code for problem in problems if problem.kind.code[2] in "01" or problem.kind.code in codes]


@pytest.mark.parametrize("document", sorted(SAMPLES.rglob("2*.md")), ids=lambda path: path.stem)
def test_every_sample_is_valid_by_the_schema_of_its_own_settings(document: Path) -> None:
    settings = read_project(None, REPOSITORY).settings
    schema = Draft7Validator(json.loads(write_schema("front-matter", settings)))

    assert faults(schema, values_of(document.read_text(encoding="utf-8"))) == []


# A schema cannot see comments: it refuses the severity that a comment of that one forgives.
WITHOUT_IGNORES = [path for path in sorted(CORPUS.glob("*.md")) if path.stem != "ignores-with-reasons"]


@pytest.mark.parametrize("document", WITHOUT_IGNORES, ids=lambda path: path.stem)
def test_every_valid_document_of_the_corpus_is_valid(document: Path) -> None:
    text = document.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    options = document.with_suffix(".settings.json")
    settings = json.loads(options.read_text(encoding="utf-8")) if options.exists() else {}

    assert faults(front_matter_schema(**settings), values_of(text)) == []


RIGHT = [
    "severity: SEV-1",
    "severity: High",
    "severity: 1",
    "status: Under review",
    "Severity: sev1",
    "SEV: p1",
    "Start time (UTC): 2026-03-01T14:05Z",
    "kind: Game Day",
    "duration: 0:40:00",
    "audience: Internal",
    "customers affected: about 1,200",
    "Data loss: no",
    "impact: {Data-Loss: false, degradation: complete}",
    "detection: {source: Customer report}",
    "action_items: [{Action: Alert, Assignee: Dana, Deadline: 2026-03-31, Priority: '1', Status: To do}]",
    "action_items: [{title: Alert, owners: [Dana, Kim], due: '2026-03-31, if possible', priority: High}]",
    "contributing_factors: [The pool was small, {category: On call, text: Nobody looked}]",
    "related: [INC-2024-015, {id: INC-2024-016, relation: Caused by}]",
    "links: ['https://example.org/x', {name: Board, link: 'https://example.org/y'}]",
    "timezone: Europe/Berlin\ndetected_at: 2026-03-01 15:06",
    "x-ticket: {anything: [goes, 5, null]}",
    "$schema: ../schema/front-matter.schema.json",
]


@pytest.mark.parametrize("line", RIGHT)
def test_other_spellings_and_forms_pass_as_they_pass_the_check(line: str) -> None:
    key = squash(line.partition(":")[0].partition("(")[0])
    name = vocabulary_for(Settings()).fields.get(key, "")
    text = with_line(f"{name}:", line) if f"\n{name}:" in VALID else with_front(line)

    assert of_front_matter(problems_of(text)) == []
    assert faults(SCHEMA, values_of(text)) == []


WRONG = [
    ("severity: sev9", "severity"),
    ("severity: 9", "severity"),
    ("severity: [sev1]", "severity"),
    ("severity:", "severity"),
    ("status: cooked", "status"),
    ("status: true", "status"),
    ("kind: party", "kind"),
    ("id: a b", "id"),
    ("id: 14", "id"),
    ("title: 2026", "title"),
    ("title: [Checkout]", "title"),
    (f"title: {'x' * 301}", "title"),
    ("started_at: 1 March 2026", "started_at"),
    ("started_at: 2026-03-01", "started_at"),
    ("started_at: 2026-03-01 14:05", "started_at"),
    ("started_at: 2026-03-01 14:05 CET", "started_at"),
    ("started_at: 2026-03-01 9:05 UTC", "started_at"),
    ("started_at: 1772373900", "started_at"),
    ("resolved_at: true", "resolved_at"),
    ("services: checkout", "services"),
    ("services: []", "services"),
    ("services: [1]", "services.0"),
    ("services: [[checkout]]", "services.0"),
    ("services: {name: checkout}", "services"),
    ("duration: 40", "duration"),
    ("duration: '1:34'", "duration"),
    ("published_at: 03/04/2026", "published_at"),
    ("review_at: next week", "review_at"),
    ("timezone: CET", "timezone"),
    ("audience: everybody", "audience"),
    ("commander: 5", "commander"),
    ("tags: database", "tags"),
    ("related: [a b]", "related.0"),
    ("related: [{id: INC-1, relation: cousin}]", "related.0"),
    ("related: [{relation: caused-by}]", "related.0"),
    ("related: [{id: INC-1, since: 2024}]", "related.0"),
    ("links: ['ftp://example.org']", "links.0"),
    ("links: [{label: Board}]", "links.0"),
    ("contributing_factors: [{text: x, category: fate}]", "contributing_factors.0"),
    ("contributing_factors: [5]", "contributing_factors.0"),
    ("impact: severe", "impact"),
    ("impact: {customers_affected: many}", "impact.customers_affected"),
    ("impact: {customers_affected: -1}", "impact.customers_affected"),
    ("impact: {error_rate: 120}", "impact.error_rate"),
    ("impact: {data_loss: perhaps}", "impact.data_loss"),
    ("impact: {degradation: slow}", "impact.degradation"),
    ("impact: {symptoms: slow}", "impact.symptoms"),
    ("impact: {feelings: hurt}", "impact"),
    ("customers affected: many", "customers affected"),
    ("detection: {source: luck}", "detection.source"),
    ("communication: {channel: [a]}", "communication.channel"),
    ("action_items: [Alert on saturation]", "action_items.0"),
    ("action_items: [{owner: Dana, due: 2026-03-31}]", "action_items.0"),
    (ITEM % ", priority: P7", "action_items.0.priority"),
    (ITEM % ", priority: 1", "action_items.0.priority"),
    (ITEM % ", status: soonish", "action_items.0.status"),
    (ITEM % ", kind: hope", "action_items.0.kind"),
    (ITEM % ", completed_at: yesterday", "action_items.0.completed_at"),
    (ITEM % ", number: 7", "action_items.0"),
    (ITEM % ", cost: 7", "action_items.0"),
    ("action_items: [{title: Alert, owner: Dana, due: soon}]", "action_items.0.due"),
    ("sevrity: sev1", "."),
    ("template: home.html", "."),
    ("mttr: 40", "."),
    ("root_cause: the pool", "."),
]


@pytest.mark.parametrize(("line", "place"), WRONG)
def test_a_wrong_value_is_refused_where_it_stands_as_the_check_refuses_it(line: str, place: str) -> None:
    name = line.partition(":")[0]
    text = with_line(f"{name}:", line) if f"\n{name}:" in VALID else with_front(line)

    assert of_front_matter(problems_of(text)) != []
    assert faults(SCHEMA, values_of(text)) == [place]


@pytest.mark.parametrize("name", ["severity", "status", "started_at", "services"])
def test_a_required_fact_must_be_there_under_any_of_its_names(name: str) -> None:
    missing = without_line(f"{name}:")
    other = {"severity": "Sev: high", "status": "State: final", "started_at": "Start: 2026-03-01T14:05Z"}

    assert faults(SCHEMA, values_of(missing)) == ["."]
    assert faults(SCHEMA, values_of(with_line(f"{name}:", other.get(name, "Components: [checkout]")))) == []


def test_the_settings_say_what_is_required() -> None:
    own = front_matter_schema(
        required={"fields": ["commander", "title", "team"]}, fields=[{"name": "team", "required": True}]
    )
    lax = front_matter_schema(levels={"missing-field": "off"})

    assert faults(own, {"commander": "Dana", "team": "edge"}) == []
    assert len(list(own.iter_errors({}))) == 2
    assert faults(lax, {}) == []


def test_the_settings_say_what_may_be_chosen() -> None:
    own = front_matter_schema(
        severities=[{"name": "major", "label": "Big", "aliases": ["1"]}, {"name": "minor", "label": "Small"}],
        audiences=["internal", "partners"],
        factor_categories=["weather"],
        required={"fields": []},
    )

    assert [faults(own, {"severity": word}) for word in ("major", "BIG", 1, "sev1")] == [[], [], [], ["severity"]]
    assert [faults(own, {"audience": word}) for word in ("Partners", "public")] == [[], ["audience"]]
    factors = [{"contributing_factors": [{"text": "x", "category": word}]} for word in ("weather", "code")]
    assert [faults(own, factor) for factor in factors] == [[], ["contributing_factors.0"]]


def test_fields_of_the_settings_are_keys_under_exactly_their_names() -> None:
    own = front_matter_schema(
        fields=[{"name": "level", "label": "Level of alarm", "choices": ["red"]}], required={"fields": []}
    )

    assert faults(own, {"level": "red"}) == []
    assert faults(own, {"level": "sev1"}) == ["level"]
    assert faults(own, {"Level": "sev1"}) == [], "elsewhere spelled, it is the severity, as ever"
    assert tree(own)["properties"]["level"]["description"] == "Level of alarm"


def test_times_need_no_zone_of_their_own_when_one_holds_for_all() -> None:
    local = {"started_at": "2026-03-01 14:05"}

    assert faults(front_matter_schema(required={"fields": []}), local) == ["started_at"]
    assert faults(front_matter_schema(required={"fields": []}), {**local, "Time zone": "UTC"}) == []
    assert faults(front_matter_schema(required={"fields": []}, timezone="UTC"), local) == []


def test_spellings_of_the_settings_pass() -> None:
    own = front_matter_schema(
        vocabulary={"fields": {"severity": ["Schwere"]}, "degrees": {"high": ["arg"]}},
        required={"fields": ["severity"]},
    )

    assert faults(own, {"Schwere": "arg"}) == []
    assert faults(own, {"Schwere": "sehr arg"}) == ["Schwere"]


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_keys_of_a_further_language_pass_when_it_is_named(language: str) -> None:
    schema = front_matter_schema(language, required={"fields": []})
    known = vocabulary_for(Settings()).fields
    keys = [word for name, words in words_of(language)["fields"].items() for word in words if "." not in name]
    examples = {**FRONT_MATTER, "severity": ("sev1",), "audience": ("internal",)}

    for key in keys:
        name = known[squash(key)]
        assert faults(schema, {key: examples[name][0]}) == [], key
    assert sum(bool(faults(SCHEMA, {key: examples[known[squash(key)]][0]})) for key in keys) > len(keys) / 2


def test_words_of_a_further_language_pass_when_it_is_named() -> None:
    german = front_matter_schema("de")
    values = values_in("Schweregrad: Hoch\nstatus: Entwurf\nBeginn: 2026-03-01T14:05Z\nservices: [checkout]")

    assert faults(german, values) == []
    assert faults(SCHEMA, values) != []


def described(schema: Any, path: str) -> list[tuple[str, Any]]:
    """Return every property below a schema by its dotted path."""
    entry = schema.get("items", schema)
    entry = next((form for form in entry.get("anyOf", ()) if "properties" in form), entry)
    found = []
    for name, inner in entry.get("properties", {}).items():
        found += [(f"{path}{name}", inner), *described(inner, f"{path}{name}.")]
    return found


PROPERTIES = dict(described(tree(SCHEMA), ""))


def test_every_key_has_a_description() -> None:
    assert [path for path, entry in PROPERTIES.items() if not entry.get("description", "").endswith(".")] == []


def test_every_key_has_an_example_or_names_that_are_suggested() -> None:
    def suggests(entry: Any) -> bool:
        return "examples" in entry or any("enum" in form for form in entry.get("anyOf", ()))

    assert [path for path, entry in PROPERTIES.items() if not suggests(entry)] == ["$schema"]


LISTED = {
    "action_items": {"title": "x"},
    "related": {"id": "INC-1"},
    "links": {"url": "https://example.org"},
    "contributing_factors": {"text": "x"},
}
"""What an entry of a list needs beside the key of an example."""


def test_every_example_belongs_to_a_key() -> None:
    assert [path for path in FRONT_MATTER if path not in PROPERTIES] == []


@pytest.mark.parametrize("path", FRONT_MATTER)
def test_every_example_is_taken_by_the_check_and_by_the_schema(path: str) -> None:
    key, _, inner = path.partition(".")
    text = without_line(f"{key}:") if f"\n{key}:" in VALID else VALID
    for example in FRONT_MATTER[path]:
        entry = {**LISTED.get(key, {}), inner: example}
        front = {key: example if not inner else [entry] if key in LISTED else entry}
        stated = text.replace("---\n", f"---\n{json.dumps(front)[1:-1]}\n", 1)

        # Alone, some times are out of order with those of the document around them.
        assert [code for code in of_front_matter(problems_of(stated)) if code not in ("PM111", "PM112")] == []
        assert faults(SCHEMA, {**values_of(VALID), **front}) == []
