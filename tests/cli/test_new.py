"""`postmortem new`: the next document, named by day and title, never over an existing one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_postmortem.cli import main
from tests.cli.projects import inside, run
from tests.documents import VALID
from tests.sites import make_project, write

ANSWERS = (
    "--title",
    "Checkout outage",
    "--severity",
    "High",
    "--service",
    "checkout",
    "--started",
    "2026-11-22 14:05 UTC",
)


def test_the_file_is_named_by_day_and_title_and_its_path_is_printed(tmp_path: Path) -> None:
    result = run(tmp_path, "new", *ANSWERS)

    assert result.exit_code == 0, result.stderr
    assert result.stdout == "postmortems/2026/2026-11-22-checkout-outage.md\n"
    text = (tmp_path / "postmortems/2026/2026-11-22-checkout-outage.md").read_text(encoding="utf-8")
    assert text.startswith(
        '---\nid: INC-2026-001\ntitle: "Checkout outage"\nseverity: sev1\nstatus: draft\n'
        "started_at: 2026-11-22T14:05Z\n"
    )
    assert "services: [checkout]\n" in text


@pytest.mark.parametrize("template", ["narrative", "sre"])
def test_a_new_document_has_only_warnings_about_what_is_still_to_write(template: str, tmp_path: Path) -> None:
    run(tmp_path, "new", *ANSWERS, "--template", template)

    result = run(tmp_path, "check")

    assert result.exit_code == 0, result.stdout
    codes = {line.split(" ")[1] for line in result.stdout.splitlines()}
    assert "PM203" in codes
    assert codes <= {"PM202", "PM203"}
    assert all("(warning)" in line for line in result.stdout.splitlines())


def test_the_same_title_on_the_same_day_gets_a_number_and_the_first_file_stays(tmp_path: Path) -> None:
    run(tmp_path, "new", *ANSWERS)
    first = tmp_path / "postmortems/2026/2026-11-22-checkout-outage.md"
    write(first, "mine")

    result = run(tmp_path, "new", *ANSWERS)

    assert result.stdout == "postmortems/2026/2026-11-22-checkout-outage-2.md\n"
    assert first.read_text(encoding="utf-8") == "mine"


def test_a_dangling_link_at_the_name_is_not_written_through(tmp_path: Path) -> None:
    link = tmp_path / "postmortems/2026/2026-11-22-checkout-outage.md"
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "outside.md")

    run(tmp_path, "new", *ANSWERS)

    assert not (tmp_path / "outside.md").exists()


def test_the_next_free_id_of_the_year_is_taken_by_the_configured_pattern(tmp_path: Path) -> None:
    other_year = VALID.replace("INC-2026-014", "INC-2025-099")
    make_project(tmp_path, {"a.md": VALID, "b.md": other_year})

    run(tmp_path, "new", *ANSWERS)

    text = (tmp_path / "postmortems/2026/2026-11-22-checkout-outage.md").read_text(encoding="utf-8")
    assert "id: INC-2026-015\n" in text


def test_another_pattern_counts_for_itself(tmp_path: Path) -> None:
    make_project(tmp_path, {"a.md": VALID}, options={"id_pattern": "PM{number}"})

    run(tmp_path, "new", *ANSWERS)
    run(tmp_path, "new", *ANSWERS)

    text = (tmp_path / "postmortems/2026/2026-11-22-checkout-outage-2.md").read_text(encoding="utf-8")
    assert "id: PM2\n" in text


def test_a_given_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    make_project(tmp_path, {"a.md": VALID})

    result = run(tmp_path, "new", *ANSWERS, "--id", "inc-2026-014")

    assert result.exit_code == 2
    assert result.stderr == 'postmortem: the id "inc-2026-014" belongs to postmortems/a.md\n'


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--severity", "sev9"), 'severity "sev9" is not on the scale'),
        (("--started", "yesterday"), "--started: "),
        (("--started", "2026-11-22 14:05"), "--started: "),
        (("--service", "chekout"), 'service "chekout" is not in the list; did you mean "checkout"?'),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_and_nothing_is_written(
    options: tuple[str, str], message: str, tmp_path: Path
) -> None:
    make_project(tmp_path, {}, options={"services": ["checkout"]})

    result = run(tmp_path, "new", *ANSWERS, *options)

    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "postmortems").exists()


@pytest.mark.parametrize("missing", ["--title", "--severity", "--service"])
def test_without_anyone_to_ask_the_missing_option_is_named(missing: str, tmp_path: Path) -> None:
    given = dict(zip(ANSWERS[::2], ANSWERS[1::2], strict=True))
    del given[missing]

    result = run(tmp_path, "new", *(part for pair in given.items() for part in pair))

    assert result.exit_code == 2
    assert f"{missing} is missing, and nobody is there to ask" in result.stderr


def test_only_what_is_missing_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "payments, checkout"

    monkeypatch.setattr("mkdocs_postmortem.cli.new._ask", answer)

    result = run(tmp_path, "new", *ANSWERS[:4], *ANSWERS[6:])

    assert asked == ["Services (separated by commas)"]
    assert "services: [payments, checkout]" in (tmp_path / result.stdout.strip()).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ünïcode & friends!", "2026-11-22-unicode-friends.md"),
        ("../../etc/passwd", "2026-11-22-etc-passwd.md"),
        ("x" * 300, f"2026-11-22-{'x' * 80}.md"),
        ("...", "2026-11-22-postmortem.md"),
    ],
)
def test_any_title_gives_a_name_that_every_system_can_store(title: str, name: str, tmp_path: Path) -> None:
    result = run(tmp_path, "new", "--title", title, *ANSWERS[2:])

    assert result.stdout == f"postmortems/2026/{name}\n", result.stderr


@pytest.mark.parametrize(
    "title", ['A "quoted": title', "# no comment", "yes", "2026-01-01", "[404] errors", "a\\b", "{{ 7*7 }}"]
)
def test_any_title_is_read_back_as_it_was_given(title: str, tmp_path: Path) -> None:
    result = run(tmp_path, "new", "--title", title, *ANSWERS[2:])

    listed = run(tmp_path, "inspect", "--format", "json", result.stdout.strip())
    assert f'"title": {json.dumps(title, ensure_ascii=False)}' in listed.stdout


def test_a_year_folder_is_made_inside_the_configured_folder(tmp_path: Path) -> None:
    make_project(tmp_path, {}, options={"folder": "incidents"})

    assert run(tmp_path, "new", *ANSWERS).stdout.startswith("incidents/2026/")


def test_the_help_is_written_for_people(tmp_path: Path) -> None:
    with inside(tmp_path):
        text = CliRunner().invoke(main, ["new", "--help"]).output

    assert "never written over an existing one" in " ".join(text.split())
