"""The problems of a check in the forms that people, CI servers and other tools read.

One form is one file with one function from a `Report` to text. A writer is imported when it is asked for, so that a
check pays for one and not for all of them. Problems quote documents, so every writer expects hostile text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # The names of the forms are options of a command, which may do without reports.
    from mkdocs_postmortem.exporting.reports.report import Writer

FORMATS = {
    "text": "text.write_text",
    "concise": "text.write_concise",
    "json": "json_report.write_json_report",
    "github": "github.write_github",
    "gitlab": "gitlab.write_gitlab",
    "sarif": "sarif.write_sarif",
    "junit": "junit.write_junit",
    "markdown": "markdown.write_markdown",
}
"""File and function of the writer by the name of its form."""

FORMATS_WITH_IGNORED = ("text", "concise", "json", "sarif")
"""Forms that can show what comments in documents hide; the readers of the others would take it for a problem."""


def find_writer(form: str) -> Writer:
    """Return the function that writes a report in this form; raises KeyError for a name that is not in `FORMATS`."""
    module, _, function = FORMATS[form].partition(".")
    writer: Writer = getattr(import_module(f"{__name__}.{module}"), function)
    return writer
