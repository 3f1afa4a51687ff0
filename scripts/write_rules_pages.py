"""Writes docs/rules/ from the catalogue; every example is run, so its line is what `postmortem check` prints.

Run it from anywhere: `python scripts/write_rules_pages.py`. A test fails when a page is stale.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from click.testing import CliRunner

from mkdocs_postmortem.cli import main as command
from mkdocs_postmortem.problems import CATALOGUE, Kind
from mkdocs_postmortem.rules.explanations.catalogue import explain
from mkdocs_postmortem.rules.explanations.example import DAY, Example
from mkdocs_postmortem.rules.explanations.explanation import Source

DOCS = Path(__file__).resolve().parent.parent / "docs"
FOLDER = DOCS / "rules"

FAMILIES = {
    "0": ("Reading", "The file and its front matter as text. What cannot be read is left out, never guessed."),
    "1": ("Fields", "The front matter as facts. A value that is refused is left out; the others stay."),
    "2": ("Sections", "Headings of the body that the vocabulary knows, and what stands below them."),
    "3": ("Action items", "Items of the body and of `action_items:`."),
    "4": ("Timeline", "Tables, lists, paragraphs and headings of a timeline."),
    "5": ("Library", "What only the other documents, or the settings, can tell."),
    "6": ("Review and deadlines", "Who reviewed a document, and by when. These kinds come with the calendar."),
    "7": ("Language, privacy and audience", "What a document had better not say."),
    "8": ("Configuration", "The settings and the folder themselves."),
}

WRITTEN = "<!-- Written by scripts/write_rules_pages.py from the package. Do not edit this page. -->"

INTRODUCTION = f"""\
# Rules

{WRITTEN}

Everything that can be wrong has a code, a name and a level. A report is one line:

```text
path:line:column CODE name: what is wrong; what to do
```

A warning says `(warning)` behind its name. Line and column count from 1, columns in characters. The path is relative to
the folder of mkdocs.yml. All problems of all files are reported in one run.

- An **error** fails `postmortem check` and `mkdocs build`. A **warning** fails them only with `fail_on: warning`, and
  fails `mkdocs build --strict`. What is **off** is not looked at until it is given a level.
- A document with `status: draft` may be thin: some kinds weigh less there. "In a draft" tells which.
- The [setting `levels`](../settings.md#levels) changes the level of a kind, by code or by name, for drafts and all
  others.
- Kinds marked "by date" come with the calendar: a document gets them without being changed. As warnings they do not
  fail `mkdocs build --strict`, so that a date that merely passes turns no build red.

- A [comment in a document](../document.md#ignoring-a-problem) hides a problem there, but for 0xx and 8xx, and a
  [baseline](../commands.md#known-problems) holds the problems that are known already.

Each page says why, with its source, and shows an example of the problem and one without it. `postmortem rule PM301`
prints the same in the terminal, `postmortem rules` this list.
"""


def write_pages() -> dict[str, str]:
    """Return every page of the folder by its file name."""
    return {"index.md": _index(), **{f"{kind.code}.md": _page(kind) for kind in CATALOGUE.values()}}


@lru_cache(maxsize=256)
def report(example: Example) -> tuple[str, ...]:
    """Return the lines that `postmortem check` prints for the example, from a folder made for it."""
    with _empty_folder():
        _lay_out(example)
        output = CliRunner().invoke(command, ["check", "--no-cache"]).output
    return tuple(line for line in output.splitlines() if " PM" in line)


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
    Path("mkdocs.yml").write_text(f"site_name: Example\n{_block(example, shown=False)}\n", encoding="utf-8")
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
        document.write_bytes(example.document.encode("utf-8", "surrogateescape"))
    for name, text in example.beside:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _block(example: Example, *, shown: bool) -> str:
    """Return the plugin's block with the example's options; when it is run, on the day of the examples."""
    options = example.options.split("\n") if example.options else []
    if not shown and "as_of:" not in example.options:
        options.append(f"as_of: {DAY}")
    return "\n".join(["plugins:", "  - postmortem:", *(f"      {option}" for option in options)])


def _index() -> str:
    parts = [INTRODUCTION]
    for digit, (title, lead) in FAMILIES.items():
        rows = [_row(kind) for kind in CATALOGUE.values() if kind.code[2] == digit]
        parts.append(f"## {digit}xx {title}\n\n{lead}\n")
        parts.append(
            "\n".join(["| Code | Name | What | Level | In a draft | Fixable |", "|---|---|---|---|---|---|", *rows, ""])
        )
    return "\n".join(parts)


def _row(kind: Kind) -> str:
    when = " (by date)" if kind.ageing else ""
    fixable = "yes" if kind.fixable else "no"
    return (
        f"| [{kind.code}]({kind.code}.md) | `{kind.name}` | {kind.summary}{when} | {kind.level.value} "
        f"| {(kind.draft or kind.level).value} | {fixable} |"
    )


def _page(kind: Kind) -> str:
    explanation = explain(kind)
    (line,) = [line for line in report(explanation.bad) if f" {kind.code} " in line]
    parts = [
        f"# {kind.code} {kind.name}",
        WRITTEN,
        f"{kind.summary} {_level(kind)}",
        "## Why",
        explanation.why,
        _sources(explanation.sources),
        *(["## What counts", explanation.note] if explanation.note else []),
        "## With the problem",
        _shown(explanation.bad),
        f"`postmortem check` prints:\n\n```text\n{line}\n```",
        "## Without it",
        _shown(explanation.good),
        "## Configure",
        _configure(kind, explanation.options),
    ]
    return "\n\n".join(parts) + "\n"


def _level(kind: Kind) -> str:
    words = {"error": "An **error**", "warning": "A **warning**", "off": "**Off** unless it is given a level"}
    draft = f", {kind.draft.value} in a draft" if kind.draft else ""
    fixable = " `postmortem check --fix` can mend it." if kind.fixable else ""
    return f"{words[kind.level.value]}{draft}.{fixable}"


def _sources(sources: tuple[Source, ...]) -> str:
    links = [f"[{source.title}]({_address(source)})" for source in sources]
    return f"{'Source' if len(links) == 1 else 'Sources'}: {'; '.join(links)}."


def _address(source: Source) -> str:
    return source.address if "://" in source.address else f"../{source.address}"


def _shown(example: Example) -> str:
    told = f"{example.told}\n\n" if example.told else ""
    options = (
        f"```yaml\n{_block(example, shown=True)}\n```\n\n" if example.options and not _shows_block(example) else ""
    )
    text = f"```text\n{example.shown}\n```" if example.shown and not example.told else ""
    return f"{told}{options}{text}".strip()


def _shows_block(example: Example) -> bool:
    return example.shown.startswith("plugins:")


def _configure(kind: Kind, options: tuple[str, ...]) -> str:
    level = "warning" if kind.level.value != "warning" else "error"
    block = f"```yaml\nplugins:\n  - postmortem:\n      levels:\n        {kind.code}: {level}  # or off\n```"
    links = [f"[`{name}`](../settings.md#{_anchor(name)})" for name in options]
    return block + (f"\n\nMore settings: {', '.join(links)}." if links else "")


def _anchor(option: str) -> str:
    return "audience" if option == "audiences" else option


def write_folder() -> None:
    """Write all pages, and remove those of kinds that are no more."""
    pages = write_pages()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_folder()
