"""`postmortem check`: every problem of every document, and a status that a build can fail on.

What is imported here is what it takes to tell a known answer; everything else is `judging`.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import click

from mkdocs_postmortem.checking.answers import Answer, name_question, recall
from mkdocs_postmortem.checking.collector import paused_collector
from mkdocs_postmortem.checking.user_cache import open_cache
from mkdocs_postmortem.cli.handing_out import choose_colour, choose_form, hand_out
from mkdocs_postmortem.cli.project import USAGE_ERROR
from mkdocs_postmortem.cli.wishes import (
    Wishes,
    action_options,
    choice_options,
    refuse_contradictions,
    report_options,
    speed_options,
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@report_options
@choice_options
@speed_options
@action_options
def check(**given: Any) -> None:
    """Check the postmortems and print every problem with its place.

    Without PATHS the whole library is checked. With PATHS (files or folders) only their problems are printed, but
    ids, relations and addresses are still judged against the whole library. A folder outside the library is checked
    as a library of its own.

    Exit status: 0 nothing that fails, 1 problems, 2 wrong usage or settings.
    """
    wishes = Wishes(**given)
    refuse_contradictions(wishes)
    sys.exit(_watch(_settled(wishes)) if wishes.watch else _run(_settled(wishes)))


def _settled(wishes: Wishes) -> Wishes:
    """Return the wishes with a form and with a colour that do not depend on where the report goes."""
    colour = "always" if choose_colour(wishes.colour, wishes.output) else "never"
    return replace(wishes, form=wishes.form or choose_form(wishes.output), colour=colour)


def _run(wishes: Wishes) -> int:
    """Do what is asked once, tell what was found, and return the exit status."""
    today = datetime.now(timezone.utc).date()
    question = name_question(str(Path.cwd()), repr(wishes), str(today)) if _is_repeatable(wishes) else None
    answer = _known(wishes, question) if question else None
    if answer is None:
        answer = _judged(wishes, today, question)
    hand_out(answer.text, wishes.output, colour=wishes.colour == "always")
    for note in answer.notes:
        click.echo(note, err=True)
    return answer.status


def _is_repeatable(wishes: Wishes) -> bool:
    """Return whether nothing is asked for but a report that follows from files alone, and none is to be read anew."""
    return not (wishes.no_cache or wishes.diff or wishes.update_baseline or wishes.fix or wishes.watch)


def _known(wishes: Wishes, question: str) -> Answer | None:
    """Return what the same check told before, if it was kept and nothing that it looked at has changed."""
    roots = [wishes.config.absolute().parent if wishes.config else Path.cwd(), Path.cwd()]
    cache = open_cache(roots, wishes.cache_dir)
    return recall(cache, question) if cache else None


def _judged(wishes: Wishes, today: date, question: str | None) -> Answer:
    with paused_collector():
        from mkdocs_postmortem.cli.judging import run_check  # noqa: PLC0415  # imports all of the house

        return run_check(wishes, today, question)


def _watch(wishes: Wishes) -> int:
    """Check until Ctrl-C, and return the status of the last check."""
    from mkdocs_postmortem.cli.judging import watch_checks  # noqa: PLC0415  # imports all of the house

    def run() -> int:
        click.echo(f"-- {datetime.now().astimezone():%H:%M:%S}", err=True)
        try:
            return _run(wishes)
        except SystemExit:  # What cannot be used has been told; the next change may mend it.
            # Editors wait for the line that ends a run.
            click.echo("0 documents checked: correct what is said above.", err=True)
            return USAGE_ERROR

    return watch_checks(wishes, run)
