"""PM010 to PM022: the front matter as text and as YAML."""

from __future__ import annotations

from mkdocs_postmortem import problems as kinds
from mkdocs_postmortem.reading.yaml_events import DEEPEST, LONGEST_BLOCK, LONGEST_SCALAR, MOST_EVENTS
from mkdocs_postmortem.rules.explanations.example import SOUND, Example, replacing, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import ONE_SPLITTER, YAML_12

_FIRST = "---\nid:"
_LAST = "published_at: 2026-03-05\n---\n"
_BLOCK = Example(shown="---\nid: INC-2026-014\nseverity: sev1\n---\n\n# Checkout failed")
_DEEP = DEEPEST + 1

EXPLANATIONS: dict[kinds.Kind, Explanation] = {
    kinds.NO_FRONT_MATTER: Explanation(
        why="The facts that lists and figures need stand in a block at the top of the file. Without one a document has "
        "no severity, no start and no services.",
        sources=(ONE_SPLITTER,),
        bad=replacing(SOUND.split("\n\n# ", maxsplit=1)[0], "# Checkout failed", shown="# Checkout failed"),
        good=_BLOCK,
        note="Where the body states facts under labels, `postmortem adopt` moves them into a block.",
    ),
    kinds.UNCLOSED_FRONT_MATTER: Explanation(
        why="Without the closing line all of the document is front matter, or none of it, depending on the program.",
        sources=(ONE_SPLITTER,),
        bad=replacing(
            _LAST, "published_at: 2026-03-05\n", shown="---\nid: INC-2026-014\nseverity: sev1\n\n# Checkout failed"
        ),
        good=_BLOCK,
    ),
    kinds.MALFORMED_DELIMITER: Explanation(
        why="A generator that takes the line for text publishes the whole block as part of the page.",
        sources=(ONE_SPLITTER,),
        bad=replacing(_LAST, "published_at: 2026-03-05\n----\n", shown="---\nid: INC-2026-014\nseverity: sev1\n----"),
        good=_BLOCK,
        note="Four dashes, `...`, or blanks before or behind the dashes are not a delimiter. A document with such a "
        "line counts as internal.",
    ),
    kinds.FOREIGN_FRONT_MATTER: Explanation(
        why="Front matter has one form here, so that every tool reads the same facts from it.",
        sources=(ONE_SPLITTER,),
        bad=replacing(_FIRST, "+++\nid =", shown='+++\nid = "INC-2026-014"\n+++'),
        good=_BLOCK,
    ),
    kinds.NOT_A_MAPPING: Explanation(
        why="Facts have names. A list or a sentence in the block states none.",
        sources=(ONE_SPLITTER,),
        bad=replacing(SOUND[4:].split("\n---", maxsplit=1)[0], "- severity: sev1", shown="---\n- severity: sev1\n---"),
        good=_BLOCK,
    ),
    kinds.INVALID_YAML: Explanation(
        why="Behind the first mistake the meaning of the block is a guess. MkDocs then publishes the block as text.",
        sources=(YAML_12,),
        bad=stating("title: Checkout: it failed"),
        good=stating('title: "Checkout: it failed"'),
    ),
    kinds.DUPLICATE_KEY: Explanation(
        why="YAML forbids a key that stands twice; most programs silently take the last one, and readers the first.",
        sources=(YAML_12,),
        bad=replacing("severity: sev1\n", "severity: sev1\nseverity: sev3\n", shown="severity: sev1\nseverity: sev3"),
        good=stating("severity: sev1"),
    ),
    kinds.YAML_ANCHOR: Explanation(
        why="Anchors and aliases let a few lines stand for gigabytes, and hide what a document states.",
        sources=(ONE_SPLITTER,),
        bad=stating("root_cause_services: &same [checkout]"),
        good=stating("root_cause_services: [checkout]"),
    ),
    kinds.YAML_MERGE_KEY: Explanation(
        why="Merge keys are not part of YAML 1.2, and 843 bytes of them keep a parser busy for 15 seconds.",
        sources=(ONE_SPLITTER,),
        bad=stating("<<: {severity: sev3}"),
        good=stating("severity: sev3"),
    ),
    kinds.YAML_TAG: Explanation(
        why="Tags name types. With some loaders they run code.",
        sources=(ONE_SPLITTER,),
        bad=stating("trigger: !!str a"),
        good=stating("trigger: a"),
        note="Nothing in a document can name a type or run code.",
    ),
    kinds.YAML_DIRECTIVE: Explanation(
        why="A block holds one YAML document. What follows a directive or a further marker is read by some programs "
        "and not by others.",
        sources=(ONE_SPLITTER,),
        bad=replacing(_FIRST, "---\n%YAML 1.2\n---\nid:", shown="---\n%YAML 1.2\n---\nid: INC-2026-014"),
        good=_BLOCK,
    ),
    kinds.TOO_DEEP: Explanation(
        why="No fact is nested deeply. Loaders that call themselves for each level crash on such a block.",
        sources=(ONE_SPLITTER,),
        bad=stating(f"x-deep: {'[' * _DEEP}{']' * _DEEP}"),
        good=stating("x-deep: [[a]]"),
        note=f"The limit is {DEEPEST} levels.",
    ),
    kinds.FRONT_MATTER_TOO_LARGE: Explanation(
        why="The block is read by every list and every check. Logs and tables belong into the body, or into a file.",
        sources=(ONE_SPLITTER,),
        bad=stating(f"x-log: {'a' * (LONGEST_SCALAR + 1)}", shown="x-log: aaaaaaaa… (a log in the front matter)"),
        good=stating("x-log: https://logs.example.org/2026-03-01"),
        note=f"The limits are {LONGEST_BLOCK // 1024} KiB for the block, {MOST_EVENTS:,} YAML events, and "
        f"{LONGEST_SCALAR:,} characters for a value.",
    ),
}
