"""PM102 to PM124 but for the rules: the front matter as facts."""

from __future__ import annotations

from mkdocs_postmortem import problems as kinds
from mkdocs_postmortem.model.times import FIRST_YEAR, LAST_YEAR
from mkdocs_postmortem.rules.explanations.example import replacing, stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import (
    BODY_FACTS,
    NO_META,
    RFC_3339,
    SECURITY,
    SRE_WORKBOOK,
    THE_DOCUMENT,
    YAML_12,
)

_START = stating("started_at: 2026-03-01T14:05Z")

EXPLANATIONS: dict[kinds.Kind, Explanation] = {
    kinds.UNKNOWN_FIELD: Explanation(
        why="A misspelt key states nothing, and nobody notices until the fact is missed.",
        sources=(THE_DOCUMENT,),
        bad=stating("severty: sev1"),
        good=stating("severity: sev1"),
        note="Keys that begin with `x-` are yours and are kept. Others can be declared.",
        options=("fields",),
    ),
    kinds.WRONG_TYPE: Explanation(
        why="A list that is written as text would be one long name, and a number in quotes cannot be summed.",
        sources=(THE_DOCUMENT,),
        bad=stating("authors: Dana, Alex"),
        good=stating("authors: [Dana, Alex]"),
    ),
    kinds.UNKNOWN_SEVERITY: Explanation(
        why="Severities are compared and counted. A step that is not on the scale belongs nowhere.",
        sources=(SRE_WORKBOOK,),
        bad=stating("severity: SEV9"),
        good=stating("severity: sev1"),
        note="Names, labels and aliases of the scale are accepted, whatever their case and punctuation.",
        options=("severities",),
    ),
    kinds.UNKNOWN_STATUS: Explanation(
        why="Whether a document may be thin, and whether it was reviewed, hangs on this word.",
        sources=(THE_DOCUMENT,),
        bad=stating("status: finished"),
        good=stating("status: published"),
        note="The words are draft, in-review and published, with the usual spellings such as final.",
    ),
    kinds.UNKNOWN_CHOICE: Explanation(
        why="Some facts have a closed list of values, so that they can be filtered and counted.",
        sources=(THE_DOCUMENT,),
        bad=stating("audience: everybody"),
        good=stating("audience: public"),
        options=("audiences", "factor_categories", "fields"),
    ),
    kinds.INVALID_TIME: Explanation(
        why="Times are computed with. One that could mean two things is not guessed.",
        sources=(RFC_3339,),
        bad=stating("started_at: 1 March 2026"),
        good=_START,
        note=f"Years go from {FIRST_YEAR} to {LAST_YEAR}. The [grammar](../document.md#times-and-zones) is short.",
    ),
    kinds.TIME_WITHOUT_ZONE: Explanation(
        why="A clock without its zone is off by hours for most readers, and so is every duration across two of them.",
        sources=(RFC_3339,),
        bad=stating("started_at: 2026-03-01 14:05"),
        good=_START,
        options=("timezone",),
    ),
    kinds.UNKNOWN_ZONE: Explanation(
        why="Abbreviations mean several things: CST is a zone of America, of China and of Cuba.",
        sources=(RFC_3339,),
        bad=stating("started_at: 2026-03-01 14:05 CET"),
        good=stating("started_at: 2026-03-01 14:05 Europe/Berlin"),
        note="UTC, offsets such as +01:00 and names such as Europe/Berlin are read.",
    ),
    kinds.AMBIGUOUS_TIME: Explanation(
        why="When clocks are put back, an hour comes twice; when they are put forward, one never comes.",
        sources=(RFC_3339,),
        bad=stating("mitigated_at: 2026-03-29 02:30 Europe/Berlin"),
        good=stating("mitigated_at: 2026-03-01T14:40Z"),
    ),
    kinds.INVALID_DATE: Explanation(
        why="Days are compared. Spellings differ by country in the order of day and month.",
        sources=(RFC_3339,),
        bad=stating("published_at: 5 March 2026"),
        good=stating("published_at: 2026-03-05"),
    ),
    kinds.INVALID_DURATION: Explanation(
        why="Some read 0:40 as minutes and some as seconds.",
        sources=(THE_DOCUMENT,),
        bad=stating("duration: 0:40"),
        good=stating("duration: 40 min"),
    ),
    kinds.INVALID_URL: Explanation(
        why="An address in a document becomes a link on the page. Some of them run code, and some carry a password.",
        sources=(SECURITY,),
        bad=stating('links: ["javascript:alert(1)"]'),
        good=stating('links: ["https://status.example.org/14"]'),
    ),
    kinds.EMPTY_FIELD: Explanation(
        why="A key without a value was meant to be filled in.",
        sources=(YAML_12,),
        bad=stating("commander:"),
        good=stating("commander: Kim"),
        note="`key: # text` has no value either: `#` begins a comment.",
    ),
    kinds.RESERVED_FIELD: Explanation(
        why="Themes and plugins obey such keys: a document could choose its template, or hide from the search.",
        sources=(NO_META,),
        bad=stating("template: home.html"),
        good=stating("x-template: home.html"),
    ),
    kinds.OUT_OF_RANGE: Explanation(
        why="130 % of all customers is a slip, and would be summed up with the others.",
        sources=(THE_DOCUMENT,),
        bad=stating("impact: {customers_affected_percent: 130}"),
        good=stating("impact: {customers_affected_percent: 13}"),
    ),
    kinds.TOO_LONG: Explanation(
        why="Facts stand in lists and headers. A page of text belongs into the body.",
        sources=(THE_DOCUMENT,),
        bad=stating(f"trigger: {'a' * 2001}", shown="trigger: aaaaaaaa… (2001 characters)"),
        good=stating("trigger: A release with 200 workers"),
    ),
    kinds.INVALID_ID: Explanation(
        why="The id stands in addresses, file names and references. A slash or a blank would end it there.",
        sources=(THE_DOCUMENT,),
        bad=stating("id: checkout/1"),
        good=stating("id: INC-2026-014"),
    ),
    kinds.FIELD_STATED_TWICE: Explanation(
        why="Two spellings of one key can disagree, and readers see both.",
        sources=(THE_DOCUMENT,),
        bad=stating("end: 2026-03-01T14:45Z", shown="resolved_at: 2026-03-01T14:45Z\nend: 2026-03-01T14:45Z"),
        good=stating("resolved_at: 2026-03-01T14:45Z"),
    ),
    kinds.PLACEHOLDER_FIELD: Explanation(
        why="TBD is not a name. It would stand in lists as if it were one.",
        sources=(THE_DOCUMENT,),
        bad=stating("commander: TBD"),
        good=stating("commander: Kim"),
    ),
    kinds.FACT_DISAGREES: Explanation(
        why="The page shows both: the header from the front matter and the sentence from the body.",
        sources=(BODY_FACTS,),
        bad=replacing("## Impact", "**Severity:** Low\n\n## Impact", shown="severity: sev1\n\n**Severity:** Low"),
        good=replacing("## Impact", "**Severity:** High\n\n## Impact", shown="severity: sev1\n\n**Severity:** High"),
        note="Lists and prose are not compared.",
    ),
}
