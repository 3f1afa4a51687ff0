"""Names that settings use for what we know: fields, sections, kinds of problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.model.choice import nearest, suggest
from mkdocs_postmortem.problems import CATALOGUE, KINDS_BY_NAME, find_kind
from mkdocs_postmortem.reading.configuration.refusal import Path, Refusal, name_of
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings


def known_fields(settings: Settings) -> list[str]:
    """Return the names of the fields that a document may be required to state."""
    facts = [name for name in Facts.model_fields if name not in ("custom", "extensions")]
    return [*facts, *(declared.name for declared in settings.fields)]


def known_sections() -> tuple[str, ...]:
    """Return the names of the sections that a document may have."""
    return tuple(vocabulary_for(Settings()).section_keys)


def find_unknown(option: Path, names: Iterable[str], known: Iterable[str], what: str) -> Iterator[Refusal]:
    """Yield each of an option's names that is not known; `names` are a list, or the keys of a mapping."""
    known = tuple(known)
    for index, name in enumerate(names):
        if name not in known:
            path = (*option, name if isinstance(names, Mapping) else str(index))
            yield Refusal(path, f'{name_of(option)}: "{name}" is no {what}', suggest(name, known))


def find_level_faults(levels: Mapping[str, str], option: Path) -> Iterator[Refusal]:
    """Yield levels of what is no kind of problem, and two levels of one kind."""
    name, seen = name_of(option), dict[str, str]()
    for reference, level in levels.items():
        kind = find_kind(reference)
        if kind is None:
            message = f'{name}: "{reference}" is no problem code or name'
            yield Refusal((*option, reference), message, _nearest_kind(reference))
        elif seen.setdefault(kind.code, level) != level:
            message = f'{name}: "{reference}" is {kind.code} {kind.name}, which already has another level'
            yield Refusal((*option, reference), message, "keep one of them")


def _nearest_kind(reference: str) -> str:
    close = nearest(reference, [*CATALOGUE, *KINDS_BY_NAME]) if not reference.isdecimal() else None
    return f'did you mean "{close}"?' if close else "`postmortem rules` lists them"
