"""What `postmortem check` does when its answer is not known: it reads, judges and reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from mkdocs_postmortem.checking.answers import Answer
from mkdocs_postmortem.checking.folder import Means, usable_cores
from mkdocs_postmortem.checking.user_cache import open_cache
from mkdocs_postmortem.cli.baselines import baseline_path, update_baseline, write_reminder
from mkdocs_postmortem.cli.libraries import Findings, Part, check_part, find_parts
from mkdocs_postmortem.cli.project import fail, open_project, overrule
from mkdocs_postmortem.cli.remembering import Witness
from mkdocs_postmortem.cli.reporting import build_report, write_report, write_statistics, write_summary
from mkdocs_postmortem.cli.wishes import Wishes
from mkdocs_postmortem.model.choice import nearest
from mkdocs_postmortem.problems import Kind, printable
from mkdocs_postmortem.reading.settings_file import Project, read_project
from mkdocs_postmortem.rules.kind_filter import KindFilter, find_kinds, spellings


def run_check(wishes: Wishes, today: date, question: str | None) -> Answer:
    """Do what is asked once and return what to tell; where there is a `question`, keep that for the next time."""
    project, kinds = _project_of(wishes, today), _kinds_of(wishes)
    parts = list(find_parts(project, wishes.paths, may_be_empty=wishes.skip_excluded))
    means = _means_of(wishes, parts)
    if wishes.update_baseline:
        update_baseline(project, means)
    if wishes.fix:
        changes = _fix(parts, wishes, means)
        if not wishes.write:
            return Answer(1 if changes else 0)
    witness = Witness.of_check(project, parts, wishes) if question and means.cache else None
    findings = [check_part(part, wishes.diff, means) for part in parts]
    answer = _answer(findings, kinds, project, wishes)
    # Settings that were written anew while they were read are told once, and not kept.
    if witness and question and means.cache and project == _project_of(wishes, today):
        witness.keep(means.cache, question, parts, findings, answer)
    return answer


def watch_checks(wishes: Wishes, run: Callable[[], int]) -> int:
    """Run whenever something changes, until Ctrl-C, and return the status of the last run."""
    from mkdocs_postmortem.cli.watching import Sight, look_at, pause, watch  # noqa: PLC0415  # most checks run once

    def look() -> Sight:
        project = read_project(wishes.config, Path.cwd())
        sources = project.sources or (wishes.config or Path("mkdocs.yml"),)
        parts = tuple(find_parts(project, wishes.paths))
        lists = chain.from_iterable(part.lists for part in parts)
        files = [*sources, *lists, *filter(None, [wishes.baseline or baseline_path(project)])]
        return look_at(files, chain.from_iterable(part.folders for part in parts))

    return watch(run, look, pause)


def _answer(findings: Sequence[Findings], kinds: KindFilter, project: Project, wishes: Wishes) -> Answer:
    """Return what to tell of the findings."""
    colour = wishes.colour == "always"
    report = build_report(findings, kinds, project.settings, colour=colour, shows_ignored=wishes.show_ignored)
    text = write_statistics(report) if wishes.statistics else write_report(report, str(wishes.form))
    gone = sum(part.gone for part in findings)
    reminders = (write_reminder(gone, wishes.baseline),) if gone else ()
    return Answer(1 if report.failed else 0, text, (write_summary(report), *reminders))


def _fix(parts: list[Part], wishes: Wishes, means: Means) -> int:
    from mkdocs_postmortem.cli.fixing import fix_parts  # noqa: PLC0415  # most checks change nothing

    return fix_parts(parts, wishes.diff, means, write=wishes.write)


def _project_of(wishes: Wishes, today: date) -> Project:
    """Return the project with what the command line says instead of its settings."""
    project = open_project(wishes.config, today)
    given: dict[str, str | date | None] = {}
    if wishes.as_of:
        given["as_of"] = wishes.as_of.date()
    if wishes.fail_on:
        given["fail_on"] = wishes.fail_on
    if wishes.baseline or wishes.no_baseline:
        given["baseline"] = str(wishes.baseline.absolute()) if wishes.baseline else None
    return overrule(project, given)


def _means_of(wishes: Wishes, parts: list[Part]) -> Means:
    """Return the cache and the number of processes that the command line allows."""
    cache = None if wishes.no_cache else open_cache([part.project.root for part in parts], wishes.cache_dir)
    return Means(cache, wishes.jobs or usable_cores())


def _kinds_of(wishes: Wishes) -> KindFilter:
    return KindFilter(_kinds("--select", wishes.select), _kinds("--ignore", wishes.ignore))


def _kinds(option: str, references: tuple[str, ...]) -> frozenset[Kind]:
    """Return the kinds of lists such as "PM3,unknown-severity"; ends the command for what is no kind."""
    found: set[Kind] = set()
    for reference in (part.strip() for text in references for part in text.split(",")):
        kinds = find_kinds(reference)
        if not kinds:
            close = nearest(reference, spellings())
            hint = f'did you mean "{close}"?' if close else "write a code, a name, or the beginning of codes (PM3)"
            fail(printable(f'{option}: "{reference}" is no kind of problem; {hint}'))
        found |= kinds
    return frozenset(found)
