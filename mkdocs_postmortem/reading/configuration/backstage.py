"""Backstage's catalogue: components and systems as services, groups and users as owners.

Source of the form: https://backstage.io/docs/features/software-catalog/descriptor-format/
"""

from __future__ import annotations

from dataclasses import replace

from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.configuration.written import Written
from mkdocs_postmortem.reading.configuration.yaml_tree import TreeBuilder, compose

_API = "backstage.io/"
_SERVICES = ("Component", "System")
_OWNERS = {"Group": "team", "User": "person"}
_SUBSTITUTIONS = {"$text", "$json", "$yaml"}


def read_services(text: str, shown: str) -> tuple[list[Written], list[Problem]]:
    """Return the services of a catalogue file, components before systems, and what is wrong with the file."""
    entities, problems = _entities(text, shown)
    return [_service(entity) for kind in _SERVICES for entity in entities if _kind(entity) == kind], problems


def read_owners(text: str, shown: str) -> tuple[list[Written], list[Problem]]:
    """Return the groups and users of a catalogue file, and what is wrong with the file."""
    entities, problems = _entities(text, shown)
    return [_owner(entity) for entity in entities if _kind(entity) in _OWNERS], problems


def _entities(text: str, shown: str) -> tuple[list[Written], list[Problem]]:
    """Return the entities of a file, one for each YAML document; raises Unreadable."""
    builder, found = TreeBuilder(shown), []
    for node in compose(text, closed=True):
        entity = builder.build(node)
        if entity.value is None:
            continue
        if not _text(entity, "apiVersion").startswith(_API) or not _kind(entity):
            hint = "state apiVersion (backstage.io/v1alpha1) and kind, or narrow the pattern"
            builder.refuse(entity.place, "this is no entity of Backstage", hint)
        elif not _text(entity, "metadata", "name"):
            builder.refuse(entity.place, "the entity has no metadata.name", "state it as text")
        else:
            found.append(entity)
    return found, builder.problems


def _service(entity: Written) -> Written:
    links = {_text(link, "title") or _text(link, "url"): _below(link, "url") for link in _links(entity)}
    stated = {
        "name": _below(entity, "metadata", "name"),
        "title": _below(entity, "metadata", "title"),
        "description": _below(entity, "metadata", "description"),
        "owner": _bare(_below(entity, "spec", "owner")),
        "links": Written({label: url for label, url in links.items() if url}, entity.place),
    }
    return Written({key: value for key, value in stated.items() if value}, entity.place)


def _owner(entity: Written) -> Written:
    """Return a team or a person; the names under which they are shown are aliases."""
    shown = (_below(entity, "metadata", "title"), _below(entity, "spec", "profile", "displayName"))
    stated = {
        "name": _below(entity, "metadata", "name"),
        "kind": Written(_OWNERS[_kind(entity)], entity.place),
        "aliases": Written(tuple(alias for alias in shown if alias), entity.place),
    }
    return Written({key: value for key, value in stated.items() if value}, entity.place)


def _links(entity: Written) -> tuple[Written, ...]:
    links = _below(entity, "metadata", "links")
    return links.value if links and links.is_list else ()


def _below(entity: Written, *path: str) -> Written | None:
    """Return what stands at a path, None without a value and for text that Backstage would take from elsewhere."""
    found = entity.at(path)
    if not entity.has(path) or found.value is None or (found.is_mapping and _SUBSTITUTIONS & found.value.keys()):
        return None
    return found


def _text(entity: Written, *path: str) -> str:
    found = _below(entity, *path)
    return found.value if found and isinstance(found.value, str) else ""


def _kind(entity: Written) -> str:
    return _text(entity, "kind")


def _bare(reference: Written | None) -> Written | None:
    """Return the name of `group:default/team-payments` alone."""
    if reference is None or not isinstance(reference.value, str):
        return reference
    return replace(reference, value=reference.value.rpartition(":")[2].rpartition("/")[2])
