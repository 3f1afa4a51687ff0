"""PM511, and PM801 to PM804: the list of known incidents, the settings and the folder themselves."""

from __future__ import annotations

from mkdocs_postmortem import problems as kinds
from mkdocs_postmortem.rules.explanations.example import Example
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import BROWSING, INSIGHTS, ONE_MODEL, OUTSIDE_DOCS, SETTINGS

_BLOCK = "plugins:\n  - postmortem:\n      "

_MARKED = "# Checkout\n\n<!-- postmortems service=checkout severty=sev0,sev1 -->"
_LISTED = "id,severity,started_at\nINC-2026-014,sev1,yesterday"

EXPLANATIONS: dict[kinds.Kind, Explanation] = {
    kinds.BAD_INCIDENT_LIST: Explanation(
        why="A line that cannot be read is an incident that nobody misses.",
        sources=(INSIGHTS,),
        bad=Example(shown=_LISTED, options="incidents_csv: incidents.csv", beside=(("../incidents.csv", _LISTED),)),
        good=Example(
            shown=_LISTED.replace("yesterday", "2026-03-01"),
            options="incidents_csv: incidents.csv",
            beside=(("../incidents.csv", _LISTED.replace("yesterday", "2026-03-01")),),
        ),
        note="The file is not there, is no CSV, lacks a column, or has a line without an id or a start, with a time "
        "that cannot be read, with an unknown severity, or with the id of an earlier line.",
        options=("incidents_csv",),
    ),
    kinds.WRONG_MARKER: Explanation(
        why="A list that leaves out what was meant looks like one that has nothing to show.",
        sources=(BROWSING,),
        bad=Example(shown=_MARKED, beside=(("../docs/checkout.md", _MARKED),)),
        good=Example(
            shown=_MARKED.replace("severty", "severity"),
            beside=(("../docs/checkout.md", _MARKED.replace("severty", "severity")),),
        ),
        note="Markers are looked for in every Markdown file of `docs_dir`, outside of code.",
    ),
    kinds.INVALID_SETTING: Explanation(
        why="An option that is misspelt has no effect, and a gate that is open looks like one that is shut.",
        sources=(ONE_MODEL,),
        bad=Example(shown=f"{_BLOCK}foldr: incidents", options="foldr: incidents"),
        good=Example(shown=f"{_BLOCK}folder: postmortems", options="folder: postmortems"),
        note="`postmortem` ends with status 2, MkDocs with a configuration error.",
    ),
    kinds.FOLDER_MISSING: Explanation(
        why="A check of a folder that is not there would pass.",
        sources=(SETTINGS,),
        bad=Example(told="mkdocs.yml names the plugin, and there is no folder `postmortems`.", name=""),
        good=Example(told="The folder `postmortems` beside mkdocs.yml."),
        options=("folder",),
    ),
    kinds.FOLDER_EMPTY: Explanation(
        why="A library without a document is right on the first day only. Later it is a wrong path.",
        sources=(SETTINGS,),
        bad=Example(told="The folder is there and holds no document.", name="README.md"),
        good=Example(told="A document in the folder; `postmortem new` writes one."),
        options=("folder", "exclude"),
    ),
    kinds.FOLDER_IN_DOCS: Explanation(
        why="MkDocs publishes everything in `docs_dir`, also what the plugin would refuse or hide, and also when the "
        "plugin is not there.",
        sources=(OUTSIDE_DOCS,),
        bad=Example(shown=f"{_BLOCK}folder: docs/postmortems", options="folder: docs/postmortems"),
        good=Example(shown=f"{_BLOCK}folder: postmortems", options="folder: postmortems"),
        options=("folder",),
    ),
}
