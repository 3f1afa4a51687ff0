"""The settings, from options that MkDocs parsed or from mkdocs.yml itself, which is read and never executed."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import INVALID_SETTING, Location, Problem
from mkdocs_postmortem.reading.configuration.config_file import ConfigFile, read_config_file
from mkdocs_postmortem.reading.configuration.listed_files import ListExpander
from mkdocs_postmortem.reading.configuration.masks import Masks
from mkdocs_postmortem.reading.configuration.project_paths import find_inside
from mkdocs_postmortem.reading.configuration.refusal import Refusal, find_misshapen
from mkdocs_postmortem.reading.configuration.written import Written, place_like
from mkdocs_postmortem.reading.on_disk import is_file, is_folder, is_there
from mkdocs_postmortem.settings import Settings

CONFIG_NAME = "mkdocs.yml"
DEFAULTS = Settings.model_construct()
"""The settings of those who state nothing, made without what validates settings: a test validates them."""
_FOR_MKDOCS = "enabled"
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Project:
    """Where a library lives: the folder that paths are relative to, its settings, and what is wrong with them.

    `written` are the options as they were stated, with those of the files that they name; `masks` hide what came from
    the environment, whose `variables` were asked for; `sources` are the files that were read, `patterns` those
    that were looked for below the root.
    """

    root: Path
    settings: Settings
    problems: tuple[Problem, ...] = ()
    docs_dir: str = "docs"
    written: Written = field(default_factory=lambda: Written({}, Location(CONFIG_NAME)))
    masks: Masks = field(default_factory=Masks)
    sources: tuple[Path, ...] = ()
    patterns: tuple[str, ...] = ()
    variables: frozenset[str] = frozenset()

    def option_at(self, problem: Problem) -> str:
        """Return the name of the option that a problem of the settings stands at, "settings" when that is not known."""
        options = ((name, value) for name, value in self.written.value.items() if value.place != self.written.place)
        return next((str(name) for name, value in options if value.holds(problem.location)), "settings")


def read_project(config: Path | None, start: Path) -> Project:
    """Return the project of a mkdocs.yml: the given one, else the one in `start`, else the defaults in `start`."""
    path = config or start / CONFIG_NAME
    if config is None and not is_there(path):
        return Project(start, DEFAULTS)
    shown = path.name if config is None else str(config)
    file = read_config_file(path, shown)
    return _settled(file, file.block or Written({}, Location(shown)), path.parent, shown)


def read_options(options: Mapping[str, Any], config: Path | None) -> Project:
    """Return the project of options that MkDocs parsed; their places are looked up in `config`, which it read."""
    if config is None:
        place = Location(CONFIG_NAME)
        return _settled(ConfigFile(), place_like(options, None, place), Path.cwd(), CONFIG_NAME)
    shown = os.path.relpath(config) if Path.cwd() in config.absolute().parents else str(config)
    file = read_config_file(config, shown)
    return _settled(file, place_like(options, file.block, Location(shown)), config.parent, shown)


def _settled(file: ConfigFile, block: Written, root: Path, shown: str) -> Project:
    expander = ListExpander(root, Path(shown).parent)
    stated = replace(block, value={key: value for key, value in block.value.items() if key != _FOR_MKDOCS})
    written = expander.expand(stated)
    settings, refusals = check_options(written, expander.unsure)
    refusals += [*_folder_faults(written, root, settings), *_list_faults(written, root, settings)]
    masks = Masks(file.secrets)
    told = {problem.location for problem in file.problems}  # What could not be read has no value to judge.
    found = (*file.problems, *expander.problems, *(refusal for refusal in refusals if refusal.location not in told))
    problems = tuple(masks.cover_problem(problem) for problem in dict.fromkeys(found))
    return Project(
        root,
        settings,
        tuple(sorted(problems, key=lambda p: p.order)),
        file.docs_dir or "docs",
        written,
        masks,
        sources=(*file.sources, *expander.sources),
        patterns=tuple(expander.patterns),
        variables=file.variables,
    )


def check_options(written: Written, unsure: Collection[str] = ()) -> tuple[Settings, list[Problem]]:
    """Return the settings of these options and every option that was refused; refused ones are left out.

    `unsure` are options whose files could not be read: what names their entries is not judged.
    """
    if not written.value:  # What is shipped means something.
        return DEFAULTS, []
    from mkdocs_postmortem.reading.configuration.meaning import find_meaningless  # noqa: PLC0415  # all vocabularies

    settings, kept, misshapen = _validated(written)
    refused = {*unsure, *(refusal.option[0] for refusal in misshapen if refusal.option)}
    meaningless = find_meaningless(settings, refused)
    return settings, [*(r.as_problem(written) for r in misshapen), *(r.as_problem(kept) for r in meaningless)]


def _validated(written: Written) -> tuple[Settings, Written, list[Refusal]]:
    """Return the settings, the options that they were made of, and the refusals of the others.

    What is left out may be missed elsewhere: that is no fault of its own.
    """
    refusals: list[Refusal] | None = None
    for _ in range(_ROUNDS):
        try:
            return Settings.model_validate(written.plain()), written, refusals or []
        except ValidationError as error:
            found = list(find_misshapen(error, written))
        refusals = found if refusals is None else refusals
        entries = {_entry_around(written, refusal.option) for refusal in found}
        for path in sorted(entries, key=lambda path: [(len(part), part) for part in path], reverse=True):
            written = written.without(path)
    return Settings(), replace(written, value={}), refusals or []


def _entry_around(written: Written, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path of the list entry on the way to an option, else of the deepest value that is there."""
    for length in range(1, len(path) + 1):
        if not written.has(path[:length]):
            return path[: length - 1]
        if written.at(path[: length - 1]).is_list:
            return path[:length]
    return path


def _folder_faults(written: Written, root: Path, settings: Settings) -> list[Problem]:
    """Return a problem for a folder that the environment names and that is not there.

    Its name would be shown as what is missing, and stands in the path of every document otherwise.
    """
    folder = written.get("folder")
    if folder is None or not folder.variable or folder.value != settings.folder:  # Refused already.
        return []
    path = find_inside(root, folder.value)
    if path is not None and is_folder(path):
        return []
    message = f"folder: what {folder.variable} holds is no folder below mkdocs.yml"
    return [INVALID_SETTING.at(folder.place, message, "create the folder, or correct the variable")]


def _list_faults(written: Written, root: Path, settings: Settings) -> list[Problem]:
    """Return a problem for a list of known incidents that is not there, at the line that names it."""
    if settings.incidents_csv is None:
        return []
    name, here = settings.incidents_csv.file, written.at(("incidents_csv", "file"))
    told, path = here.variable or f'"{shorten(name)}"', find_inside(root, name)
    if path is None:
        message, hint = (
            f"incidents_csv: {told} lies outside of the project",
            "copy it below mkdocs.yml, not as a link",
        )
    elif is_there(path) and not is_file(path):
        message, hint = f"incidents_csv: {told} is no file", "name a CSV file"
    elif not is_file(path):
        message, hint = f"incidents_csv: {told} does not exist", "paths are relative to mkdocs.yml"
    else:
        return []
    return [INVALID_SETTING.at(here.place, message, hint)]
