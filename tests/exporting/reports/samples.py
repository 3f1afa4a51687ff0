"""Reports to write: one as it happens every day, and one whose texts do their worst."""

from __future__ import annotations

from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import OWNERLESS_ITEM, UNKNOWN_SEVERITY, Level, Location, Problem
from mkdocs_postmortem.rules.ignoring import Ignored

LINES = {"postmortems/a.md": ["---", "id: INC-1", "severity: SEV9", "---", "", "- [ ] Alert on saturation"]}

SEVERITY = UNKNOWN_SEVERITY.at(Location("postmortems/a.md", 3, 11), 'severity "SEV9" is not on the scale', "use sev0")
OWNER = OWNERLESS_ITEM.at(Location("postmortems/a.md", 6, 1), "the item has no owner").at_level(Level.WARNING)
ORDINARY = Report(
    problems=(SEVERITY, OWNER),
    documents=("postmortems/a.md", "postmortems/b.md"),
    failed=(SEVERITY,),
    lines_of=lambda path: LINES.get(path, ()),
)
HIDDEN = Ignored(OWNER, "the vendor does it", 7)
EMPTY = Report((), ("postmortems/b.md",))

HOSTILE_TEXTS = (
    "::error::x",
    "\n::error::x",
    "\r\n::set-output name=a::b",
    "##[error]x",
    "##vso[task.complete result=Failed]x",
    "a]]>b",
    "</failure></script><script>alert(1)</script>",
    "\x1b[2J\x1b]0;x\x07",
    "\x00\x9b31m\x85",
    "\ud800 \udc80",
    "\u202e\u2066\u200b\ufeff\u2028",
    "\ufffe\uffff\U0001ffff",
    "@everyone #1 <b>x</b> [x](https://example.org) ![x](x) `` ` ``",
    "```\n# x\n~~~",
    "a | b \\| c \\",
    "%0A::error::x,line=1:col=2",
    "\"quoted\" & <tagged> 'x'",
)


def hostile(text: str) -> Report:
    """Return a report in which a text stands wherever a document can put one."""
    problem = Problem(UNKNOWN_SEVERITY, Level.ERROR, Location(f"{text}.md", 2, 3), f"m {text}", f"h {text}")
    twin = OWNERLESS_ITEM.at(Location(f"{text}.md", 2, 3), text)
    hidden = Ignored(twin, text, 2)
    return Report(
        (problem, twin),
        (f"{text}.md", "other/b.md"),
        (problem,),
        lambda _: ["", f"ab{text}", text],
        ignored=(hidden,),
        shows_ignored=True,
    )
