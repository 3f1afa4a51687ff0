"""One file in, one postmortem and its problems out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mkdocs_postmortem.model import ActionItem, Facts, Postmortem, Section, TimelineEntry
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.postmortem import BodyFact
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
from mkdocs_postmortem.reading.body_times import TIMES, DayReader, name_of, zone_of_all
from mkdocs_postmortem.reading.dates import proven_order
from mkdocs_postmortem.reading.facts import StatedFacts, state_facts
from mkdocs_postmortem.reading.front_matter import Split, split_front_matter
from mkdocs_postmortem.reading.ignores import find_ignores
from mkdocs_postmortem.reading.inferred_times import infer_times
from mkdocs_postmortem.reading.item_merge import merge_items
from mkdocs_postmortem.reading.item_people import people_of
from mkdocs_postmortem.reading.keys import canonical_mapping
from mkdocs_postmortem.reading.labels import find_labels
from mkdocs_postmortem.reading.links import find_references
from mkdocs_postmortem.reading.listed_facts import find_listed
from mkdocs_postmortem.reading.sections import find_sections, find_title, first_paragraph
from mkdocs_postmortem.reading.settled_facts import settle_facts
from mkdocs_postmortem.reading.source_file import SourceFile
from mkdocs_postmortem.reading.timeline import read_timeline
from mkdocs_postmortem.reading.untouched import is_untouched, untouched
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.reading.yaml_events import compose_front_matter
from mkdocs_postmortem.settings import Settings

_STOPPERS = {INVALID_YAML, TOO_DEEP, FRONT_MATTER_TOO_LARGE, YAML_DIRECTIVE, MALFORMED_DELIMITER}
"""Kinds after which the rest of the front matter is unknown."""
_YAML_REFUSALS = {*_STOPPERS, DUPLICATE_KEY, YAML_ANCHOR, YAML_MERGE_KEY, YAML_TAG}
_LOOKED_AT = 20_000
_SHOWN_FACTS = 3
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
    header = _read_header(source, settings, vocabulary)
    body = scan_body(header.split.body, header.split.body_line)
    heavy = find_complexity(body, source.path)
    story = _read_story(body, header, source, settings, vocabulary)
    block = header.split.block if header.state == "read" else None
    ignores, faults = find_ignores(block, header.split.body, body, source.path, vocabulary)
    found: dict[str, Any] = {
        **{name: getattr(story.facts, name) for name in Facts.model_fields},
        **_identity(story.facts, body, source, vocabulary),
        "path": source.path,
        "relative_path": source.relative_path,
        "body": header.split.body,
        "body_line": header.split.body_line,
        "action_items": story.items,
        "timeline": story.timeline,
        "references": () if heavy else find_references(body, vocabulary),
        "sections": story.sections,
        "summary": story.facts.summary or _summary_of(story.sections, vocabulary),
        "places": header.stated.places if header.stated else {},
        "refused": header.stated.refused if header.stated else {},
        "stated_in_body": story.only_in_body,
        "ignores": ignores,
        "front_matter": header.state,
        "renderable": heavy is None,
    }
    if not header.is_as_written:
        found["audience"] = None  # A block that was not read as written has not said for whom it is.
    postmortem = Postmortem.model_construct(**found)
    if is_untouched(postmortem, header.stated.facts if header.stated else Facts()):
        return ReadResult(postmortem, (untouched(source.path),))
    advised = _with_advice(header.problems, postmortem, settings.required.fields)
    problems = (*source.problems, *advised, *story.problems, *faults)
    return ReadResult(postmortem, (*problems, heavy) if heavy else problems)


def slug_of(relative_path: str) -> str:
    """Return the address of a file's page: its name in lower case, dashes for all but letters and digits."""
    stem = unicodedata.normalize("NFKC", relative_path.rsplit("/", 1)[-1].removesuffix(".md"))
    return re.sub(r"[^\w.]+", "-", stem.lower()).strip("-.") or "postmortem"


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands above the body: its parts, its facts (None when it is no mapping) and what is wrong with it."""

    split: Split
    stated: StatedFacts | None
    problems: tuple[Problem, ...]

    @property
    def state(self) -> str:
        """Return "absent" without a block, "broken" when not all of it, or of the file, could be read, else "read"."""
        kinds = {problem.kind for problem in self.problems}
        if self.split.block is None:
            return "absent" if NO_FRONT_MATTER in kinds else "broken"
        return "broken" if self.stated is None or kinds & _STOPPERS else "read"

    @property
    def is_as_written(self) -> bool:
        """Return whether nothing of the block was refused as text or as YAML."""
        return not self.split.problems and not any(problem.kind in _YAML_REFUSALS for problem in self.problems)


def _read_header(source: SourceFile, settings: Settings, vocabulary: Vocabulary) -> _Header:
    split = split_front_matter(source.text, source.path) if source.text or not source.problems else Split(None, "", 1)
    if split.block is None:
        return _Header(split, None, split.problems)
    root, problems = compose_front_matter(split.block, source.path)
    if root is None:
        return _Header(split, None, (*split.problems, *problems))
    root.raw = split.block
    canonical, key_problems = canonical_mapping(root, settings, vocabulary)
    stated = state_facts(canonical, settings, vocabulary)
    return _Header(split, stated, (*split.problems, *problems, *key_problems, *stated.problems))


@dataclass(frozen=True, slots=True)
class _Story:
    """What the body holds, and the facts that follow from header and body together."""

    facts: Facts
    items: tuple[ActionItem, ...]
    timeline: tuple[TimelineEntry, ...]
    sections: tuple[Section, ...]
    only_in_body: dict[str, BodyFact]
    problems: tuple[Problem, ...]


def _read_story(body: Body, header: _Header, source: SourceFile, settings: Settings, vocabulary: Vocabulary) -> _Story:
    stated, path = header.stated, source.path
    said, day = _said_in(body, stated, source, vocabulary)
    settled = settle_facts(stated, said, settings, vocabulary, path)
    listed, item_problems = read_action_items(body, path, vocabulary, people_of(settled.facts))
    items, merge_problems = merge_items(settled.facts.action_items, listed, path)
    zone = stated.zone if stated else None
    timeline, timeline_problems = read_timeline(body, path, vocabulary, settled.facts, zone, day)
    only_in_body = {**settled.only_in_body, **_inferred(stated, said, timeline, vocabulary)}
    problems = (*settled.problems, *item_problems, *merge_problems, *timeline_problems)
    return _Story(settled.facts, items, timeline, find_sections(body, vocabulary), only_in_body, problems)


def _said_in(
    body: Body, stated: StatedFacts | None, source: SourceFile, vocabulary: Vocabulary
) -> tuple[dict[str, BodyFact], date | None]:
    """Return what labels and lists of the body state, and the incident's day: by a label, header, title or name."""
    labels = find_labels(body, vocabulary)
    title = (stated.facts.title if stated else None) or find_title(body, vocabulary) or ""
    names = (stated.refused.get("started_at", "") if stated else "", title, source.stem[: len("2026-03-01")])
    days = DayReader(vocabulary, proven_order(body.shown))
    days = replace(days, known=incident_day(labels, names, days))
    zone = name_of(stated.zone) if stated and stated.zone else None
    if zone is None and any(label.field in TIMES or label.field == "duration" for label in labels):
        zone = zone_of_all(body, vocabulary)
    return gather_body_facts(body, [*labels, *find_listed(body, vocabulary)], days, zone), days.known


def _inferred(
    stated: StatedFacts | None, said: dict[str, BodyFact], timeline: tuple[TimelineEntry, ...], vocabulary: Vocabulary
) -> dict[str, BodyFact]:
    """Return start and end from the timeline, unless the front matter states them or tried to state the start."""
    places = stated.places if stated else {}
    if "started_at" in places and "resolved_at" in places:
        return {}
    if stated and "started_at" in places and stated.facts.started_at is None:
        return {}
    return {field: fact for field, fact in infer_times(said, timeline, vocabulary).items() if field not in places}


def _with_advice(problems: tuple[Problem, ...], postmortem: Postmortem, required: Sequence[str]) -> tuple[Problem, ...]:
    """Return the problems, with the way out where a document has no front matter but states facts in its body."""
    said = postmortem.stated_in_body
    names = [*(name for name in required if name in said), *(name for name in said if name not in required)]
    if not names:
        return problems
    facts = ", ".join(f'{name} "{shorten(said[name].text)}"' for name in names[:_SHOWN_FACTS])
    more = " and more" if len(names) > _SHOWN_FACTS else ""
    hint = f"the body says {facts}{more}; `postmortem adopt {postmortem.path}` moves it into front matter"
    return tuple(replace(p, hint=hint) if p.kind is NO_FRONT_MATTER else p for p in problems)


def _identity(facts: Facts, body: Body, source: SourceFile, vocabulary: Vocabulary) -> dict[str, str]:
    """Return id, title and slug: the front matter's, else from the file name and the H1.

    A front matter that cannot be read still has its `id:` line as the author wrote it, so that documents which relate
    to this one are not blamed as well.
    """
    title = facts.title or find_title(body, vocabulary) or source.stem.replace("-", " ").replace("_", " ")
    return {
        "id": facts.id or _unread_id(source),
        "title": title,
        "slug": slug_of(source.relative_path),
    }


def _unread_id(source: SourceFile) -> str:
    named = _ID_LINE.search(_header_of(source.text)) or _ID_IN_NAME.match(source.stem)
    return named["id"] if named else source.stem


def _header_of(text: str) -> str:
    """Return what stands above the first heading, where an `id:` line can only be meant as one."""
    return f"\n{text[:_LOOKED_AT]}".split("\n# ", 1)[0]


def _summary_of(sections: tuple[Any, ...], vocabulary: Vocabulary) -> str | None:
    section = next((section for section in sections if section.key == "summary"), None)
    return first_paragraph(section.text, vocabulary) if section else None
