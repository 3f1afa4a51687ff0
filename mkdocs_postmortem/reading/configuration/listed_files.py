"""Lists of the settings that stand in files of their own: `services: {file: services.yml}`, `{backstage: […]}`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs_postmortem.problems import INVALID_SETTING, Location, Problem
from mkdocs_postmortem.reading.configuration.backstage import read_owners, read_services
from mkdocs_postmortem.reading.configuration.project_paths import MOST_FILES, find_inside, find_matching
from mkdocs_postmortem.reading.configuration.refusal import refuse_unset
from mkdocs_postmortem.reading.configuration.written import Written
from mkdocs_postmortem.reading.configuration.yaml_tree import TreeBuilder, Unreadable, compose, read_text
from mkdocs_postmortem.reading.on_disk import is_file
from mkdocs_postmortem.settings import squash

Reader = Callable[[str, str], tuple[list[Written], list[Problem]]]
"""Takes a file's text and its path for reports; returns entries and what is wrong. Raises Unreadable."""

LISTS = ("services", "owners", "tags", "factor_categories")
"""Options whose entries may stand in files."""
CATALOGUES: dict[str, Reader] = {"services": read_services, "owners": read_owners}
"""Options whose entries may come from Backstage."""

_WEAKER = (None, "file", "backstage")
"""Where entries stand, from the source that wins to that which loses; None is the list itself."""


@dataclass(slots=True)
class ListExpander:
    """Puts the entries of files in the place of their names. Paths are relative to `root` and stay inside of it.

    `shown_root` is the root as reports show it. `problems`, `sources` (the files that were read), `patterns` (those
    that were looked for) and `unsure` (the options of which not all could be read) grow on the way.
    """

    root: Path
    shown_root: Path
    problems: list[Problem] = field(default_factory=list)
    sources: list[Path] = field(default_factory=list)
    patterns: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    def expand(self, options: Written) -> Written:
        """Return the options with every entry of their lists."""
        expanded = {name: self._list(name, value) if name in LISTS else value for name, value in options.value.items()}
        return replace(options, value=expanded)

    def _list(self, option: str, value: Written) -> Written:
        """Return a list with the entries of its files.

        What stands in the list itself wins over entries of files, and these over those of a catalogue.
        """
        sources = [(_source_of(entry, option), entry) for entry in (value.value if value.is_list else (value,))]
        if not any(source for source, _ in sources):
            return value
        known = len(self.problems)
        read = [(source, self._entries(option, source, entry)) for source, entry in sources]
        if len(self.problems) > known:
            self.unsure.add(option)
        by_source = {wanted: {_name_of(e) for source, es in read if source == wanted for e in es} for wanted in _WEAKER}
        found = (
            entry
            for source, entries in read
            for entry in entries
            if not any(_name_of(entry) in by_source[stronger] for stronger in _WEAKER[: _WEAKER.index(source)])
        )
        return Written(tuple(found), value.place)

    def _entries(self, option: str, source: str | None, entry: Written) -> list[Written]:
        if source is None:
            return [entry]
        return list((self._of_file if source == "file" else self._of_catalogue)(option, entry.value[source]))

    def _of_file(self, option: str, name: Written) -> Iterator[Written]:
        """Yield the entries of a YAML list, or of a text with one name a line."""
        if self._is_unset(option, name):
            return
        told = name.variable or name.value
        ending = Path(name.value).suffix.lower() if isinstance(name.value, str) else ""
        path = find_inside(self.root, name.value) if ending in _READERS else None
        if ending not in _READERS:
            self._refuse(name.place, f'{option}: "{told}" is no .yml, .yaml or .txt file', "name one")
        elif path is None:
            hint = "files lie beside mkdocs.yml or below, and are no links"
            self._refuse(name.place, f'{option}: file "{told}" lies outside of the project', hint)
        elif not is_file(path):
            self._refuse(name.place, f'{option}: file "{told}" does not exist', "paths are relative to mkdocs.yml")
        else:
            shown = name.variable or self._shown(name.value)
            entries = self._read(path, shown, _READERS[ending])
            if not entries and path in self.sources:
                self._refuse(
                    name.place, f'{option}: file "{told}" holds no entry', "an empty list would allow anything"
                )
            yield from entries

    def _of_catalogue(self, option: str, patterns: Written) -> Iterator[Written]:
        """Yield what Backstage's catalogue says of services or owners; the first of two with one name counts."""
        paths: dict[str, Path] = {}
        for pattern in patterns.value if patterns.is_list else (patterns,):
            if self._is_unset(option, pattern):
                continue
            paths.update(self._matching(option, pattern))
        seen: set[str] = set()
        for name, path in paths.items():
            for entry in self._read(path, self._shown(name), CATALOGUES[option]):
                if _name_of(entry) not in seen:
                    seen.add(_name_of(entry))
                    yield entry

    def _is_unset(self, option: str, name: Written) -> bool:
        """Return whether a variable should name the file and is not set, which is told."""
        unset = name.value is None and bool(name.variable)
        if unset:
            self.problems.append(refuse_unset(name, option))
        return unset

    def _matching(self, option: str, pattern: Written) -> dict[str, Path]:
        told = pattern.variable or pattern.value
        matching = self._found(pattern.value) if isinstance(pattern.value, str) else None
        if matching is None:
            self._refuse(pattern.place, f'{option}: backstage "{told}" is no pattern of paths below mkdocs.yml')
        elif not matching:
            self._refuse(pattern.place, f'{option}: no file matches backstage "{told}"', "** stands for any folders")
        elif len(matching) > MOST_FILES:
            self._refuse(pattern.place, f'{option}: backstage "{told}" matches over {MOST_FILES} files', "narrow it")
        return matching or {}

    def _found(self, pattern: str) -> dict[str, Path] | None:
        self.patterns.append(pattern)
        return find_matching(self.root, pattern)

    def _read(self, path: Path, shown: str, read: Reader) -> list[Written]:
        self.sources.append(path)
        try:
            entries, problems = read(read_text(path), shown)
        except Unreadable as reason:
            entries, problems = [], [reason.as_problem(shown)]
        self.problems += problems
        return entries

    def _shown(self, name: str) -> str:
        return Path(os.path.normpath(self.shown_root / name)).as_posix()

    def _refuse(self, place: Location, message: str, hint: str = "write one such as catalog/**/*.yaml") -> None:
        self.problems.append(INVALID_SETTING.at(place, message, hint))


def _read_yaml(text: str, shown: str) -> tuple[list[Written], list[Problem]]:
    builder = TreeBuilder(shown)
    nodes = compose(text, closed=True)
    built = builder.build(nodes[0]) if nodes else Written((), Location(shown))
    if len(nodes) > 1 or not built.is_list:
        builder.refuse(built.place, "the file holds no list", "write one `- entry` a line")
    return list(built.value) if built.is_list else [], builder.problems


def _read_lines(text: str, shown: str) -> tuple[list[Written], list[Problem]]:
    """Return one name a line; empty lines, and those that begin with #, hold none."""
    lines = ((number, line.strip()) for number, line in enumerate(text.split("\n"), 1))
    return [Written(name, Location(shown, number)) for number, name in lines if name and name[0] != "#"], []


_READERS: dict[str, Reader] = {".yml": _read_yaml, ".yaml": _read_yaml, ".txt": _read_lines}


def _source_of(entry: Written, option: str) -> str | None:
    """Return "file" or "backstage" where an entry names where others stand, else None."""
    keys = tuple(entry.value) if entry.is_mapping else ()
    is_known = keys == ("file",) or (keys == ("backstage",) and option in CATALOGUES)
    return keys[0] if is_known else None


def _name_of(entry: Written) -> str:
    name = entry.get("name") if entry.is_mapping else entry
    return squash(name.value) if name and isinstance(name.value, str) else ""
