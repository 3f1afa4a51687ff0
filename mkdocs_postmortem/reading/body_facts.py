"""What the body says of the incident, in the author's words and as the front matter would hold it.

The front matter wins. What it leaves open and a label states is a fact all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.duration import parse_duration
from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.model.text import is_url
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.body_times import TIMES, DayReader, find_times, refines, with_zone
from mkdocs_postmortem.reading.inline import find_links
from mkdocs_postmortem.reading.labels import Label
from mkdocs_postmortem.reading.listed_facts import LISTED, MOST_ENTRIES

Content = Any
_BRACKET = re.compile(r"\s*[(（].*$")
_DASHED = re.compile(r"\s+[-–—]\s+.*$")
_SEPARATED = re.compile(r"\s*[,、，;；]\s*")
_SEVERITY = re.compile(r"^\W*(?P<words>[\w][\w -]{0,20}?)\W*$")
_SCOPED = re.compile(r"~?\"?(?P<scope>\w[\w -]{0,20})::(?P<words>\w[\w-]{0,20})\"?")
_RELATED = re.compile(r"[A-Za-z]{1,10}-\d[\dA-Za-z-]{0,20}")
_PERCENT = re.compile(r"(?P<about>~|about |around |approx\.? )?(?P<number>\d{1,3}(?:\.\d{1,4})?) ?%", re.IGNORECASE)
_COUNT = re.compile(r"(?P<about>~|about |around |approx\.? )?(?P<number>\d[\d,._’ ]{0,20})(?![\d.]* ?%)", re.IGNORECASE)
_BARE_URL = re.compile(r"https?://[^\s<>()\[\]\"']+")
_ANSWER = re.compile(r"^(?P<word>yes|no)\b", re.IGNORECASE)
_BLOCKS = ("impact", "detection", "communication", "action_items")
"""Facts that a line of text cannot hold: they have parts of their own."""
_DAYS = ("published_at", "review_at")
_ANSWERS = {
    "impact.data_loss", "impact.data_corruption", "impact.durability_risk",
    "communication.status_page", "communication.customer_email", "communication.public_postmortem",
}  # fmt: skip
_COUNTS = {
    "impact.customers_affected",
    "impact.requests_failed",
    "impact.engineers_paged",
    "impact.support_tickets",
}


def gather_body_facts(body: Body, labels: Sequence[Label], days: DayReader, zone: str | None) -> dict[str, BodyFact]:
    """Return what labels and the lists below them state, by field; the first statement of a fact counts.

    A time of day refines an earlier statement of its day alone.

    `zone` is that of times which name none, as the body or the front matter states it for all of them.
    """
    facts: dict[str, BodyFact] = {}
    for label in labels:
        for field, value, content in _values(label, facts, days):
            if not value or field in _BLOCKS:
                continue
            if field in TIMES and field in facts and refines(facts[field], value):
                del facts[field]
            if field not in facts or label.content is not None:
                _add(facts, field, value, content, label, body)
    for field in TIMES:
        if field in facts:
            facts[field] = with_zone(facts[field], zone)
    _add_source(facts)
    return facts


def _add(facts: dict[str, BodyFact], field: str, value: str, content: Content, label: Label, body: Body) -> None:
    """Keep a fact; a further entry of a list joins the ones before it."""
    known = facts.get(field)
    if known is not None and isinstance(known.content, tuple) and isinstance(content, tuple):
        if len(known.content) >= MOST_ENTRIES:
            return
        new = tuple(part for part in content if part not in known.content)
        value, content = f"{known.value}, {value}", (*known.content, *new)
        facts[field] = known.model_copy(update={"content": content, "value": value} if new else {})
    elif known is None:
        line = body.number(label.index)
        facts[field] = BodyFact(value=value, text=label.text, content=content, line=line, column=label.column)


def _values(label: Label, facts: Mapping[str, BodyFact], days: DayReader) -> Iterable[tuple[str, str, Content]]:
    """Yield field, value as text and content of a label; a label that holds a range gives start and end."""
    field, text = label.field, label.text
    if label.content is not None:
        value = label.content if isinstance(label.content, str) else text
        yield field, value, (label.content,) if field in LISTED else label.content
    elif field == "severity":
        yield field, _severity(text), _severity(text)
    elif field in TIMES:
        yield from ((name, value, value) for name, value in find_times(label, facts, days))
    elif field == "duration":
        yield from ((name, value, value) for name, value in find_times(label, facts, days))
        yield field, (length := _duration(text)), length
    elif field in _DAYS:
        stated = days.find(text) or text
        yield field, stated, stated
    elif field == "id":
        yield field, (identity := _BRACKET.sub("", text)), identity
    elif field == "related":
        found = tuple(dict.fromkeys(_RELATED.findall(text)))
        yield field, ", ".join(found), found
    elif field == "links":
        found = _links(label)
        yield field, text if found else "", found
    elif field in LISTED or field == "tags":
        names = tuple(_names(text))
        yield field, ", ".join(names), names
    else:
        yield from _figures(label)


def _figures(label: Label) -> Iterable[tuple[str, str, Content]]:
    """Yield counts, shares, answers and plain text."""
    field, text = label.field, label.text
    if field in _ANSWERS:
        yield field, text, _answer(label)
    elif field == "impact.requests_failed" and (share := _PERCENT.search(text)):
        yield "impact.error_rate", _stated(share), _stated(share)
        if (count := _COUNT.match(text)) and len(count["number"].strip()) > 1:
            yield field, _stated(count), _stated(count)
    elif field in _COUNTS and (count := _COUNT.match(text)):
        yield field, _stated(count), _stated(count)
    elif field in ("impact.customers_affected_percent", "impact.error_rate") and (share := _PERCENT.search(text)):
        yield field, _stated(share), _stated(share)
    else:
        yield field, text, text


def _stated(match: re.Match[str]) -> str:
    number = match["number"].strip(" ,._’")
    return f"about {number}" if match["about"] else number


def _severity(text: str) -> str:
    """Return the words of a severity without what follows, or is around: "SEV-3（…）" gives SEV-3."""
    if scoped := _SCOPED.fullmatch(text):
        return f"{scoped['scope']} {scoped['words']}"
    match = _SEVERITY.match(_DASHED.sub("", _BRACKET.sub("", text)).split(",", maxsplit=1)[0])
    return str(match["words"]).strip() if match else ""


def _names(text: str) -> list[str]:
    return [name for part in _SEPARATED.split(text) if (name := _BRACKET.sub("", part).strip(" `*."))]


def _duration(text: str) -> str:
    """Return the length of time that a label states ("14:05 to 15:16 = 71 min" gives 71 min), empty without one."""
    bracketed: list[str] = re.findall(r"[(（]([^)）]{2,40})[)）]", text)
    for words in (text.rpartition("=")[2], text, *bracketed):
        try:
            parse_duration(words)
        except PydanticCustomError:
            continue
        return words.strip()
    return ""


def _answer(label: Label) -> Content:
    """Return yes or no with details and address apart where the label holds both."""
    address = next((url for _, url in find_links(label.markdown) if is_url(url)), None)
    address = address or next((url for url in _BARE_URL.findall(label.text) if is_url(url)), None)
    word = _ANSWER.match(label.text)
    if word and address:
        return {"answer": word["word"].lower(), "url": address.rstrip(".,;")}
    return label.text


def _links(label: Label) -> tuple[dict[str, str], ...]:
    linked = [{"label": words, "url": url} for words, url in find_links(label.markdown) if is_url(url)]
    bare = [{"label": url, "url": url} for url in _BARE_URL.findall(label.text) if is_url(url)]
    return tuple(linked or bare)


def _add_source(facts: dict[str, BodyFact]) -> None:
    """State who noticed where exactly one of alerts, customers and people inside is filled in."""
    by_customer, by_internal = facts.pop("detected_by_customer", None), facts.pop("detected_by_internal", None)
    sources = {"alert": facts.get("detection.alerts"), "customer": by_customer, "internal": by_internal}
    filled = [(source, fact) for source, fact in sources.items() if fact]
    if "detection.source" not in facts and len(filled) == 1:
        source, fact = filled[0]
        facts["detection.source"] = fact.model_copy(update={"value": source, "content": source})


def incident_day(labels: Sequence[Label], names: Sequence[str], days: DayReader) -> date | None:
    """Return the day on which the incident began: as a label states it, else as the document's `names` do, or None."""
    texts = (*(label.text for label in labels if label.field == "started_at"), *names)
    found = next((day for text in texts if (day := days.find(text))), "")
    return date.fromisoformat(found) if found else None
