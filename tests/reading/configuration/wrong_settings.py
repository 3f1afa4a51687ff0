"""Settings with one thing wrong each, and what is said of it. The options stand from line 5, column 7 on."""

from __future__ import annotations

HEAD = "site_name: x\nplugins:\n  - search\n  - postmortem:\n"

WRONG: list[tuple[str, str]] = [
    # Options that do not exist.
    ("5: x", '5:7 the key "5" is not text; put it in quotes'),
    ("required: {2026-01-01: x}", '5:18 the key "2026-01-01" is not text; put it in quotes'),
    ("folderr: x", '5:7 option folderr is not known; did you mean "folder"?'),
    ("required: {feilds: [status]}", '5:18 option required.feilds is not known; did you mean "fields"?'),
    ("owners:\n  - Kim\n  - {nme: Dana, name: Dana}", '7:12 option owners[1].nme is not known; did you mean "name"?'),
    (
        "when:\n  - status: draft\n    require:\n      feilds: [id]",
        '8:13 option when[0].require.feilds is not known; did you mean "fields"?',
    ),
    (
        "when: [{status: draft, require: {items: {prio: P0}}}]",
        "5:48 option when[0].require.items.prio is not known; known are priority, kind, at_least",
    ),
    ("vocabulary: {colums: {}}", '5:20 option vocabulary.colums is not known; did you mean "columns"?'),
    # Files that are not there.
    ("incidents_csv: gone.csv", '5:7 incidents_csv: "gone.csv" does not exist; paths are relative to mkdocs.yml'),
    (
        "incidents_csv: {file: ../list.csv}",
        '5:23 incidents_csv: "../list.csv" lies outside of the project; copy it below mkdocs.yml, not as a link',
    ),
    (
        "incidents_csv: {file: mkdocs.yml, columns: {number: id}}",
        '5:51 incidents_csv.columns: "number" is not known; use id, title, severity, started_at or resolved_at',
    ),
    # Paths that nothing can have.
    ('folder: ""', "5:7 option folder: it is empty; write a word"),
    (f"folder: {'x' * 256}", "5:7 option folder: a path has at most 2000 bytes, and each name in it 255"),
    (f"folder: {'ä' * 128}", "5:7 option folder: a path has at most 2000 bytes, and each name in it 255"),
    (f"folder: {'x/' * 1_001}", "5:7 option folder: a path has at most 2000 bytes, and each name in it 255"),
    ('folder: "a\\0b"', "5:7 option folder: it holds a character that no path can hold"),
    (f"baseline: {'x' * 256}", "5:7 option baseline: a path has at most 2000 bytes, and each name in it 255"),
    ('baseline: "a\\0b"', "5:7 option baseline: it holds a character that no path can hold"),
    (
        f"incidents_csv: {'x' * 256}",
        "5:7 option incidents_csv.file: a path has at most 2000 bytes, and each name in it 255",
    ),
    (
        f"services: [{{file: {'x' * 256}.txt}}]",
        f'5:19 services: file "{"x" * 256}.txt" does not exist; paths are relative to mkdocs.yml',
    ),
    (
        f"services: {{backstage: {'x' * 256}/**}}",
        f'5:18 services: no file matches backstage "{"x" * 256}/**"; ** stands for any folders',
    ),
    (
        'services: {backstage: "a\\0b/*"}',
        ('5:18 services: backstage "a\0b/*" is no pattern of paths below mkdocs.yml; '
         "write one such as catalog/**/*.yaml"),
    ),
    # Values of the wrong type.
    ("services: checkout", "5:7 option services: it must be a list, not text; write [one, two]"),
    ("exclude: '*.md'", "5:7 option exclude: it must be a list, not text; write [one, two]"),
    ("levels: [PM101]", "5:7 option levels: it must be a mapping, not a list; write {key: value}"),
    ("required: [severity]", "5:7 option required: it must hold options, not a list; write {option: value}"),
    ("title: 5", "5:7 option title: it must be text, not a whole number; put it in quotes"),
    ("title: yes", "5:7 option title: it must be text, not yes or no; put it in quotes"),
    ("title: 2026-03-01", "5:7 option title: it must be text, not a day; put it in quotes"),
    ("title:", "5:7 option title: it has no value; write one, or delete the line; a # begins a comment"),
    (
        "fields:\n  - {name: cost, required: perhaps}",
        '6:24 option fields[0].required: "perhaps" is neither true nor false',
    ),
    (
        "impact_thresholds:\n  - severity: sev1\n    customers_affected: many",
        '7:11 option impact_thresholds[0].customers_affected: "many" is not a whole number',
    ),
    ("as_of: tomorrow", '5:7 option as_of: "tomorrow" is not a day; write it like 2026-11-16'),
    ("tags: [database, 5]", "5:24 option tags[1]: it must be text, not a whole number; put it in quotes"),
    ("tags: [{fil: tags.txt}]", "5:14 option tags[0]: it must be text, not a mapping; put it in quotes"),
    # Values that are out of range or of the wrong form.
    ("fail_on: warnings", '5:7 option fail_on: "warnings" is not known; did you mean "warning"?'),
    ("levels: {PM101: loud}", '5:16 option levels.PM101: "loud" is not known; use error, warning or off'),
    (
        "path: a//b",
        '5:7 option path: "a//b" does not have the right form; use letters, digits, - and _, with / between parts',
    ),
    (
        "severities: [{name: big, label: Big, colour: red}]",
        ('5:44 option severities[0].colour: "red" does not have the right form; '
         'write # and six hexadecimal digits in quotes, such as "#b42318"'),
    ),
    ("severities: []", "5:7 option severities: the list is empty; name at least one, or delete the line"),
    ("services:\n  - {title: Checkout}", "6:11 option services[0].name: it is missing; add it"),
    (
        f"headings: {{lessons: [{'x' * 201}]}}",
        "5:28 option headings.lessons[0]: it is longer than 200 characters; shorten it",
    ),
    ('headings: {lessons: [""]}', "5:28 option headings.lessons[0]: it is empty; write a word"),
    ('services: [search, ""]', "5:26 option services[1].name: it is empty; write a word"),
    (
        "impact_thresholds: [{severity: sev1, error_rate: 140}]",
        "5:44 option impact_thresholds[0].error_rate: 140 is too large; write 100 or less",
    ),
    (
        "when: [{status: draft, require: {items: {at_least: 0}}}]",
        "5:48 option when[0].require.items.at_least: 0 is too small; write 1 or more",
    ),
    ("timeline_gap: 5", "5:7 option timeline_gap: write a number and its unit, such as 30d, 2w, 36h or 90min"),
    (
        "deadlines:\n  review: {sev0: soon}",
        "6:18 option deadlines.review.sev0: write a number and its unit, such as 30d, 2w, 36h or 90min",
    ),
    (
        "conventions: {title: '('}",
        ("5:21 option conventions.title: it is not a regular expression (missing ), "
         "unterminated subpattern at position 0)"),
    ),
    (
        "id_pattern: INC-{day}-{number}",
        "5:7 option id_pattern: it may use {year} and {number} only, such as INC-{year}-{number:03d}",
    ),
    ("audience: everyone", '5:7 option audience: audience "everyone" is not one of audiences (internal, public)'),
    ("audiences: [a, b]", '5:7 option audiences: audience "internal" is not one of audiences (a, b)'),
    # Names of what does not exist.
    (
        "levels:\n  PM101: off\n  PM999: off",
        '7:9 levels: "PM999" is no problem code or name; `postmortem rules` lists them',
    ),
    (
        "levels: {ownerles-item: off}",
        '5:16 levels: "ownerles-item" is no problem code or name; did you mean "ownerless-item"?',
    ),
    (
        "required:\n  fields:\n    - severity\n    - comander",
        '8:13 required.fields: "comander" is no field; did you mean "commander"?',
    ),
    (
        "required: {sections: [summary, lesson]}",
        '5:38 required.sections: "lesson" is no section; did you mean "lessons"?',
    ),
    ("headings: {timline: [Ablauf]}", '5:18 headings: "timline" is no section; did you mean "timeline"?'),
    (
        "deadlines: {review: {sev9: 5d}}",
        '5:28 deadlines.review: "sev9" is not on the scale; did you mean "sev3"?',
    ),
    (
        "deadlines: amazon",
        '5:7 option deadlines.preset: "amazon" is not known; use gentle, google, pagerduty or gitlab',
    ),
    (
        "impact_thresholds:\n  - {severity: sev9, data_loss: true}",
        '6:12 impact_thresholds: "sev9" is not on the scale; did you mean "sev3"?',
    ),
    (
        "language: fr",
        '5:7 language: no words are shipped for "fr"; use auto, en or de; `words` may replace every word of one',
    ),
    (
        "timezone: Mars/Base",
        ('5:7 timezone: "Mars/Base" is not a time zone; write UTC, an offset such as +01:00, or a name such as '
         "Europe/Berlin"),
    ),
    # Two things with one name.
    (
        "severities:\n  - {name: a, label: One}\n  - {name: b, label: Two, aliases: [ONE]}",
        '7:11 severities: "ONE" stands for both a and b; leave one out',
    ),
    (
        "services: [search, checkout, Search]",
        '5:36 services: "Search" stands for both search and Search; leave one out',
    ),
    ("services: [search, search]", '5:26 services: "search" stands in the list twice; leave one out'),
    (
        "owners:\n  - {name: Dana, aliases: [kim]}\n  - Kim",
        '7:11 owners: "Kim" stands for both Dana and Kim; leave one out',
    ),
    ("audiences: [internal, public, internal]", '5:37 audiences: "internal" stands in the list twice; leave one out'),
    ("fields: [{name: severity}]", '5:17 fields: "severity" is a field already; choose another name'),
    (
        "fields: [{name: cost}, {name: cost, type: number}]",
        '5:31 fields: "cost" is a field already; choose another name',
    ),
    (
        "levels: {PM101: off, missing-field: error}",
        '5:28 levels: "missing-field" is PM101 missing-field, which already has another level; keep one of them',
    ),
    ("title: One\ntitle: Two", '6:7 "title" already stands on line 5; keep one of them'),
    # Policies that cannot be meant.
    (
        "when:\n  - {require: {fields: [commander]}}",
        "6:11 option when[0]: no condition: use required and levels for all documents, or name a status or severity",
    ),
    ("when: [{status: draft}]", "5:14 option when[0]: nothing follows from it: add require or levels"),
    (
        "when: [{status: [], levels: {PM101: off}}]",
        "5:15 option when[0].status: the list is empty; name at least one, or delete the line",
    ),
    (
        "when: [{status: publishd, levels: {PM101: off}}]",
        '5:15 when[0].status: "publishd" is not known; did you mean "published"?',
    ),
    (
        "when:\n  - severity: [sev0, sev9]\n    levels: {PM101: off}",
        '6:28 when[0].severity: "sev9" is not on the scale; did you mean "sev3"?',
    ),
    (
        "when: [{kind: outages, levels: {PM101: off}}]",
        '5:15 when[0].kind: "outages" is not known; use incident, near-miss, drill or maintenance',
    ),
    (
        "when: [{audience: partners, levels: {PM101: off}}]",
        '5:15 when[0].audience: "partners" is not known; use internal or public',
    ),
    (
        "services: [checkout]\nwhen: [{services: [chekout], levels: {PM101: off}}]",
        '6:26 when[0].services: "chekout" is not known; did you mean "checkout"?',
    ),
    (
        "when: [{status: draft, require: {fields: [id, detected]}}]",
        '5:53 when[0].require.fields: "detected" is no field; did you mean "detected_at"?',
    ),
    (
        "when: [{status: draft, require: {sections: [lesson]}}]",
        '5:51 when[0].require.sections: "lesson" is no section; did you mean "lessons"?',
    ),
    (
        "when: [{status: draft, require: {items: {priority: [P0, P9]}}}]",
        '5:63 when[0].require.items.priority: "P9" is not known; use P0, P1, P2 or P3',
    ),
    (
        "when: [{status: draft, require: {items: {kind: prevnt}}}]",
        '5:48 when[0].require.items.kind: "prevnt" is not known; did you mean "prevent"?',
    ),
    (
        "when: [{status: draft, levels: {missing-feild: off}}]",
        '5:39 when[0].levels: "missing-feild" is no problem code or name; did you mean "missing-field"?',
    ),
    (
        "when: [{status: published, require: {fields: [commander]}, levels: {PM101: off}}]",
        ("5:44 when[0].require.fields: nothing will tell what is missing, because missing-field is off; "
         "give missing-field a level in when[0].levels"),
    ),
    (
        "levels: {PM318: off}\nwhen: [{status: published, require: {items: {priority: P0}}}]",
        ("6:44 when[0].require.items: nothing will tell what is missing, because missing-required-item is off; "
         "give missing-required-item a level in when[0].levels"),
    ),
    # YAML that we do not read.
    (
        "title: !!python/name:os.system",
        "5:7 the tag !!python/name:os.system is not read here; write a plain value, or !ENV NAME",
    ),
    ("? [a]\n: b", "5:9 a key must be a word, not a list or a mapping; check the indentation"),
    (
        "as_of: 2026-13-45",
        "5:7 the value is neither a number nor a day, though it looks like one; put it in quotes",
    ),
    ("timezone: !!bool x", "5:7 the value is not what its tag !!bool says; write it without the tag"),
    ("timezone: !!timestamp x", "5:7 the value is not what its tag !!timestamp says; write it without the tag"),
    ('timezone: !!int ""', "5:7 the value is not what its tag !!int says; write it without the tag"),
    ("title: !ENV {a: b}", "5:7 !ENV takes the name of a variable, or a list of names; write !ENV [NAME, default]"),
]  # fmt: skip
"""Options and the line that is said of them."""


def config_of(block: str, head: str = HEAD) -> str:
    """Return a mkdocs.yml with these options."""
    return head + "".join(f"      {line}\n" for line in block.split("\n"))
