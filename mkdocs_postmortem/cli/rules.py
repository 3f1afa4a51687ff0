"""`postmortem rule` and `postmortem rules`: what can be wrong, why, and how it looks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from mkdocs_postmortem.cli.project import fail
from mkdocs_postmortem.model.choice import suggest
from mkdocs_postmortem.problems import CATALOGUE, KINDS_BY_NAME, Kind, find_kind, printable
from mkdocs_postmortem.rules.explanations.catalogue import explain
from mkdocs_postmortem.rules.explanations.example import Example

_WIDTH = 88


@click.command()
@click.argument("code")
def rule(code: str) -> None:
    """Explain the kind of problem with this CODE or name, such as PM301 or ownerless-item."""
    kind = find_kind(code)
    if kind is None:
        fail(f'"{printable(code)}" is no code or name of a problem; {suggest(code, [*CATALOGUE, *KINDS_BY_NAME])}')
    click.echo("\n".join(_explained(kind)))


@click.command()
def rules() -> None:
    """List every kind of problem with its level, its level in drafts, and whether it can be fixed.

    Levels are those of the package; the setting `levels` changes them.
    """
    rows = [("CODE", "NAME", "LEVEL", "DRAFT", "FIXABLE"), *map(_row, CATALOGUE.values())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def _row(kind: Kind) -> tuple[str, str, str, str, str]:
    fixable = "yes" if kind.fixable else "no"
    return kind.code, kind.name, kind.level.value, (kind.draft or kind.level).value, fixable


def _explained(kind: Kind) -> Iterator[str]:
    """Yield the lines of a kind's page: what, why, source, both examples, and the settings that steer it."""
    explanation = explain(kind)
    draft = f", {kind.draft.value} in a draft" if kind.draft else ""
    yield click.style(f"{kind.code} {kind.name}", bold=True) + f" ({kind.level.value}{draft})"
    yield from ("", kind.summary, "", *_wrapped(explanation.why))
    yield from (f"Source: {source.title} ({source.address})" for source in explanation.sources)
    if explanation.note:
        yield from ("", *_wrapped(explanation.note))
    for title, example in (("With the problem:", explanation.bad), ("Without it:", explanation.good)):
        yield from ("", click.style(title, bold=True), *_shown(example))
    settings = ", ".join(f"`{name}`" for name in ("levels", *explanation.options))
    yield from ("", f"Settings: {settings}.")


def _shown(example: Example) -> Iterator[str]:
    """Yield an example, indented, with the settings under which it is one."""
    if example.options and not example.shown.startswith("plugins:"):
        yield from (f"    # mkdocs.yml: {option}" for option in example.options.split("\n"))
    yield from (f"    {line}" for line in _wrapped(example.told) or example.shown.split("\n"))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH)
