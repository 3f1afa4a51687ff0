"""One file in, one postmortem and its problems out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from mkdocs_postmortem.model import Facts, Postmortem
from mkdocs_postmortem.problems import (
    DUPLICATE_KEY,
    FRONT_MATTER_TOO_LARGE,
    INVALID_YAML,
    MALFORMED_DELIMITER,
    NO_FRONT_MATTER,
    TOO_DEEP,
    YAML_ANCHOR,
    YAML_DIRECTIVE,
    YAML_MERGE_KEY,
    YAML_TAG,
    Problem,
)
from mkdocs_postmortem.reading.action_items import read_action_items
from mkdocs_postmortem.reading.body import Body, find_complexity, scan_body
from mkdocs_postmortem.reading.body_facts import gather_body_facts, incident_day
from mkdocs_postmortem.reading.facts import StatedFacts, state_facts
from mkdocs_postmortem.reading.front_matter import Split, split_front_matter
from mkdocs_postmortem.reading.keys import canonical_mapping
from mkdocs_postmortem.reading.labels import find_labels
from mkdocs_postmortem.reading.links import find_references
from mkdocs_postmortem.reading.sections import find_sections, find_title, first_paragraph
from mkdocs_postmortem.reading.source_file import SourceFile
from mkdocs_postmortem.reading.timeline import read_timeline
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.reading.yaml_events import compose_front_matter
from mkdocs_postmortem.settings import Settings

_CARRIED_OVER = ("severity", "started_at", "resolved_at", "services")
"""Facts that are looked for in the body when the front matter does not hold them all."""
_STOPPERS = {INVALID_YAML, TOO_DEEP, FRONT_MATTER_TOO_LARGE, YAML_DIRECTIVE, MALFORMED_DELIMITER}
"""Kinds after which the rest of the front matter is unknown."""
_YAML_REFUSALS = {*_STOPPERS, DUPLICATE_KEY, YAML_ANCHOR, YAML_MERGE_KEY, YAML_TAG}
_LOOKED_AT = 20_000
_ID_LINE = re.compile(r"^id:[ ]*[\"']?(?P<id>[A-Za-z0-9][A-Za-z0-9._-]{0,79})[\"']?[ ]*$", re.MULTILINE)
_ID_IN_NAME = re.compile(r"^(?P<id>[A-Za-z]{1,10}-?\d{4}-\d{1,6})(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading one file gave: always a postmortem, however thin, and everything that was wrong."""

    postmortem: Postmortem
    problems: tuple[Problem, ...]


def read_postmortem(source: SourceFile, settings: Settings) -> ReadResult:
    """Return the postmortem that a file holds; whatever cannot be read is a problem and left out, never a guess."""
    vocabulary = vocabulary_for(settings)
    split = split_front_matter(source.text, source.path) if source.text or not source.problems else Split(None, "", 1)
    stated, yaml_problems = _facts_of(split, source, settings, vocabulary)
    body = scan_body(split.body, split.body_line)
    heavy = find_complexity(body, source.path)
    if heavy:  # What is not rendered is not read either: some of it would take as long.
        body = scan_body("", split.body_line)
    facts = stated.facts if stated else Facts()
    items, item_problems = read_action_items(body, source.path, vocabulary, len(facts.action_items) + 1)
    places = stated.places if stated else {}
    labels = [] if all(field in places for field in _CARRIED_OVER) else find_labels(body, vocabulary)
    timeline, timeline_problems = read_timeline(
        body, source.path, vocabulary, facts, stated.zone if stated else None, incident_day(labels, vocabulary)
    )
    untried = "started_at" not in places or facts.started_at is not None
    said = gather_body_facts(body, labels, timeline, vocabulary, by_timeline=untried)
    found: dict[str, Any] = {
        **{name: getattr(facts, name) for name in Facts.model_fields},
        **_identity(facts, body, source, vocabulary),
        "path": source.path,
        "relative_path": source.relative_path,
        "body": split.body,
        "body_line": split.body_line,
        "action_items": (*facts.action_items, *items),
        "timeline": timeline,
        "references": find_references(body, vocabulary),
        "sections": find_sections(body, vocabulary),
        "places": places,
        "refused": stated.refused if stated else {},
        "stated_in_body": {field: fact for field, fact in said.items() if field.split(".")[0] not in places},
        "front_matter": _state(split, stated, yaml_problems),
        "renderable": heavy is None,
    }
    if split.problems or any(problem.kind in _YAML_REFUSALS for problem in yaml_problems):
        found["audience"] = None  # A block that was not read as written has not said for whom it is.
    found["summary"] = facts.summary or _summary_of(found["sections"], vocabulary)
    problems = [
        *source.problems,
        *split.problems,
        *yaml_problems,
        *(stated.problems if stated else ()),
        *item_problems,
        *timeline_problems,
    ]
    return ReadResult(Postmortem.model_construct(**found), tuple([*problems, heavy] if heavy else problems))


def slug_of(relative_path: str) -> str:
    """Return the address of a file's page: its name in lower case, dashes for all but letters and digits."""
    stem = unicodedata.normalize("NFKC", relative_path.rsplit("/", 1)[-1].removesuffix(".md"))
    return re.sub(r"[^\w.]+", "-", stem.lower()).strip("-.") or "postmortem"


def _facts_of(
    split: Split, source: SourceFile, settings: Settings, vocabulary: Vocabulary
) -> tuple[StatedFacts | None, list[Problem]]:
    """Return the facts of the front matter and what is wrong with it as YAML; no facts when it is no mapping."""
    if split.block is None:
        return None, []
    root, problems = compose_front_matter(split.block, source.path)
    if root is None:
        return None, problems
    root.raw = split.block
    canonical, key_problems = canonical_mapping(root, settings, vocabulary)
    stated = state_facts(canonical, settings, vocabulary)
    return stated, [*problems, *key_problems]


def _state(split: Split, stated: StatedFacts | None, yaml_problems: list[Problem]) -> str:
    """Return "absent" without a block, "broken" when not all of it, or of the file, could be read, else "read"."""
    if split.block is None:
        return "absent" if any(problem.kind is NO_FRONT_MATTER for problem in split.problems) else "broken"
    if stated is None or any(problem.kind in _STOPPERS for problem in (*split.problems, *yaml_problems)):
        return "broken"
    return "read"


def _identity(facts: Facts, body: Body, source: SourceFile, vocabulary: Vocabulary) -> dict[str, str]:
    """Return id, title and slug: the front matter's, else from the file name and the H1.

    A front matter that cannot be read still has its `id:` line as the author wrote it, so that documents which relate
    to this one are not blamed as well.
    """
    named = _ID_LINE.search(_header_of(source.text)) or _ID_IN_NAME.match(source.stem)
    title = facts.title or find_title(body, vocabulary) or source.stem.replace("-", " ").replace("_", " ")
    return {
        "id": facts.id or (named["id"] if named else source.stem),
        "title": title,
        "slug": slug_of(source.relative_path),
    }


def _header_of(text: str) -> str:
    """Return what stands above the first heading, where an `id:` line can only be meant as one."""
    return f"\n{text[:_LOOKED_AT]}".split("\n# ", 1)[0]


def _summary_of(sections: tuple[Any, ...], vocabulary: Vocabulary) -> str | None:
    section = next((section for section in sections if section.key == "summary"), None)
    return first_paragraph(section.text, vocabulary) if section else None
