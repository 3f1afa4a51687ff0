"""`postmortem check`: every problem of every document, and a status that a build can fail on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_postmortem.cli.project import config_option, count, fail, open_project
from mkdocs_postmortem.library import Loaded, find_exposure, load_library
from mkdocs_postmortem.problems import Level, Problem
from mkdocs_postmortem.reading.settings_file import Project
from mkdocs_postmortem.rules.judge import failing, judge


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@config_option
def check(paths: tuple[Path, ...], config: Path | None) -> None:
    """Check the postmortems and print every problem with its place.

    Without PATHS the whole library is checked. With PATHS (files or folders) only their problems are printed, but
    ids, relations and addresses are still judged against the whole library. A folder outside the library is checked
    as a library of its own.

    Exit status: 0 nothing that fails, 1 problems, 2 wrong usage or settings.
    """
    project = open_project(config)
    results = [_check_library(library, wanted) for library, wanted in _libraries(project, paths)]
    problems = [problem for _, found in results for problem in found]
    for problem in problems:
        click.echo(str(problem))
    checked = sum(number for number, _ in results)
    failed = failing(problems, project.settings)
    click.echo(_summary(problems, checked), err=True)
    sys.exit(1 if failed else 0)


def _libraries(project: Project, paths: Sequence[Path]) -> Iterable[tuple[Project, list[Path] | None]]:
    """Yield the libraries that the paths belong to, each with the paths in it (None for all of it)."""
    folder = (project.root / project.settings.folder).resolve()
    resolved = [path.absolute() for path in paths]
    inside = [path for path in resolved if _is_inside(path, folder)]
    if inside or not paths:
        yield project, (None if not paths or any(path.resolve() == folder for path in inside) else inside)
    outside = [path for path in resolved if not _is_inside(path, folder)]
    for parent in dict.fromkeys(path if path.is_dir() else path.parent for path in outside):
        files = [path for path in outside if path.is_file() and path.parent == parent]
        shown = _shown_folder(parent)
        settings = project.settings.model_copy(update={"folder": shown, "exclude": ()})
        own = replace(project, root=Path.cwd(), settings=settings, docs_dir=_docs_beside(parent, project))
        yield own, (files if parent not in outside else None)


def _docs_beside(folder: Path, project: Project) -> str:
    """Return docs_dir of a project with another root, where its folder lies as the settings say; else the project's."""
    parts = Path(project.settings.folder).parts
    is_alike = bool(parts) and folder.parts[-len(parts) :] == parts
    root = folder.parents[len(parts) - 1] if is_alike else project.root.absolute()
    return str(root / project.docs_dir)


def _check_library(project: Project, wanted: list[Path] | None) -> tuple[int, list[Problem]]:
    """Return how many documents were checked and their problems; `wanted` limits both to these paths."""
    loaded = load_library(project.root, project.settings, project.docs_dir)
    problems = [*find_exposure(project.root, project.settings, project.root / project.docs_dir), *judge(loaded)]
    if wanted is None:
        return len(loaded.library.postmortems), problems
    names = _names(loaded, project, wanted)
    if not names:
        listed = ", ".join(str(path) for path in wanted)
        fail(f"{listed}: no document of {project.settings.folder} (documents end in .md and are not excluded)")
    return len(names), [problem for problem in problems if problem.location.path in names]


def _names(loaded: Loaded, project: Project, wanted: list[Path]) -> set[str]:
    """Return the shown paths of the documents and refused files that lie at or below the wanted paths."""
    known = {p.path for p in loaded.library.postmortems} | {problem.location.path for problem in loaded.problems}
    return {name for name in known if any(_is_inside((project.root / name).absolute(), path) for path in wanted)}


def _is_inside(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def _shown_folder(folder: Path) -> str:
    """Return the folder as the user would write it: relative to the current one when it lies below it."""
    return str(folder.relative_to(Path.cwd())) if _is_inside(folder, Path.cwd()) else str(folder)


def _summary(problems: Sequence[Problem], checked: int) -> str:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    documents = count(checked, "document")
    if not problems:
        return f"{documents} checked, no problem."
    return f"{documents} checked: {count(errors, 'error')}, {count(len(problems) - errors, 'warning')}."
