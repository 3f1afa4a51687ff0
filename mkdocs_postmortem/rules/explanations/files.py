"""PM001 to PM008, and PM023 to PM025: what makes a file unfit to be read."""

from __future__ import annotations

from mkdocs_postmortem import problems as kinds
from mkdocs_postmortem.reading.action_items import MOST_ITEMS
from mkdocs_postmortem.reading.body import LONGEST_LINE, LONGEST_RENDERED, MOST_BRACKETS, MOST_READ_HEADINGS
from mkdocs_postmortem.reading.source_file import LARGEST_FILE
from mkdocs_postmortem.reading.timeline import MOST_ENTRIES
from mkdocs_postmortem.rules.explanations.example import SOUND, Example, replacing, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import ONE_SPLITTER, SECURITY, THE_DOCUMENT, UNICODE_36, YAML_12

_POOL = "A full connection pool"
_BRACKETS = MOST_BRACKETS + 100
_READABLE = Example(told="A regular Markdown file that the builder may read.")

EXPLANATIONS: dict[kinds.Kind, Explanation] = {
    kinds.UNREADABLE_FILE: Explanation(
        why="A document that cannot be opened is missing from the site. Better to say so than to leave it out.",
        sources=(SECURITY,),
        bad=Example(told="A folder, a pipe or a file without read permission, named like a document.", name="notes.md"),
        good=_READABLE,
        note="Pipes, devices and folders are refused too. A folder of the library or of docs_dir that cannot be listed "
        "is reported in the same way, and everything outside of it is read.",
    ),
    kinds.FILE_TOO_LARGE: Explanation(
        why="A postmortem is a few pages. A file of this size holds a log or a dump, and would make every build slow.",
        sources=(SECURITY,),
        bad=replacing(_POOL, "x" * LARGEST_FILE, told="A file with a megabyte of log in it."),
        good=Example(told="The log in a file of its own, with a link to it."),
        note=f"The limit is {LARGEST_FILE // 1024 // 1024} MiB.",
    ),
    kinds.NOT_UTF8: Explanation(
        why="Bytes in another encoding become other letters, or none, on the page. YAML knows only Unicode.",
        sources=(YAML_12,),
        bad=replacing("Checkout failed", "Caf\udce9 failed", told='The byte 0xE9, which is "é" in Latin-1.'),
        good=replacing("Checkout failed", "Café failed"),
    ),
    kinds.CONTROL_CHARACTER: Explanation(
        why="Control characters come along when a terminal's output is pasted. They are invisible, break feeds and "
        "exports, and can drive the terminal of whoever prints the file.",
        sources=(UNICODE_36,),
        bad=replacing(
            _POOL, "A full\x07 connection pool", told="A bell character (U+0007), often pasted from a terminal."
        ),
        good=replacing(_POOL, _POOL),
    ),
    kinds.INVISIBLE_CHARACTER: Explanation(
        why="Soft hyphens, zero-width and direction characters can make a line look like another one.",
        sources=(UNICODE_36,),
        bad=replacing(
            _POOL,
            "A full\u202e connection pool",
            told="A right-to-left override (U+202E) or a zero-width space (U+200B).",
        ),
        good=replacing(_POOL, _POOL),
    ),
    kinds.FOREIGN_LINE_BREAK: Explanation(
        why="YAML ends a line at characters that editors show as a blank. What stands behind one would be a key that "
        "nobody sees.",
        sources=(ONE_SPLITTER,),
        bad=Example(
            stating("trigger: a\u2028severity: sev3").document, told="A line separator (U+2028) in the front matter."
        ),
        good=stating("trigger: a"),
    ),
    kinds.SYMLINK: Explanation(
        why="A link could lead to any file of the machine that builds the site, and publish it.",
        sources=(SECURITY,),
        bad=Example("", told="A symbolic link, wherever it leads.", name="linked.md"),
        good=Example(told="A copy of the file."),
        note="Links are never followed, wherever they lead.",
    ),
    kinds.BAD_FILE_NAME: Explanation(
        why="The file's name becomes an address and a file again. Some characters cannot stand in one of them, and "
        "some names cannot exist on Windows.",
        sources=(THE_DOCUMENT,),
        bad=Example(told="A file named `why?.md`.", name="why?.md"),
        good=Example(told="A file named `2026-03-01-checkout.md`."),
    ),
    kinds.SECOND_FRONT_MATTER: Explanation(
        why="Of two blocks only the first is read. Static site generators differ in what they make of the second.",
        sources=(ONE_SPLITTER,),
        bad=replacing(
            "\n# Checkout",
            "\n---\nseverity: sev3\n---\n\n# Checkout",
            shown="---\nid: INC-2026-014\n---\n\n---\nseverity: sev3\n---",
        ),
        good=stating("severity: sev1", shown="---\nid: INC-2026-014\nseverity: sev1\n---"),
    ),
    kinds.BODY_TOO_COMPLEX: Explanation(
        why="Some texts keep a Markdown renderer busy for minutes: ten kilobytes of `[` are enough. One such document "
        "would stop every build.",
        sources=(SECURITY,),
        bad=replacing(_POOL, "[" * _BRACKETS, shown=f"[[[[[[[[… ({_BRACKETS} opening brackets)"),
        good=replacing(_POOL, _POOL),
        note=f"Among the limits are {LONGEST_RENDERED // 1024} KiB for the body and {MOST_BRACKETS} opening brackets "
        "in a paragraph. The page then shows the text as it is; sections, items and timeline are read all the same. "
        f"What stands behind {MOST_ITEMS:,} action items, {MOST_ENTRIES:,} timeline entries or {MOST_READ_HEADINGS:,} "
        f"headings, and in a line of more than {LONGEST_LINE:,} characters, is not read.",
    ),
    kinds.UNTOUCHED_TEMPLATE: Explanation(
        why="A form that nobody has filled in is not a postmortem. One problem says so, instead of one for each gap.",
        sources=(THE_DOCUMENT,),
        bad=replacing(
            SOUND,
            "## Summary\n\n[What happened]\n\n## Impact\n\n[How many]\n\n## Timeline\n\n[When]\n",
            told="A form whose sections still hold the words in brackets, and nothing else.",
        ),
        good=Example(told="The form with the author's words in place of the brackets."),
    ),
}
