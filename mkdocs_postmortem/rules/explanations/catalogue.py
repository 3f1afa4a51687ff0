"""The explanation of every kind of problem: those of the rules, and here those of reading and of the settings."""

from __future__ import annotations

from mkdocs_postmortem.problems import Kind
from mkdocs_postmortem.rules import RULES
from mkdocs_postmortem.rules.explanations import body, configuration, fields, files, front_matter, ignoring
from mkdocs_postmortem.rules.explanations.explanation import Explanation

_OF_READING = (files, front_matter, ignoring, fields, body, configuration)

EXPLANATIONS: dict[str, Explanation] = dict(
    sorted(
        [
            *((rule.kind.code, rule.explanation) for rule in RULES),
            *((kind.code, explanation) for part in _OF_READING for kind, explanation in part.EXPLANATIONS.items()),
        ]
    )
)
"""Every explanation by its code, in the order of the codes."""


def explain(kind: Kind) -> Explanation:
    """Return the explanation of a kind of problem; there is one for each."""
    return EXPLANATIONS[kind.code]
