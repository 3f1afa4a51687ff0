"""What the environment says never shows: a pull request may ask for a secret by `!ENV`, in any option."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_postmortem.exporting.reports import FORMATS
from mkdocs_postmortem.settings import Settings
from tests.cli.projects import run
from tests.documents import VALID, with_front, with_items, with_line, with_section, without_line
from tests.sites import write

SECRETS = (
    "xK9mQ2vLp7Zt4wRb8sYd3fGh6jNc1TuWq5",
    "Qorrekt Horze  battrey: [ztaple] {huntre}",
    "(?P<hunterhunter>sixhorzes){number}\\q",
    "zq-" * 40 + "end",
    "48151623421",
    "2031-07-19",
    "../../hunterhunter/../staple.yml",
)
WINDOW = 7
"""So many letters and digits of a secret, in a row, are too many."""

DOCUMENTS = {
    "a.md": with_front(
        "tags: [unlisted]\naudience: partners\ncontributing_factors: [{text: x, category: magic}]\nregion_tier: tin\n"
        "impact: {data_loss: yes}",
        with_line("severity:", "severity: sev9"),
    ),
    "b.md": with_items("Fix it / Owner: Nemo / Team: Nautilus / Due: 2026-02-01 / Priority: P7"),
    "c.md": with_line("services:", "services: [chekout]", with_line("started_at:", "started_at: 2026-03-01 14:05")),
    "d.md": with_line("status:", "status: draft", with_section("Impact", "TODO")),
    "e.md": with_front(
        "impact: {data_loss: yes, customers_affected_percent: 99}", with_line("severity:", "severity: low")
    ),
    "f.md": without_line("services:", without_line("status:")).replace("## Summary", "## Sumary"),
    "g.md": VALID.replace("sev1", "High").replace("published", "Published"),
    "2026/h.md": "no front matter\n",
}

OPTIONS = {
    "folder": ["folder: S"],
    "path": ["path: S"],
    "title": ["title: S"],
    "exclude": ["exclude: [S]", "exclude: S"],
    "fail_on": ["fail_on: S"],
    "show_problems": ["show_problems: S"],
    "levels": ["levels: {S: warning}", "levels: {PM101: S}", "levels: S"],
    "when": [
        "when: [{S: draft}]",
        "when: [{status: S, levels: {PM101: off}}]",
        "when: [{severity: [S], levels: {PM101: off}}]",
        "when: [{kind: S, levels: {PM101: off}}]",
        "when: [{audience: S, levels: {PM101: off}}]",
        "when: [{services: S, levels: {PM101: off}}]",
        "when: [{services: S, levels: {PM101: off}}]\n      services: [S, chekout]",
        "when: [{status: published, require: {fields: [S]}}]",
        "when: [{status: published, require: {sections: S}}]",
        "when: [{status: published, require: {items: {priority: S}}}]",
        "when: [{status: published, require: {items: {kind: S, at_least: S}}}]",
        "when: [{status: published, levels: {S: error}}]",
    ],
    "as_of": ["as_of: S"],
    "timezone": ["timezone: S"],
    "audiences": ["audiences: [internal, S]", "audiences: [S]"],
    "audience": ["audience: S", "audience: S\n      audiences: [S, public]"],
    "id_pattern": ["id_pattern: S"],
    "severities": [
        "severities: [{name: S, label: S}]",
        "severities: [{name: one, label: S, aliases: [S]}, {name: two, label: S}]",
        "severities: [{name: one, label: One, colour: S}]",
        "severities: [{name: one, label: One, aliases: [sev1, high, S]}]",
    ],
    "services": [
        "services: [S]",
        "services: [{name: S, owner: S, title: S, description: S, aliases: [S], links: {S: S}}, S]",
        "services: {file: S}",
        "services: {backstage: S}",
        "services: {backstage: [S]}",
    ],
    "tags": ["tags: [S]", "tags: {file: S}", "tags: S"],
    "factor_categories": ["factor_categories: [S]", "factor_categories: [code, S]"],
    "fields": [
        "fields: [{name: S}]",
        "fields: [{name: region_tier, label: S, choices: [S], required: true}]",
        "fields: [{name: S_x, type: S}]",
        "fields: [{name: region_tier, choices: S, facet: S}]",
    ],
    "required": ["required: {fields: [S]}", "required: {sections: [S]}", "required: {S: [severity]}"],
    "headings": ["headings: {impact: [S], summary: [S]}", "headings: {S: [x]}"],
    "vocabulary": [
        "vocabulary: {S: {x: [y]}}",
        "vocabulary: {fields: {S: [y]}}",
        "vocabulary: {fields: {severity: [S], status: [S]}}",
        "vocabulary: {sections: {impact: [S], cause: [S]}, columns: {owners: [S]}, statuses: {done: [S]}}",
        "vocabulary: {nothing: [S], slots: [S], boilerplate: [S], title_prefixes: [S], before_due: [S]}",
    ],
    "language": ["language: S"],
    "words": ["words: {S: x}", "words: {age: S}", "words: {overdue: S}", "words: {count-more: {one: S, other: S}}"],
    "conventions": ["conventions: {title: S, file_name: S}\n      levels: {PM125: error}"],
    "impact_thresholds": [
        "impact_thresholds: [{severity: S, data_loss: true}]",
        "impact_thresholds: [{severity: sev1, customers_affected_percent: S}]",
        "impact_thresholds: [{severity: sev0, degradation: S, data_loss: S}]",
        "impact_thresholds: [{severity: S, data_loss: true}]\n      severities: [{name: top, label: S}]",
    ],
    "deadlines": ["deadlines: S", "deadlines: {preset: S}", "deadlines: {review: {S: 5d}}", "deadlines: {items: S}"],
    "owners": [
        "owners: [S]",
        "owners: [{name: S, kind: S, aliases: [S]}]",
        "owners: [{name: S, kind: team, aliases: [S]}]",
        "owners: {file: S}",
    ],
    "trackers": [
        "trackers: S",
        "trackers: [{prefix: S, url: S}]",
        "trackers: [{kind: S, url: S}]",
        "trackers: [{kind: github, repository: S}]",
        "trackers: [{kind: jira, url: S, projects: [S]}]",
        "trackers: [{kind: linear, prefix: S, url: S}]",
    ],
    "timeline_slack": ["timeline_slack: S"],
    "timeline_gap": ["timeline_gap: S"],
    "customer_names": ["customer_names: [S]"],
    "html": ["html: S"],
    "baseline": ["baseline: S"],
    "incidents_csv": [
        "incidents_csv: S",
        "incidents_csv: {file: S}",
        "incidents_csv: {file: mkdocs.yml, columns: {id: S}}",
        "incidents_csv: {file: mkdocs.yml, columns: {S: Number}}",
    ],
    "history": ["history: S"],
    "search": ["search: S"],
    "views": [
        "views: S",
        "views: [{name: S, title: A}]",
        "views: [{name: a, title: S, description: S}, {name: b, title: B}]",
        "views: [{name: a, title: A, where: {severity: S}}]",
        "views: [{name: a, title: A, where: {S: x}}]",
        "views: [{name: a, title: A, where: {service: [S]}, sort: S}]",
    ],
    "similarity": ["similarity: S", "similarity: {weights: {term: S}}", "similarity: {shown: S}", "similarity: {S: 1}"],
}  # fmt: skip
"""Every option with an environment variable in each place where it takes text."""


def project(root: Path, block: str, head: str = "site_name: x") -> Path:
    """Write a checked tree whose settings ask for a secret."""
    lines = block.replace("S_x", "!ENV SECRET")
    lines = re.sub(r"\bS\b", "!ENV SECRET", lines).replace("{!ENV SECRET: ", "{? !ENV SECRET\n        : ")
    write(root / "mkdocs.yml", f"{head}\nplugins:\n  - postmortem:\n      {lines}\n")
    for name, text in DOCUMENTS.items():
        write(root / "postmortems" / name, text)
    return root


def told(secret: str, output: str) -> set[str]:
    """Return the pieces of a secret that an output holds, by letters and digits in any case."""
    wanted, found = (re.sub(r"[\W_]+", "", text.casefold()) for text in (secret, output))
    return {wanted[at : at + WINDOW] for at in range(len(wanted) - WINDOW + 1) if wanted[at : at + WINDOW] in found}


def test_every_option_is_attacked() -> None:
    assert set(OPTIONS) == set(Settings.model_fields)


@pytest.mark.parametrize("block", [block for blocks in OPTIONS.values() for block in blocks])
def test_no_report_tells_what_a_variable_holds(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, block)
    for secret in SECRETS:
        monkeypatch.setenv("SECRET", secret)

        result = run(tmp_path, "check", "--format", "json")

        assert told(secret, result.output) == set(), (secret, result.output)
        assert result.exit_code in (0, 1, 2)


@pytest.mark.parametrize("arguments", [*(("--format", form) for form in FORMATS), ("--fix",), ("--statistics",)])
def test_no_form_of_report_does(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(
        tmp_path,
        "services: [S]\n      tags: [S]\n      owners: [S]\n      required: {fields: [severity, owner_group]}\n"
        "      fields: [{name: owner_group, choices: [S]}]\n"
        "      severities: [{name: S, label: One, aliases: [High]}]\n      conventions: {title: S}\n"
        "      levels: {PM125: error}",
    )
    monkeypatch.setenv("SECRET", SECRETS[0])

    result = run(tmp_path, "check", *arguments)

    assert result.exit_code == 1
    assert told(SECRETS[0], result.output) == set()


def test_a_variable_is_named_where_its_value_would_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", SECRETS[0])

    result = run(project(tmp_path, "services: [S]"), "check", "--select", "PM505")

    assert 'a.md:8:12 PM505 unknown-service: service "checkout" is not in the list; use !ENV SECRET' in result.stdout
    assert result.stdout.count("!ENV SECRET") == result.stdout.count("PM505")


def test_a_correction_does_not_write_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path, "severities: [{name: S, label: One, aliases: [High]}]")
    monkeypatch.setenv("SECRET", SECRETS[0])

    result = run(root, "check", "--fix", "--write")

    assert (root / "postmortems/g.md").read_text(encoding="utf-8") == DOCUMENTS["g.md"]
    assert "g.md: not corrected: it would write what a variable of the environment holds" in result.stderr
    assert told(SECRETS[0], result.output) == set()


@pytest.mark.parametrize("head", ["INHERIT: !ENV SECRET", "docs_dir: !ENV SECRET", "site_name: !ENV SECRET"])
def test_other_keys_tell_nothing_either(head: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, "as_of: 2026-03-10", head)
    write(tmp_path / "postmortems/z.md", VALID + "\n[x](../docs/no.md) [y](../xK9/no.md)\n")
    for secret in SECRETS:
        monkeypatch.setenv("SECRET", secret)

        result = run(tmp_path, "check")

        assert told(secret, result.output) == set(), result.output


@pytest.mark.parametrize("command", [("settings",), ("settings", "--format", "json")])
@pytest.mark.parametrize("block", [block for blocks in OPTIONS.values() for block in blocks])
def test_the_list_of_settings_names_the_variable(
    command: tuple[str, ...], block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, block)
    monkeypatch.setenv("SECRET", SECRETS[0])

    result = run(tmp_path, *command)

    assert told(SECRETS[0], result.output) == set()
    assert "!ENV SECRET" in result.output
