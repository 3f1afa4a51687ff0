"""PM507: a wiki link may mean several documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import AMBIGUOUS_LINK, Location, Problem
from mkdocs_postmortem.reading.links import split_wiki
from mkdocs_postmortem.rules.explanations.example import SOUND, Example, replacing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import LINKS
from mkdocs_postmortem.rules.rule import RegisterRule

_NAMED_AT_MOST = 3


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem at each wiki link whose name is the id or the file name of two documents or more."""
    for source, references in register.references():
        for reference in references:
            wiki = split_wiki(reference.target) if reference.form == "wiki" else None
            if wiki and len(meant := register.names.find(wiki.name)) > 1:
                place = Location(source, reference.line, reference.column)
                paths = sorted(document.relative_path for document in meant)
                message = f'"{shorten(wiki.name)}" may mean {_listed(paths)}'
                yield AMBIGUOUS_LINK.at(place, message, f"write the path: [[{paths[0]}]]")


def _listed(paths: list[str]) -> str:
    more = f" and {len(paths) - _NAMED_AT_MOST} more" if len(paths) > _NAMED_AT_MOST else ""
    return f"{' or '.join(paths[:_NAMED_AT_MOST])}{more}"


_SEE = "A full connection pool"


_OTHERS = (("2025-11-02-search.md", "INC-2025-009"), ("inc-2025-009.md", "INC-2025-010"))


def _linking(name: str) -> Example:
    """Return the example of a wiki link in a folder where the id of one document is the file name of another."""
    example = replacing(_SEE, f"Like [[{name}]]. {_SEE}", shown=f"Like [[{name}]].")
    return replace(example, beside=tuple((file, SOUND.replace("INC-2026-014", own)) for file, own in _OTHERS))


RULE = RegisterRule(
    AMBIGUOUS_LINK,
    check,
    Explanation(
        why="A wiki link names a document by its id or its file name. When two have the name, a reader is led to one "
        "of them by chance.",
        sources=(LINKS,),
        bad=_linking("INC-2025-009"),
        good=_linking("2025-11-02-search"),
        note="In the example, `2025-11-02-search.md` has this id, and another file is called `inc-2025-009.md`. Ids "
        "and file names are compared without case.",
    ),
)
