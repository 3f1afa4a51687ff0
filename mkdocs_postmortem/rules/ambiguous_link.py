"""PM507: a wiki link may mean several documents."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import AMBIGUOUS_LINK, Location, Problem
from mkdocs_postmortem.reading.links import split_wiki

_NAMED_AT_MOST = 3


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem at each wiki link whose name is the id or the file name of two documents or more."""
    for source, references in library.references():
        for reference in references:
            wiki = split_wiki(reference.target) if reference.form == "wiki" else None
            if wiki and len(meant := library.names.find(wiki.name)) > 1:
                place = Location(source, reference.line, reference.column)
                paths = sorted(postmortem.relative_path for postmortem in meant)
                message = f'"{shorten(wiki.name)}" may mean {_listed(paths)}'
                yield AMBIGUOUS_LINK.at(place, message, f"write the path: [[{paths[0]}]]")


def _listed(paths: list[str]) -> str:
    more = f" and {len(paths) - _NAMED_AT_MOST} more" if len(paths) > _NAMED_AT_MOST else ""
    return f"{' or '.join(paths[:_NAMED_AT_MOST])}{more}"
