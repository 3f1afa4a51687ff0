"""`postmortem check`: problems on standard output, a summary on standard error, 0, 1 or 2 as status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.projects import run
from tests.documents import VALID, with_line, without_line
from tests.sites import make_project, write

WRONG = with_line("severity:", "severity: sev9")
OTHER = VALID.replace("INC-2026-014", "INC-2026-015")


def test_a_good_library_prints_nothing_and_says_how_many_documents_it_checked(tmp_path: Path) -> None:
    result = run(make_project(tmp_path, {"a.md": VALID, "2025/b.md": OTHER}), "check")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 documents checked, no problem.\n"


def test_a_problem_is_one_line_with_place_code_name_message_and_hint(tmp_path: Path) -> None:
    result = run(make_project(tmp_path, {"a.md": WRONG}), "check")

    assert result.exit_code == 1
    assert result.stdout.startswith(
        'postmortems/a.md:4:11 PM104 unknown-severity: severity "sev9" is not on the scale; '
    )
    assert result.stdout.count("\n") == 1
    assert result.stderr == "1 document checked: 1 error, 0 warnings.\n"


def test_warnings_are_marked_counted_and_do_not_fail(tmp_path: Path) -> None:
    draft = without_line("  - Owner:", with_line("status:", "status: draft"))

    result = run(make_project(tmp_path, {"a.md": draft}), "check")

    assert result.exit_code == 0
    assert "PM301 ownerless-item (warning): " in result.stdout
    assert result.stderr == "1 document checked: 0 errors, 1 warning.\n"


def test_without_a_configuration_the_defaults_hold(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", WRONG)

    assert "PM104" in run(tmp_path, "check").stdout


def test_without_a_folder_the_check_says_so(tmp_path: Path) -> None:
    result = run(tmp_path, "check")

    assert result.exit_code == 1
    assert result.stdout.startswith("postmortems:1:1 PM802 folder-missing: the folder of postmortems does not exist; ")


def test_a_path_inside_limits_the_report_to_it_and_still_judges_the_whole(tmp_path: Path) -> None:
    twin = with_line("status:", "status: published\nrelated: [INC-2026-015]")
    root = make_project(tmp_path, {"a.md": WRONG, "2026/b.md": twin.replace("014", "016"), "c.md": OTHER})

    one_file = run(root, "check", "postmortems/2026/b.md")
    folder = run(root, "check", "postmortems/2026")
    everything = run(root, "check", "postmortems")

    assert (one_file.exit_code, one_file.stdout) == (0, "")
    assert one_file.stderr == folder.stderr == "1 document checked, no problem.\n"
    assert everything.stderr == "3 documents checked: 1 error, 0 warnings.\n"


@pytest.mark.parametrize(
    "path",
    [
        "{link}/postmortems/2026/a.md",
        "{link}/postmortems/2026",
        "x/../postmortems/2026/a.md",
        "postmortems/../postmortems/2026/a.md",
        "postmortems/2026/../2026",
        "shortcut",
    ],
)
def test_a_document_is_found_however_its_path_is_spelled(path: str, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"2026/a.md": WRONG, "b.md": OTHER})
    (root / "x").mkdir()
    (root / "shortcut").symlink_to("postmortems/2026")
    (tmp_path / "link").symlink_to("project")

    result = run(root, "check", path.format(link=tmp_path / "link"))

    assert result.stdout.startswith("postmortems/2026/a.md:4:11 PM104")
    assert result.stderr == "1 document checked: 1 error, 0 warnings.\n"


@pytest.mark.parametrize("path", ["postmortems/2026/a.md", "real/2026/a.md"])
def test_the_folder_itself_may_be_a_link(path: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {"2026/a.md": WRONG, "template.md": "x"})
    (root / "postmortems").rename(root / "real")
    (root / "postmortems").symlink_to("real")

    assert run(root, "check", path).stdout.startswith("postmortems/2026/a.md:4:11 PM104")
    assert run(root, "check", "real").stderr == "1 document checked: 1 error, 0 warnings.\n"
    assert "no document of postmortems" in run(root, "check", "postmortems/template.md").stderr


def test_a_link_in_the_folder_is_a_link_wherever_it_leads(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"a.md": VALID})
    write(tmp_path / "elsewhere/x.md", WRONG)
    (root / "postmortems/x.md").symlink_to(tmp_path / "elsewhere/x.md")
    (root / "postmortems/far").symlink_to(tmp_path / "elsewhere")

    assert run(root, "check", "postmortems/x.md").stdout.startswith("postmortems/x.md:1:1 PM007")
    assert "no document of postmortems" in run(root, "check", "postmortems/far").stderr


def test_two_paths_are_reported_together(tmp_path: Path) -> None:
    root = make_project(
        tmp_path, {"a.md": WRONG, "b.md": WRONG.replace("014", "015"), "c.md": WRONG.replace("014", "016")}
    )

    result = run(root, "check", "postmortems/a.md", "postmortems/c.md")

    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["postmortems/a.md", "postmortems/c.md"]


def test_a_folder_outside_is_a_library_of_its_own(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"a.md": VALID})
    write(root / "drafts/a.md", WRONG)

    result = run(root, "check", "drafts")

    assert result.stdout.startswith("drafts/a.md:4:11 PM104")
    assert result.stderr == "1 document checked: 1 error, 0 warnings.\n"


def test_a_file_outside_the_project_is_checked_too(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"a.md": VALID})
    write(tmp_path / "elsewhere/x.md", WRONG)
    write(tmp_path / "elsewhere/y.md", WRONG)

    result = run(root, "check", "../elsewhere/x.md")

    assert result.exit_code == 1
    assert [line.partition(" ")[2][:5] for line in result.stdout.splitlines()] == ["PM104"]
    assert "x.md:4:11" in result.stdout


def test_a_path_that_is_no_document_ends_with_status_two(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": VALID, "notes.txt": "x", "template.md": "x"})

    for path in ("postmortems/notes.txt", "postmortems/template.md"):
        result = run(root, "check", path)
        assert result.exit_code == 2
        assert "no document of postmortems" in result.stderr


def test_paths_that_are_no_documents_can_be_passed_over(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": WRONG, "notes.txt": "x", "template.md": "x", "index.md": "# x"})
    others = ("postmortems/notes.txt", "postmortems/template.md", "postmortems/index.md")

    none_left = run(root, "check", "--skip-excluded", *others)
    one_left = run(root, "check", "--skip-excluded", *others, "postmortems/a.md")

    assert (none_left.exit_code, none_left.output) == (0, "0 documents checked, no problem.\n")
    assert (one_left.exit_code, one_left.stderr) == (1, "1 document checked: 1 error, 0 warnings.\n")
    assert run(root, "check", "--skip-excluded", "postmortems/nowhere.md").exit_code == 2


def test_a_path_that_does_not_exist_ends_with_status_two(tmp_path: Path) -> None:
    assert run(make_project(tmp_path), "check", "nowhere.md").exit_code == 2


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("folderr: x", '5:7 option folderr is not known; did you mean "folder"?'),
        ("fail_on: sometimes", '5:7 option fail_on: "sometimes" is not known; use error, warning or never'),
        ("levels: {PM104: off}\n      path: a//b", "6:7 option path: "),
        ("levels: {PM999: off}", '5:16 levels: "PM999" is no problem code or name; `postmortem rules` lists them'),
        (
            "deadlines: {review: {sev9: 5d}}",
            '5:28 deadlines.review: "sev9" is not on the scale; did you mean "sev3"?',
        ),
        ("deadlines: amazon", "5:7 option deadlines.preset: "),
        ("deadlines: {drft: 5d}", '5:19 option deadlines.drft is not known; did you mean "draft"?'),
        (
            "impact_thresholds: [{severity: sev9, data_loss: true}]",
            '5:28 impact_thresholds: "sev9" is not on the scale',
        ),
        ("timeline_gap: 5", "5:7 option timeline_gap: write a number and its unit"),
        ("conventions: {title: '('}", "5:21 option conventions.title: it is not a regular expression"),
        ("owners: [{nme: Dana}]", '5:17 option owners[0].nme is not known; did you mean "name"?'),
        ("services: [{nam: x}]", '5:19 option services[0].nam is not known; did you mean "name"?'),
        ("timezone: Mars/Base", '5:7 timezone: "Mars/Base" is not a time zone; write UTC'),
        ("severities: []", "5:7 option severities: the list is empty; name at least one, or delete the line"),
    ],
)  # fmt: skip
def test_a_bad_setting_is_reported_at_its_line_with_status_two(block: str, line: str, tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", f"site_name: x\nplugins:\n  - search\n  - postmortem:\n      {block}\n")

    result = run(tmp_path, "check")

    assert result.exit_code == 2
    assert result.stdout == ""
    place, _, message = line.partition(" ")
    assert f"mkdocs.yml:{place} PM801 invalid-setting: {message}" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "site_name: [",
        "a: &a [*a]\n",
        "x: " + "[" * 5_000,
        "- a\n",
        "",
        "plugins: postmortem\n",
        "plugins: {postmortem: }\n",
    ],
    ids=["open bracket", "alias loop", "deep", "list", "empty", "one plugin", "mapping"],
)
def test_no_configuration_brings_the_command_down(text: str, tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    write(tmp_path / "mkdocs.yml", text)

    assert run(tmp_path, "check").exit_code in (0, 2)


def test_a_configuration_with_python_tags_is_read_and_runs_nothing(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    write(
        tmp_path / "mkdocs.yml",
        "site_name: !ENV [X, y]\nmarkdown_extensions:\n  - x: {y: !!python/name:os.system }\n"
        "z: !!python/object/apply:os.system ['touch pwned']\nplugins:\n"
        "  - postmortem:\n      fail_on: warning\n      as_of: 2026-03-10\n",
    )

    assert run(tmp_path, "check").exit_code == 0
    assert not (tmp_path / "pwned").exists()


def test_settings_are_inherited_like_mkdocs_inherits_them(tmp_path: Path) -> None:
    write(tmp_path / "base.yml", "plugins:\n  postmortem:\n    folder: incidents\n")
    write(tmp_path / "mkdocs.yml", "INHERIT: base.yml\nsite_name: x\n")
    write(tmp_path / "incidents/a.md", WRONG)

    assert run(tmp_path, "check").stdout.startswith("incidents/a.md:4:11 PM104")


def test_another_configuration_is_named_by_option(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"a.md": WRONG})

    result = run(tmp_path, "check", "--config", str(root / "mkdocs.yml"))

    assert "PM104" in result.stdout


def test_titles_cannot_command_a_terminal_or_a_ci_log(tmp_path: Path) -> None:
    text = with_line("severity:", 'severity: "\\e[31m::error::x"')

    result = run(make_project(tmp_path, {"a.md": text}), "check")

    assert "\x1b" not in result.stdout
    assert not [line for line in result.stdout.splitlines() if line.startswith("::")]


def test_links_of_a_fork_are_looked_up_beside_its_own_folder(tmp_path: Path) -> None:
    write(tmp_path / "trusted/mkdocs.yml", "docs_dir: pages\nplugins:\n  - postmortem: {as_of: 2026-03-10}\n")
    write(tmp_path / "fork/pages/index.md", "# Welcome")
    write(tmp_path / "fork/postmortems/a.md", VALID + "\n[x](../pages/index.md) [y](../pages/nothing.md)\n")

    result = run(tmp_path, "check", "--config", "trusted/mkdocs.yml", "fork/postmortems")

    (line,) = result.stdout.splitlines()
    assert line.startswith("fork/postmortems/a.md:38:24 PM506 broken-link: fork/pages/nothing.md does not exist;")


def test_known_incidents_without_a_postmortem_are_told_at_their_line_and_fail_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": VALID}, options={"incidents_csv": "lists/known.csv"})
    write(root / "lists/known.csv", "id,started_at\nINC-2026-014,2026-03-01\nINC-7,2026-01-01\n")

    result = run(root, "check")

    assert (result.exit_code, result.stderr) == (0, "1 document checked: 0 errors, 1 warning.\n")
    assert result.stdout.startswith("lists/known.csv:3:1 PM512 missing-postmortem (warning): ")


def test_a_folder_outside_is_not_compared_with_the_list(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"a.md": VALID}, options={"incidents_csv": "known.csv"})
    write(root / "known.csv", "id,started_at\nINC-7,2026-01-01\n")
    write(root / "drafts/a.md", VALID)

    assert run(root, "check", "drafts").stderr == "1 document checked, no problem.\n"


def test_a_wrong_marker_of_a_page_of_the_docs_fails_the_check(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": VALID}, pages={"run.md": "# Run\n\n<!-- postmortems limit=none -->\n"})

    result = run(root, "check")

    assert result.exit_code == 1
    assert result.stdout.startswith("docs/run.md:3:24 PM513 wrong-marker: postmortems: limit")
    assert run(root, "check", "postmortems/a.md").exit_code == 0, "paths limit the check"
    write(tmp_path / "elsewhere/b.md", OTHER)
    assert "docs/run.md" not in run(root, "check", "elsewhere").output, "the docs are not of that folder"
