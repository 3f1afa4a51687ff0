"""mkdocs.yml and what it inherits: the block of the plugin, merged as MkDocs merges it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from mkdocs_postmortem.model.text import describe_type
from mkdocs_postmortem.problems import INVALID_SETTING, Location, Problem
from mkdocs_postmortem.reading.configuration.refusal import refuse_unset
from mkdocs_postmortem.reading.configuration.written import Written, merge
from mkdocs_postmortem.reading.configuration.yaml_tree import TreeBuilder, Unreadable, compose, read_text
from mkdocs_postmortem.reading.on_disk import is_file, real_path
from mkdocs_postmortem.settings.block import find_path_fault

PLUGIN_NAME = "postmortem"
_OF_INTEREST = ("INHERIT", "docs_dir", "plugins")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """What a mkdocs.yml says that concerns us. `block` is None where it does not name the plugin.

    `secrets` are texts of the environment with what is shown instead, `variables` the names that were asked for there,
    `sources` the files that were read.
    """

    block: Written | None = None
    docs_dir: str | None = None
    problems: tuple[Problem, ...] = ()
    secrets: dict[str, str] = field(default_factory=dict)
    variables: frozenset[str] = frozenset()
    sources: tuple[Path, ...] = ()
    plugins_form: str = ""
    """How `plugins` is written: "mapping", "list", or empty when it is not there."""


def read_config_file(path: Path, shown: str, above: tuple[Path, ...] = ()) -> ConfigFile:
    """Return what a configuration file and those that it inherits say; whatever cannot be read is a problem.

    `shown` is the path for reports, `above` are the files that inherit this one.
    """
    builder = TreeBuilder(shown)
    try:
        own, inherited = _read_own(builder, path)
    except Unreadable as reason:
        own, inherited = ConfigFile(problems=(reason.as_problem(shown),)), None
    problems = (*builder.problems, *own.problems)
    variables = frozenset(builder.variables)
    own = replace(own, problems=problems, secrets=builder.secrets, variables=variables, sources=(path,))
    return own if inherited is None else _with_parent(own, inherited, (*above, real_path(path)))


def _read_own(builder: TreeBuilder, path: Path) -> tuple[ConfigFile, Written | None]:
    """Return what the file itself says, and the file that it inherits."""
    nodes = compose(read_text(real_path(path)))
    top = nodes[0] if nodes else None
    entries = builder.entries(top) if isinstance(top, yaml.MappingNode) else ()
    values = {key.value: (key, value) for key, value in entries if key.value in _OF_INTEREST}
    inherited = (
        builder.build(values["INHERIT"][1], builder.place(values["INHERIT"][0])) if "INHERIT" in values else None
    )
    # What other keys hold is not ours to judge.
    unjudged = TreeBuilder(builder.shown, secrets=builder.secrets, variables=builder.variables)
    docs_dir = _docs_dir(builder, unjudged, *values["docs_dir"]) if "docs_dir" in values else None
    if "plugins" not in values:
        return ConfigFile(docs_dir=docs_dir), inherited
    plugins = values["plugins"][1]
    form = "mapping" if isinstance(plugins, yaml.MappingNode) else "list"
    return ConfigFile(_find_block(builder, plugins), docs_dir, plugins_form=form), inherited


def _docs_dir(builder: TreeBuilder, unjudged: TreeBuilder, key: yaml.Node, node: yaml.Node) -> str | None:
    """Return docs_dir, None when it is no text, which MkDocs says, or no path at all."""
    value = unjudged.build(node).value
    fault = find_path_fault(value) if isinstance(value, str) else ""
    if fault:
        builder.refuse(builder.place(key), f"docs_dir: {fault}", "name a folder relative to mkdocs.yml")
    return value if isinstance(value, str) and not fault else None


def _find_block(builder: TreeBuilder, plugins: yaml.Node) -> Written | None:
    """Return the options of the plugin, in either of the two forms that MkDocs accepts."""
    entries = list(_own_entries(builder, plugins))
    for place, _ in entries[1:]:
        first = f"the one on line {entries[0][0].line}"
        message = f"there are two {PLUGIN_NAME} entries under plugins, this one and {first}"
        builder.refuse(place, message, "keep one of them, with all options")
    if not entries:
        return None
    place, options = entries[0]
    return Written({}, place) if options is None else _options(builder, place, options)


def _own_entries(builder: TreeBuilder, plugins: yaml.Node) -> Iterator[tuple[Location, yaml.Node | None]]:
    """Yield where the plugin is named, each with its options, None where it is only named."""
    for entry in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
        if isinstance(entry, yaml.ScalarNode) and entry.value == PLUGIN_NAME:
            yield builder.place(entry), None
        elif isinstance(entry, yaml.MappingNode):
            found = [(name, options) for name, options in builder.entries(entry) if name.value == PLUGIN_NAME]
            stated = [pair for pair in found if pair in entry.value]  # They win over those of merge keys.
            yield from ((builder.place(name), options) for name, options in stated or found[-1:])


def _options(builder: TreeBuilder, place: Location, node: yaml.Node) -> Written:
    options = builder.build(node, place)
    if options.value and not options.is_mapping:
        builder.refuse(place, f"the {PLUGIN_NAME} block holds no options", "write one `option: value` a line below it")
    return options if options.is_mapping else Written({}, place)


def _with_parent(own: ConfigFile, inherited: Written, above: tuple[Path, ...]) -> ConfigFile:
    """Return what a file says on top of what it inherits."""
    if inherited.variable and inherited.value is None:
        return replace(own, problems=(*own.problems, refuse_unset(inherited, "INHERIT")))
    path, named = above[-1], inherited.variable or inherited.value
    parent = path.parent / os.path.normpath(str(inherited.value))
    if not isinstance(inherited.value, str) and not inherited.variable:
        message = f"INHERIT: it must be text, not {describe_type(inherited.value)}"
        return _refused(own, inherited.place, message, "name one file relative to this one")
    if not isinstance(inherited.value, str) or not is_file(parent):
        return _refused(own, inherited.place, f'INHERIT: "{named}" is no file', "name a file relative to this one")
    if real_path(parent) in above:
        return _refused(own, inherited.place, f'INHERIT: "{named}" inherits this file', "break the circle")
    shown = inherited.variable or os.path.normpath(Path(inherited.place.path).parent / named)
    base = read_config_file(parent, shown, above)
    return ConfigFile(
        _merged_block(base, own),
        own.docs_dir or base.docs_dir,
        (*own.problems, *base.problems),
        {**base.secrets, **own.secrets},
        base.variables | own.variables,
        (*own.sources, *base.sources),
        own.plugins_form or base.plugins_form,
    )


def _refused(own: ConfigFile, place: Location, message: str, hint: str) -> ConfigFile:
    return replace(own, problems=(*own.problems, INVALID_SETTING.at(place, message, hint)))


def _merged_block(base: ConfigFile, own: ConfigFile) -> Written | None:
    """Return the options of both: a list of plugins replaces the parent's, two mappings are merged."""
    if not own.plugins_form:
        return base.block
    if own.plugins_form == base.plugins_form == "mapping" and base.block:
        return merge(base.block, own.block) if own.block else base.block
    return own.block
