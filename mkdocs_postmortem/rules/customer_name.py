"""PM705: the document holds the name of a customer."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import CUSTOMER_NAME, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import GDPR
from mkdocs_postmortem.rules.language.prose import words_in
from mkdocs_postmortem.rules.rule import Rule


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each match of a configured pattern; the name itself is not repeated."""
    patterns = library.settings.customer_names
    for postmortem in library.postmortems if patterns else ():
        words = words_in(postmortem)
        for pattern in patterns:
            for find in words.find(pattern):
                if find.match[0]:
                    hint = "say what sort of customer it is, such as a large shop in Spain"
                    yield CUSTOMER_NAME.at(find.place, "the name of a customer", hint)


RULE = Rule(
    CUSTOMER_NAME,
    check,
    Explanation(
        why="Which customer was hit is often confidential, and seldom helps to understand what happened.",
        sources=(GDPR,),
        bad=writing("Impact", "All orders of Wunderkaufhaus failed.").given('customer_names: ["Wunderkaufh[a-z]+"]'),
        good=writing("Impact", "All orders of one large shop failed.").given('customer_names: ["Wunderkaufh[a-z]+"]'),
        note="Only found when the setting `customer_names` holds patterns: Python's regular expressions, which match "
        "letter case. Begin one with `(?i)` to ignore it. The report does not repeat the name.",
        options=("customer_names",),
    ),
)
