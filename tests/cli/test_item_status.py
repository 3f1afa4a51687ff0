"""`postmortem done`, `reopen` and `wont-do`: one item of one file, by id or path."""

from __future__ import annotations

import stat
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_section
from tests.sites import make_project

NAME = "2026-03-01-checkout.md"
ON = ("--on", "2026-11-22")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path, {NAME: VALID})
    return tmp_path


def text_of(project: Path) -> str:
    return (project / "postmortems" / NAME).read_bytes().decode("utf-8")


def test_done_changes_the_file_and_prints_the_line_before_and_after(project: Path) -> None:
    result = run(project, "done", "inc-2026-014", "1", *ON)

    assert result.exit_code == 0, result.stderr
    assert result.stdout == (
        f'postmortems/{NAME}:34 done: "Alert on pool saturation"\n'
        "-- [ ] Alert on pool saturation\n"
        "+- [x] Alert on pool saturation — Completed: 2026-11-22\n"
    )
    assert text_of(project) == VALID.replace(
        "- [ ] Alert on pool saturation", "- [x] Alert on pool saturation — Completed: 2026-11-22"
    )


def test_reopen_gives_the_file_back_to_the_byte(project: Path) -> None:
    run(project, "done", "INC-2026-014", "1", *ON)

    result = run(project, "reopen", "INC-2026-014", "1")

    assert result.stdout.startswith(f'postmortems/{NAME}:34 open: "Alert on pool saturation"\n')
    assert text_of(project) == VALID


def test_wont_do_writes_the_reason(project: Path) -> None:
    result = run(project, "wont-do", "INC-2026-014", "1", "--reason", "the pool is gone")

    assert result.exit_code == 0, result.stderr
    assert "- [ ] ~~Alert on pool saturation~~ — Reason: the pool is gone\n" in text_of(project)


def test_the_path_of_the_file_stands_for_its_id(project: Path) -> None:
    result = run(project, "done", f"postmortems/{NAME}", "1", *ON)

    assert result.stdout.startswith(f"postmortems/{NAME}:34 done: ")
    assert "- [x]" in text_of(project)


def test_dry_run_shows_the_change_and_writes_nothing(project: Path) -> None:
    result = run(project, "done", "INC-2026-014", "1", *ON, "--dry-run")

    assert "+- [x] Alert" in result.stdout
    assert result.stderr == "Nothing was written.\n"
    assert text_of(project) == VALID


def test_the_day_is_today_unless_the_settings_say_otherwise(tmp_path: Path) -> None:
    make_project(tmp_path, {NAME: VALID}, options={"as_of": "2026-04-05"})
    assert "Completed: 2026-04-05" in run(tmp_path, "done", "INC-2026-014", "1", "--dry-run").stdout

    (tmp_path / "mkdocs.yml").unlink()
    today = datetime.now().astimezone().date()
    assert f"Completed: {today.isoformat()}" in run(tmp_path, "done", "INC-2026-014", "1", "--dry-run").stdout


def test_several_items_are_changed_together_or_not_at_all(tmp_path: Path) -> None:
    text = with_section("Action items", "- [ ] One\n- [ ] Two\n- [ ] Three\n")
    make_project(tmp_path, {NAME: text})

    refused = run(tmp_path, "done", "INC-2026-014", "1", "9", *ON)
    assert refused.exit_code == 2
    assert refused.stderr == (
        'postmortem: INC-2026-014 has no item 9; it has 3 action items: 1 "One", 2 "Two", 3 "Three"\n'
    )
    assert text_of(tmp_path) == text

    run(tmp_path, "done", "INC-2026-014", "1", "3", "1", *ON)
    assert text_of(tmp_path).count("- [x]") == 2


def test_item_that_is_done_already_is_said_and_left_alone(project: Path) -> None:
    run(project, "done", "INC-2026-014", "1", *ON)
    before = text_of(project)

    result = run(project, "done", "INC-2026-014", "1", "--on", "2026-12-24")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f'postmortems/{NAME}:34 is done already: "Alert on pool saturation"\n'
    assert text_of(project) == before


def test_unknown_id_is_refused_with_the_nearest(project: Path) -> None:
    result = run(project, "done", "INC-2026-041", "1")
    assert result.exit_code == 2
    assert result.stderr == ('postmortem: no document has the id "INC-2026-041"; did you mean "INC-2026-014"?\n')


def test_id_of_two_documents_is_refused_with_their_paths(tmp_path: Path) -> None:
    make_project(tmp_path, {"a.md": VALID, "b.md": VALID})
    result = run(tmp_path, "done", "INC-2026-014", "1")
    assert result.exit_code == 2
    assert result.stderr == (
        'postmortem: the id "INC-2026-014" belongs to postmortems/a.md and postmortems/b.md; name the file instead\n'
    )


def test_front_matter_that_cannot_be_read_is_refused_with_its_problem(tmp_path: Path) -> None:
    broken = VALID.replace("title: Checkout", "title: [Checkout")
    make_project(tmp_path, {NAME: broken})
    result = run(tmp_path, "done", f"postmortems/{NAME}", "1")
    assert result.exit_code == 2
    first, second, *_ = result.stderr.splitlines()
    assert first == f"postmortem: postmortems/{NAME}: the front matter cannot be read; correct it first"
    assert second.startswith(f"postmortem: postmortems/{NAME}:")
    assert text_of(tmp_path) == broken


@pytest.mark.parametrize(
    ("data", "code"), [(b"\xff\xfe\x00", "PM003"), (VALID.encode() + b"\xff", "PM003"), (b"x" * 2_000_000, "PM002")]
)
def test_file_that_is_no_readable_text_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)

    result = run(tmp_path, "done", "a.md", "1")

    assert result.exit_code == 2
    assert code in result.stderr
    assert path.read_bytes() == data


def test_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text(VALID, encoding="utf-8")
    (tmp_path / "a.md").symlink_to(tmp_path / "real.md")

    result = run(tmp_path, "done", "a.md", "1")

    assert result.exit_code == 2
    assert "PM007" in result.stderr
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == VALID


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        (" ", "say why"),
        ("one\ntwo", "write it on one line"),
        ("one\u2028two", "write it on one line"),
        ("\x1b[31mred", "it holds U+001B, which readers cannot see"),
        ("x\u202ey", "it holds U+202E, which readers cannot see"),
        ("x" * 501, "it has more than 500 characters; details belong in the document"),
    ],
)
def test_reason_that_cannot_stand_on_a_line_is_refused(reason: str, message: str, project: Path) -> None:
    result = run(project, "wont-do", "INC-2026-014", "1", "--reason", reason)
    assert result.exit_code == 2
    assert result.stderr == f"postmortem: --reason: {message}\n"
    assert text_of(project) == VALID


@pytest.mark.parametrize(
    "arguments",
    [
        ("wont-do", "INC-2026-014", "1"),
        ("done", "INC-2026-014"),
        ("done", "INC-2026-014", "0"),
        ("done", "INC-2026-014", "one"),
        ("done", "INC-2026-014", "1", "--on", "tomorrow"),
        ("done", "INC-2026-014", "1", "--on", "0001-01-01"),
    ],
)
def test_wrong_usage_ends_with_status_2(arguments: tuple[str, ...], project: Path) -> None:
    assert run(project, *arguments).exit_code == 2
    assert text_of(project) == VALID


def test_lines_of_a_hostile_document_reach_the_terminal_as_text(tmp_path: Path) -> None:
    make_project(tmp_path, {NAME: with_section("Action items", "- [ ] \u202e##[command] ::x \x1b[31mred\n\tand tab\n")})

    result = run(tmp_path, "done", "INC-2026-014", "1", *ON)

    assert result.exit_code == 0, result.stderr
    assert not {"\u202e", "\x1b"} & set(result.stdout)
    assert "##[" not in result.stdout
    assert "+\tand tab" in result.stdout


def test_mode_bits_of_the_file_stay(project: Path) -> None:
    path = project / "postmortems" / NAME
    path.chmod(0o640)

    run(project, "done", "INC-2026-014", "1", *ON)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_file_that_cannot_be_written_is_said_in_one_line(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("mkdocs_postmortem.cli.item_status.write_text", refuse)

    result = run(project, "done", "INC-2026-014", "1", *ON)

    assert result.exit_code == 2
    assert result.stderr == f"postmortem: postmortems/{NAME}: the file cannot be written: no room\n"


@pytest.mark.parametrize("command", ["done", "reopen", "wont-do"])
def test_each_help_names_id_and_number(command: str, project: Path) -> None:
    text = " ".join(run(project, command, "--help").stdout.split())
    assert "ID NUMBER..." in text
    assert "--dry-run" in text


def test_a_reason_that_is_no_text_is_refused(project: Path) -> None:
    result = run(project, "wont-do", "INC-2026-014", "1", "--reason", "no \udcff use")
    assert (result.exit_code, result.stderr) == (2, "postmortem: --reason: it is no text in UTF-8\n")


def test_an_id_that_is_too_long_for_a_name_of_a_file_is_no_id(project: Path) -> None:
    result = run(project, "done", "x" * 300, "1")
    assert result.exit_code == 2
    assert result.stderr.startswith('postmortem: no document has the id "xxx')
