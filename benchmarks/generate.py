"""A library of any size for the benchmarks: invented incidents that hold what real ones hold, the same on every run.

Document number i is the same in a library of any size: it links only to documents with smaller numbers. Each has about
10 kB and 185 lines, 26 keys of front matter, a timeline, action items and links; about one in ten has a problem.

    python -m benchmarks.generate FOLDER NUMBER
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

SEED = 1
FAULTS = {"severity off the scale": (97, 13), "time without zone": (89, 11), "no owner": (61, 3), "dead link": (71, 5)}
"""One document in so many has this problem, from that number on."""
OPEN = (50, 7)
"""One document in so many has open action items, from that number on."""
FIRST = date(2016, 1, 4)
"""The day of the first incident; from there on, about one in nine hours."""

SERVICES = (
    "checkout", "search", "payments", "catalog", "accounts", "orders-db", "event-bus", "edge-proxy", "mail", "reports",
    "inventory", "pricing", "sessions", "image-store", "feature-flags", "billing", "shipping", "recommendations",
)  # fmt: skip
PEOPLE = ("Mira Okafor", "Dana Silva", "Kim Larsen", "Tomas Weber", "Aiko Mori", "Lee Park", "Nadia Haddad", "Jo Quinn")
CAUSES = ("connection pool", "retry loop", "certificate", "cache key", "schema change", "feature flag", "disk", "queue")
FACTORS = ("config", "capacity", "code", "deployment", "monitoring", "third-party", "process")
VERBS = ("Alert on", "Limit", "Load-test", "Document how to drain", "Refuse a release that exhausts", "Rotate")
KINDS = ("prevent", "detect", "mitigate", "document", "investigate")
SENTENCES = (
    "The {cause} of {service} held on to every worker that asked it, and each of them waited for thirty seconds.",
    "Callers of {service} tried again at once, so that the load tripled within two minutes of the first failure.",
    "The dashboard of {service} showed an average, and the average hid that one zone in three answered nothing.",
    "A release of {service} had gone out that morning; it changed how the {cause} is sized and passed every test.",
    "Traffic moved to the second region as it should, and the {cause} there was sized for half of what arrived.",
    "Nobody had run the procedure for the {cause} since the spring, and its third step named a host that is gone.",
    "The alert for {service} fired on the error rate and not on the queue, which had been growing for an hour by then.",
    "Restarting {service} one zone at a time let the {cause} recover, because the retries of the others were cut off.",
    "Support saw the first reports before the pager did, and wrote them down where the people on call do not look.",
    "The limit that would have stopped this is in the configuration of {service}, commented out since its first week.",
)


def write_library(folder: Path, number: int) -> None:
    """Write documents 0 to `number` - 1 into a new folder, a hundred to each folder below it."""
    for index in range(number):
        path = folder / path_of(index)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_document(index), encoding="utf-8")


def path_of(index: int) -> str:
    """Return the path of a document, relative to the folder."""
    return f"{index // 100:03d}/{begun(index):%Y-%m-%d}-{index:05d}-incident.md"


def write_document(index: int) -> str:
    """Return the text of a document."""
    dice = random.Random(f"{SEED}:{index}")  # noqa: S311  # the same on every run is what is wanted
    return "\n".join([*_front_matter(index, dice), "", *_body(index, dice), ""])


def begun(index: int) -> datetime:
    """Return when an incident began."""
    return datetime.combine(FIRST, datetime.min.time()) + timedelta(hours=9 * index, minutes=index * 7 % 60)


def _is_one(index: int, share: tuple[int, int]) -> bool:
    one_in, first = share
    return index % one_in == first


def _front_matter(index: int, dice: random.Random) -> Iterator[str]:
    start, service, cause = begun(index), dice.choice(SERVICES), dice.choice(CAUSES)
    minutes = dice.randint(20, 300)
    people = dice.sample(PEOPLE, 4)
    at = [f"{start + timedelta(minutes=after):%Y-%m-%dT%H:%MZ}" for after in (0, 4, 9, minutes // 2, minutes)]
    yield "---"
    yield f"id: {_id(index)}"
    yield f'title: "{service.capitalize()} failed for {minutes} minutes when a {cause} ran out"'
    yield "kind: incident"
    yield f"severity: {'sev7' if _is_one(index, FAULTS['severity off the scale']) else f'sev{dice.randint(0, 3)}'}"
    yield "status: published"
    yield f"started_at: {at[0]}"
    yield f"detected_at: {at[1]}"
    yield f"acknowledged_at: {at[2]}"
    yield f"mitigated_at: {at[3]}"
    yield f"resolved_at: {at[4].rstrip('Z') if _is_one(index, FAULTS['time without zone']) else at[4]}"
    yield f"services: [{service}, {dice.choice(SERVICES)}]"
    yield f"root_cause_services: [{service}]"
    yield f"authors: [{people[0]}, {people[1]}]"
    yield f"reviewers: [{people[2]}]"
    yield f"approved_by: {people[3]}"
    yield f"commander: {people[1]}"
    yield f"published_at: {start + timedelta(days=6):%Y-%m-%d}"
    yield "audience: internal"
    yield f"summary: A {cause} of {service} ran out, and requests waited until they failed."
    yield f"tags: [{cause.replace(' ', '-')}, {dice.choice(FACTORS)}, q{(start.month + 2) // 3}]"
    yield "impact:"
    yield f"  customers_affected: {dice.randint(10, 90_000)}"
    yield f"  error_rate: {dice.randint(1, 60)}%"
    yield "detection:"
    yield "  source: alert"
    yield f"  assessment: The alert of {service} fired four minutes after the first failure."
    yield f"trigger: A release of {service} that changed the size of the {cause}."
    yield "contributing_factors:"
    yield f"  - {{category: {dice.choice(FACTORS)}, text: The {cause} had no limit of its own.}}"
    yield "links:"
    yield f"  - {{title: Dashboard, url: 'https://status.example.com/d/{index}'}}"
    yield "communication:"
    yield f"  channel: 'https://chat.example.com/c/inc-{index}'"
    if index:
        yield f"related: [{{id: {_id(index - 1 - index % 7 % index)}, relation: follows}}]"
    yield "---"


def _body(index: int, dice: random.Random) -> Iterator[str]:
    service, cause = dice.choice(SERVICES), dice.choice(CAUSES)
    yield f"# {_id(index)}: what happened to {service}"
    for heading, paragraphs in (("Summary", 2), ("Impact", 2), ("Root cause", 6), ("Detection", 2), ("Resolution", 4)):
        yield from ("", f"## {heading}")
        for _ in range(paragraphs):
            yield from ("", *_paragraph(dice, service, cause))
    yield from ("", "## Timeline", "", "| Time (UTC) | Actor | Event |", "|---|---|---|", *_timeline(index, dice))
    yield from ("", "## Action items", "", *_items(index, dice, cause))
    for heading in ("What went well", "What went poorly", "Lessons learned"):
        yield from ("", f"## {heading}", "")
        yield from (f"- {_sentence(dice, service, cause)}" for _ in range(3))
    yield from ("", "## Technical details", "", "```text", *_log(index, dice, service), "```")
    yield from ("", "## Appendix", "", *_links(index))


def _paragraph(dice: random.Random, service: str, cause: str) -> tuple[str, str]:
    first, second, third = (_sentence(dice, service, cause) for _ in range(3))
    return f"{first} {second}", third


def _sentence(dice: random.Random, service: str, cause: str) -> str:
    return dice.choice(SENTENCES).format(service=service, cause=cause)


def _timeline(index: int, dice: random.Random) -> Iterator[str]:
    moment = begun(index)
    for number in range(12):
        looked = f"Looked at the {dice.choice(CAUSES)} of {dice.choice(SERVICES)}"
        event = looked if number else "The error rate alert fired"
        yield f"| {moment:%H:%M} | {dice.choice(PEOPLE)} | {event} |"
        moment += timedelta(minutes=1)


def _items(index: int, dice: random.Random, cause: str) -> Iterator[str]:
    for number in range(5):
        done = number > 1 or not _is_one(index, OPEN)
        yield f"- [{'x' if done else ' '}] {dice.choice(VERBS)} the {cause} of {dice.choice(SERVICES)}"
        if done or not _is_one(index, FAULTS["no owner"]):
            yield f"  - Owner: {dice.choice(PEOPLE)}"
        yield f"  - Due: {begun(index) + timedelta(days=14 + 7 * number):%Y-%m-%d}"
        yield f"  - Priority: P{number % 4}"
        yield f"  - Type: {KINDS[number % len(KINDS)]}"
        yield f"  - Verification: a drill with {dice.randint(2, 40)} hosts"


def _log(index: int, dice: random.Random, service: str) -> Iterator[str]:
    for number in range(9):
        moment = begun(index) + timedelta(seconds=13 * number)
        waited = dice.randint(100, 30_000)
        yield f"{moment:%Y-%m-%dT%H:%M:%SZ} {service} worker={dice.randint(1, 64)} waited {waited} ms"


def _links(index: int) -> Iterator[str]:
    yield from ("The repository holds the dashboards and the procedure that was followed.", "")
    for back in (1, 2, 30):
        if index >= back:
            yield f"- [{_id(index - back)}]({_way(index, index - back)}#timeline)"
    if _is_one(index, FAULTS["dead link"]):
        yield "- [The procedure](../procedures/drain.md)"


def _way(source: int, target: int) -> str:
    name = path_of(target).rpartition("/")[2]
    return name if source // 100 == target // 100 else f"../{path_of(target)}"


def _id(index: int) -> str:
    return f"INC-{begun(index).year}-{index:05d}"


if __name__ == "__main__":
    write_library(Path(sys.argv[1]), int(sys.argv[2]))
