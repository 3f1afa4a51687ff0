"""Writes docs/problems.md from the catalogue; every example is run, so its line is what `postmortem check` prints.

Run it from anywhere: `python scripts/write_problems_page.py`. A test fails when the page is stale.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from mkdocs_postmortem.cli import main as command
from mkdocs_postmortem.model.times import FIRST_YEAR, LAST_YEAR
from mkdocs_postmortem.problems import CATALOGUE, Kind
from mkdocs_postmortem.reading.action_items import MOST_ITEMS
from mkdocs_postmortem.reading.body import LONGEST_LINE, LONGEST_RENDERED, MOST_BRACKETS, MOST_READ_HEADINGS
from mkdocs_postmortem.reading.source_file import LARGEST_FILE
from mkdocs_postmortem.reading.timeline import MOST_ENTRIES
from mkdocs_postmortem.reading.yaml_events import DEEPEST, LONGEST_BLOCK, LONGEST_SCALAR, MOST_EVENTS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "problems.md"

SOUND = """\
---
id: INC-2026-014
title: Checkout failed for 40 minutes
severity: sev1
status: published
started_at: 2026-03-01T14:05Z
resolved_at: 2026-03-01T14:45Z
services: [checkout]
---

# Checkout failed for 40 minutes

## Summary

A full connection pool stopped checkout for 40 minutes.

## Impact

About 1,200 customers could not pay.

## Timeline

| Time (UTC) | Event |
|---|---|
| 14:05 | The error rate alert fired |
| 14:45 | The pool limit was raised |

## Root cause

The pool was smaller than the number of workers.

## Action items

- [ ] Alert on pool saturation
  - Owner: Dana
  - Due: 2026-03-31
"""
"""A document without a problem. Each example changes one thing about it."""

FAMILIES = {
    "0": ("Reading", "The file and its front matter as text. What cannot be read is left out, never guessed."),
    "1": ("Fields", "The front matter as facts. A value that is refused is left out; the others stay."),
    "2": ("Sections", "Headings of the body that the vocabulary knows, and what stands below them."),
    "3": ("Action items", "Items of the body and of `action_items:`."),
    "4": ("Timeline", "Tables, lists, paragraphs and headings of a timeline."),
    "5": ("Library", "What only the other documents, or the settings, can tell."),
    "8": ("Configuration", "The settings and the folder themselves."),
}

INTRODUCTION = """\
# Problems

<!-- Written by scripts/write_problems_page.py. Change that script or mkdocs_postmortem/problems.py, not this page. -->

Everything that can be wrong has a code, a name and a level. A report is one line:

```text
path:line:column CODE name: what is wrong; what to do
```

A warning says `(warning)` behind its name. Line and column count from 1, columns in characters. The path is relative to
the folder of mkdocs.yml. All problems of all files are reported in one run.

- An **error** fails `postmortem check` and `mkdocs build`. A **warning** fails them only with `fail_on: warning`, and
  fails `mkdocs build --strict`.
- A document with `status: draft` may be thin: some kinds weigh less there. "In a draft" tells which.
- The [setting `levels`](settings.md#levels) changes the level of a kind, by code or by name, for drafts and all others.

Each example shows what stands in the document and the line that `postmortem check` prints for it.
"""


@dataclass(frozen=True)
class Example:
    """One change to the sound document: `old` becomes `new`.

    The page shows `new`, or `shown` where that says more, or `told`, a sentence, where text cannot show it. `name` is
    the file's name, `twin` the name of a sound document beside it, `options` the plugin's block.
    """

    new: str
    old: str = "services: [checkout]"
    shown: str = ""
    told: str = ""
    name: str = "2026-03-01-checkout.md"
    twin: str = ""
    options: str = ""


def added(line: str, shown: str = "", told: str = "") -> Example:
    """Return the example of a front matter line that is added."""
    return Example(f"services: [checkout]\n{line}", shown=shown or line, told=told)


_FIRST = "---\nid:"
_DEEP = DEEPEST + 1
_BRACKETS = MOST_BRACKETS + 100

EXAMPLES: dict[str, Example] = {
    "PM001": Example(
        "", told="A folder, a pipe or a file without read permission, named like a document.", name="notes.md"
    ),
    "PM002": Example("x" * LARGEST_FILE, old="A full connection pool", told="A file with a megabyte of log in it."),
    "PM003": Example("Caf\udce9 failed", old="Checkout failed", told='The byte 0xE9, which is "é" in Latin-1.'),
    "PM004": Example(
        "A full\x07 connection pool",
        old="A full connection pool",
        told="A bell character (U+0007), often pasted from a terminal.",
    ),
    "PM005": Example(
        "A full\u202e connection pool",
        old="A full connection pool",
        told="A right-to-left override (U+202E) or a zero-width space (U+200B).",
    ),
    "PM006": added("trigger: a\u2028severity: sev3", told="A line separator (U+2028) in the front matter."),
    "PM007": Example("", told="A symbolic link, wherever it leads.", name="linked.md"),
    "PM008": Example("services: [checkout]", told="A file named `why?.md`.", name="why?.md"),
    "PM010": Example("# Checkout failed", old=SOUND.split("\n\n# ", maxsplit=1)[0], shown="# Checkout failed"),
    "PM011": Example(
        "services: [checkout]\n",
        old="services: [checkout]\n---\n",
        shown="services: [checkout]\n\n# Checkout failed for 40 minutes",
    ),
    "PM012": Example(
        "services: [checkout]\n----\n", old="services: [checkout]\n---\n", shown="services: [checkout]\n----"
    ),
    "PM013": Example("+++\nid =", old=_FIRST, shown="+++"),
    "PM014": Example(
        "- severity: sev1", old=SOUND[4:].split("\n---", maxsplit=1)[0], shown="---\n- severity: sev1\n---"
    ),
    "PM015": Example(
        "title: Checkout: it failed", old="title: Checkout failed for 40 minutes", shown="title: Checkout: it failed"
    ),
    "PM016": added("severity: sev3"),
    "PM017": added("root_cause_services: &same [checkout]"),
    "PM018": added("<<: {severity: sev3}"),
    "PM019": added("trigger: !!str a"),
    "PM020": Example("---\n%YAML 1.2\n---\nid:", old=_FIRST, shown="---\n%YAML 1.2\n---"),
    "PM021": added(f"x-deep: {'[' * _DEEP}{']' * _DEEP}"),
    "PM022": added(f"x-log: {'a' * (LONGEST_SCALAR + 1)}", shown="x-log: aaaaaaaa… (a log in the front matter)"),
    "PM023": Example("\n---\nseverity: sev3\n---\n\n# Checkout", old="\n# Checkout", shown="---\nseverity: sev3\n---"),
    "PM024": Example("[" * _BRACKETS, old="A full connection pool", shown=f"[[[[[[[[… ({_BRACKETS} opening brackets)"),
    "PM025": Example(
        "## Summary\n\n[What happened]\n\n## Impact\n\n[How many]\n\n## Timeline\n\n[When]\n",
        old=SOUND,
        told="A form whose sections still hold the words in brackets, and nothing else.",
    ),
    "PM101": Example("", old="severity: sev1\n", told="The front matter does not hold `severity`."),
    "PM102": Example("severty: sev1", old="severity: sev1"),
    "PM103": added("authors: Dana, Kim"),
    "PM104": Example("severity: SEV9", old="severity: sev1"),
    "PM105": Example("status: finished", old="status: published"),
    "PM106": added("audience: everybody"),
    "PM107": Example("started_at: 1 March 2026", old="started_at: 2026-03-01T14:05Z"),
    "PM108": Example("started_at: 2026-03-01 14:05", old="started_at: 2026-03-01T14:05Z"),
    "PM109": Example("started_at: 2026-03-01 14:05 CET", old="started_at: 2026-03-01T14:05Z"),
    "PM110": added("mitigated_at: 2026-03-29 02:30 Europe/Berlin"),
    "PM111": Example("resolved_at: 2026-03-01T13:45Z", old="resolved_at: 2026-03-01T14:45Z"),
    "PM112": added("duration: 2h"),
    "PM113": added("published_at: 5 March 2026"),
    "PM114": added("duration: 0:40"),
    "PM115": added('links: ["javascript:alert(1)"]'),
    "PM116": added("commander:"),
    "PM117": added("template: home.html"),
    "PM118": added("impact: {customers_affected_percent: 130}"),
    "PM119": added(f"trigger: {'a' * 2001}", shown="trigger: aaaaaaaa… (2001 characters)"),
    "PM120": Example("id: checkout/1", old="id: INC-2026-014"),
    "PM121": added("end: 2026-03-01T14:45Z"),
    "PM122": Example(
        "services: [checkout]",
        told="started_at: 2026-03-01T14:05Z, and the setting `as_of: 2025-03-01`.",
        options="as_of: 2025-03-01",
    ),
    "PM123": added("commander: TBD"),
    "PM124": Example("**Severity:** Low\n\n## Impact", old="## Impact", shown="**Severity:** Low"),
    "PM201": Example(
        "", old="## Impact\n\nAbout 1,200 customers could not pay.\n", told="No heading of the body names the impact."
    ),
    "PM202": Example(
        "## Impact\n", old="## Impact\n\nAbout 1,200 customers could not pay.\n", shown="## Impact\n\n## Timeline"
    ),
    "PM203": Example("[How many, and what they saw]", old="About 1,200 customers could not pay."),
    "PM301": Example("", old="  - Owner: Dana\n", shown="- [ ] Alert on pool saturation\n  - Due: 2026-03-31"),
    "PM302": Example("", old="  - Due: 2026-03-31\n", shown="- [ ] Alert on pool saturation\n  - Owner: Dana"),
    "PM303": Example("  - Due: next sprint", old="  - Due: 2026-03-31"),
    "PM304": Example("  - Due: 2026-03-31\n  - Status: maybe", old="  - Due: 2026-03-31", shown="  - Status: maybe"),
    "PM305": Example("  - Due: 2026-03-31\n  - Priority: P7", old="  - Due: 2026-03-31", shown="  - Priority: P7"),
    "PM306": Example("- [x] Alert on pool saturation\n  - Status: open", old="- [ ] Alert on pool saturation"),
    "PM307": added("action_items:\n  - {title: Alert on pool saturation, owner: Dana, due: 2026-04-30}"),
    "PM401": Example(
        "| 14:02 | The pool",
        old="| 14:45 | The pool",
        shown="| 14:05 | The error rate alert fired |\n| 14:02 | The pool limit was raised |",
    ),
    "PM402": Example("| 25:45 | The pool", old="| 14:45 | The pool", shown="| 25:45 | The pool limit was raised |"),
    "PM501": Example(
        "services: [checkout]", told="Two documents with `id: INC-2026-014`.", twin="2026-02-28-search.md"
    ),
    "PM502": Example(
        "id: INC-2026-015",
        old="id: INC-2026-014",
        told="`2025/outage.md` and `2026/outage.md`.",
        name="2026/outage.md",
        twin="2025/outage.md",
    ),
    "PM503": added("related: [INC-2025-001]"),
    "PM504": added("related: [INC-2026-014]"),
    "PM505": Example("services: [chekout]", options="services: [checkout, search]"),
    "PM506": Example(
        "See the [last one](2025-11-02-search.md). A full connection pool",
        old="A full connection pool",
        shown="See the [last one](2025-11-02-search.md).",
    ),
    "PM507": Example(
        "Like [[outage]]. A full connection pool",
        old="A full connection pool",
        shown="Like [[outage]].   (with 2025/outage.md and 2026/outage.md)",
        name="2026/outage.md",
        twin="2025/outage.md",
    ),
    "PM801": Example(
        "services: [checkout]", shown="plugins:\n  - postmortem:\n      foldr: incidents", options="foldr: incidents"
    ),
    "PM802": Example("", told="mkdocs.yml names the plugin, and there is no folder `postmortems`.", name=""),
    "PM803": Example("", told="The folder is there and holds no document.", name="README.md"),
    "PM804": Example(
        "services: [checkout]",
        shown="plugins:\n  - postmortem:\n      folder: docs/postmortems",
        options="folder: docs/postmortems",
    ),
}

NOTES: dict[str, str] = {
    "PM001": "Pipes, devices and folders are refused too.",
    "PM002": f"The limit is {LARGEST_FILE // 1024 // 1024} MiB.",
    "PM005": "Soft hyphens, zero-width and direction characters can make a line look like another one.",
    "PM007": "Links are never followed, wherever they lead.",
    "PM012": "Four dashes, `...`, or blanks before or behind the dashes are not a delimiter. A document with such a "
    "line counts as internal.",
    "PM019": "Nothing in a document can name a type or run code.",
    "PM021": f"The limit is {DEEPEST} levels.",
    "PM022": f"The limits are {LONGEST_BLOCK // 1024} KiB for the block, {MOST_EVENTS:,} YAML events, and "
    f"{LONGEST_SCALAR:,} characters for a value.",
    "PM024": f"Among the limits are {LONGEST_RENDERED // 1024} KiB for the body and {MOST_BRACKETS} opening brackets "
    "in a paragraph. The page then shows the text as it is; sections, items and timeline are read all the same. "
    f"What stands behind {MOST_ITEMS:,} action items, {MOST_ENTRIES:,} timeline entries or {MOST_READ_HEADINGS:,} "
    f"headings, and in a line of more than {LONGEST_LINE:,} characters, is not read.",
    "PM101": "Which fields are required is a [setting](settings.md#required).",
    "PM107": f"Years go from {FIRST_YEAR} to {LAST_YEAR}. The [grammar](document.md#times-and-zones) is short.",
    "PM109": "Abbreviations such as CET or PST mean several things and are refused.",
    "PM112": "A difference up to the smallest unit that was written is accepted: `1h` may be 100 minutes.",
    "PM116": "`key: # text` has no value either: `#` begins a comment.",
    "PM122": "Later means more than a day after `as_of`, which is today when it is not set.",
    "PM201": "Which sections are required is a [setting](settings.md#required). `summary:` and `action_items:` in the "
    "front matter stand in for their sections.",
    "PM301": "A team counts as an owner. Closed items need none.",
    "PM402": "The entry is kept with its words, without a time.",
    "PM502": "Addresses come from the file name alone, without its folder, and are compared without case.",
    "PM505": "Only found when the setting `services` lists any.",
    "PM506": "An anchor that no heading has leads nowhere too. A link to a file of the repository that joins no site "
    "is a warning. What joins the site stands under [links and images](document.md#links-and-images).",
    "PM801": "`postmortem` ends with status 2, MkDocs with a configuration error.",
}


def write_page() -> str:
    """Return the whole page."""
    parts = [INTRODUCTION, _overview()]
    for digit, (title, lead) in FAMILIES.items():
        parts.append(f"## {digit}xx {title}\n\n{lead}\n")
        parts += [_entry(kind) for kind in CATALOGUE.values() if kind.code[2] == digit]
    return "\n".join(parts)


def report(example: Example) -> list[str]:
    """Return the lines that `postmortem check` prints for the example, from a folder made for it."""
    with _empty_folder():
        _lay_out(example)
        return [line for line in CliRunner().invoke(command, ["check"]).output.splitlines() if " PM" in line]


@contextmanager
def _empty_folder() -> Iterator[None]:
    """Work in a new folder until the block ends."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def _lay_out(example: Example) -> None:
    option = f":\n      {example.options}" if example.options else ""
    Path("mkdocs.yml").write_text(f"site_name: Example\nplugins:\n  - postmortem{option}\n", encoding="utf-8")
    if not example.name:
        return
    folder = Path("docs/postmortems" if "docs/" in example.options else "postmortems")
    document = folder / example.name
    document.parent.mkdir(parents=True)
    if example.name == "linked.md":
        document.symlink_to("elsewhere.md")
    elif example.name == "notes.md":
        document.mkdir()
    else:
        text = SOUND.replace(example.old, example.new, 1)
        document.write_bytes(text.encode("utf-8", "surrogateescape"))
    if example.twin:
        (folder / example.twin).parent.mkdir(exist_ok=True)
        (folder / example.twin).write_text(SOUND, encoding="utf-8")


def _overview() -> str:
    rows = [
        f"| [{kind.code}](#{kind.code.lower()}-{kind.name}) | `{kind.name}` | {kind.level.value} | {_draft(kind)} |"
        for kind in CATALOGUE.values()
    ]
    return "\n".join(["| Code | Name | Level | In a draft |", "|---|---|---|---|", *rows, ""])


def _draft(kind: Kind) -> str:
    return (kind.draft or kind.level).value


def _entry(kind: Kind) -> str:
    example = EXAMPLES[kind.code]
    (line,) = [line for line in report(example) if f" {kind.code} " in line]
    level = kind.level.value.capitalize() + (f", {kind.draft.value} in a draft" if kind.draft else "")
    note = f" {NOTES[kind.code]}" if kind.code in NOTES else ""
    return (
        f"### {kind.code} {kind.name}\n\n{level}. {kind.summary}{note}\n\n{_shown(example)}\n\n```text\n{line}\n```\n"
    )


def _shown(example: Example) -> str:
    return example.told or f"```text\n{example.shown or example.new}\n```"


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
