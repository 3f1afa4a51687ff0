"""PM701: the analysis blames a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import BLAME_LANGUAGE, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import ALLSPAW_2012, DEKKER, PAGERDUTY_BLAMELESS, SRE_BOOK
from mkdocs_postmortem.rules.language.prose import find_in_sections, mentions
from mkdocs_postmortem.rules.language.wording import literals_of, pattern_of
from mkdocs_postmortem.rules.rule import Rule

_HINT = "tell what made the act look right, and what let it do harm"
_PERSON = re.compile(r"@?[^\W\d_][\w.'’-]{1,30}(?: [^\W\d_][\w.'’-]{0,30}){0,3}")
_MOST_NAMES = 50
_SECTIONS = frozenset({"cause", "lessons", "went-poorly"})


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each word of blame, and each named person who is made the cause, in the analysis."""
    for postmortem in library.postmortems:
        for find in find_in_sections(postmortem, _SECTIONS, pattern_of("blame"), literals_of("blame")):
            yield BLAME_LANGUAGE.at(find.place, f'"{find.match[0]}" judges a person', _HINT)
        names = _names(postmortem)
        said = tuple(name.lower() for name in names)
        # Few documents need the pattern of their names, which takes longer to make than all else.
        accused = names and mentions(postmortem, _SECTIONS, said)
        for find in find_in_sections(postmortem, _SECTIONS, _accusation(names), said) if accused else ():
            yield BLAME_LANGUAGE.at(find.place, f'"{shorten(find.match[0])}" makes a person the cause', _HINT)


def _names(postmortem: Postmortem) -> frozenset[str]:
    """Return the people whom the document names as authors, reviewers, commander or owners, and their first names."""
    stated = [*postmortem.authors, *postmortem.reviewers, postmortem.commander or ""]
    stated += [owner for item in postmortem.action_items for owner in item.owners]
    people = dict.fromkeys(name.lstrip("@").strip() for name in stated if _PERSON.fullmatch(name.strip()))
    return frozenset(name for full in list(people)[:_MOST_NAMES] for name in (full, full.split()[0]))


@lru_cache(maxsize=512)
def _accusation(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of "Dana forgot" and "@dana had ignored": a name and what makes its bearer the cause."""
    people = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{people})[ ](?:has[ ]|had[ ])?(?i:{pattern_of('acts').pattern})")


RULE = Rule(
    BLAME_LANGUAGE,
    check,
    Explanation(
        why="People act sensibly on what they know at the time. A cause that ends at a person ends the search for what "
        "made the act look right, and the next person keeps silent.",
        sources=(ALLSPAW_2012, SRE_BOOK, DEKKER, PAGERDUTY_BLAMELESS),
        bad=writing("Root cause", "The on-call engineer should have known that the pool was too small."),
        good=writing("Root cause", "Nothing compared the size of the pool with the number of workers."),
        note="Looked at are the sections on the cause, on lessons and on what went poorly, without code. Reported are "
        "words such as human error or careless, what people should have done (we should have), and a person whom the "
        "document names, followed by an act: Dana forgot. English and German words are known.",
    ),
)
