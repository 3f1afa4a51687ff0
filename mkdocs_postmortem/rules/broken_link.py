"""PM506: a link or an image leads nowhere on the site."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.destinations import Destination, find_anchor_fault, find_destination, find_named
from mkdocs_postmortem.library.digest import Digest
from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import nearest, shorten, suggest
from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.problems import BROKEN_LINK, Level, Location, Problem
from mkdocs_postmortem.reading.links import split_wiki
from mkdocs_postmortem.rules.explanations.example import SOUND, replacing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import LINKS
from mkdocs_postmortem.rules.rule import RegisterRule

_ANCHOR_HINT = "an anchor is a heading in lower case, with dashes for blanks"
_SUGGESTIONS_AT_MOST = 50


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem at each link whose target or anchor is not there, or is there and joins no site.

    A link to a file of the repository that the site leaves out is a warning: it works wherever the repository is
    read. A picture is not seen on the site then, which is an error.
    """
    judge = _Judge(register)
    for source, references in register.references():
        for reference in references:
            if problem := judge.see(source, reference):
                yield problem


class _Judge:
    """Looks at one link after the other. Only so many get a suggestion: each costs a look at every id."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.suggestions_left = _SUGGESTIONS_AT_MOST

    def see(self, source: str, reference: Reference) -> Problem | None:
        """Return what is wrong with a link of the document at `source`, None when nothing is."""
        place = Location(source, reference.line, reference.column)
        if reference.form == "wiki":
            return self._see_wiki(reference.target, place)
        found = find_destination(self.register, source, reference.target)
        if fault := find_anchor_fault(self.register, found):
            return BROKEN_LINK.at(place, fault, self._anchor_suggestion(found))
        if not found.fault:
            return None
        problem = BROKEN_LINK.at(place, found.fault, found.hint)
        return problem.at_level(Level.WARNING) if _is_harmless(found, reference) else problem

    def _see_wiki(self, target: str, place: Location) -> Problem | None:
        wiki = split_wiki(target)
        if wiki is None:
            return None
        meant = find_named(self.register, wiki)
        if not meant:
            message = f'no document has the id or file name "{shorten(wiki.name)}"'
            return BROKEN_LINK.at(place, message, self._suggestion(wiki.name))
        fault = find_anchor_fault(self.register, meant[0]) if len(meant) == 1 else ""
        return BROKEN_LINK.at(place, fault, self._anchor_suggestion(meant[0])) if fault else None

    def _anchor_suggestion(self, found: Destination[Digest]) -> str:
        if not self.suggestions_left or found.incident is None:
            return _ANCHOR_HINT
        self.suggestions_left -= 1
        close = nearest(found.anchor, found.incident.anchors)
        return f'did you mean "#{close}"?' if close else _ANCHOR_HINT

    def _suggestion(self, name: str) -> str:
        if not self.suggestions_left:
            return "check the name"
        self.suggestions_left -= 1
        return suggest(name, [document.id for document in self.register.documents])


def _is_harmless(found: Destination[Digest], reference: Reference) -> bool:
    return found.kind == "unpublished" and reference.form == "link"


_OTHER = SOUND.replace("INC-2026-014", "INC-2025-009")
_SEE = "A full connection pool"
_LINK = "See the [last one](2025-11-02-search.md)."

RULE = RegisterRule(
    BROKEN_LINK,
    check,
    Explanation(
        why="A reader who follows a link at night needs what stands behind it. A link that leads nowhere hides that "
        "the evidence is gone.",
        sources=(LINKS,),
        bad=replacing(_SEE, f"{_LINK} {_SEE}", shown=_LINK),
        good=replacing(_SEE, f"{_LINK} {_SEE}", shown=_LINK).next_to("2025-11-02-search.md", _OTHER),
        note="An anchor that no heading has leads nowhere too. A link to a file of the repository that joins no site "
        "is a warning. What joins the site is told in the documentation of the document.",
    ),
)
