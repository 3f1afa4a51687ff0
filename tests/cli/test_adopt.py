"""`postmortem adopt`: a diff, or the files changed; and what is left to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_postmortem.cli import main
from tests.cli.projects import inside, run
from tests.documents import VALID, with_front, without_line
from tests.sites import make_project, write

OLD = """\
# INC-2026-014: Checkout failed

**Severity:** High
**Status:** Published
**Services:** checkout
**Start:** 2026-03-01 14:05
"""


def answer(folder: Path, answers: str, *arguments: str) -> Result:
    """Run the command with a person at the terminal who types these lines."""
    with inside(folder):
        return CliRunner().invoke(main, list(arguments), input=answers, catch_exceptions=False)


def test_the_change_is_shown_as_a_diff_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "old.md", OLD)

    result = run(tmp_path, "adopt", "old.md")

    assert result.stdout == (
        "--- old.md\n+++ old.md\n@@ -1,3 +1,9 @@\n+---\n+id: INC-2026-014\n+severity: sev1\n+status: published\n"
        "+services: [checkout]\n+---\n # INC-2026-014: Checkout failed\n \n **Severity:** High\n"
    )
    assert result.stderr == (
        "old.md: would add id, severity, status, services\n"
        "Missing:\n"
        '  old.md:6:12 the body says "2026-03-01 14:05" but no time zone that is certain; '
        "add: started_at: 2026-03-01 14:05 UTC   # or your zone\n"
        "1 document: 1 would change, 1 required fact missing; add --write to change the files.\n"
    )
    assert result.exit_code == 1
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == OLD


def test_with_write_the_file_is_changed_and_lines_count_in_the_new_one(tmp_path: Path) -> None:
    write(tmp_path / "old.md", OLD.replace("\n", "\r\n"))

    result = run(tmp_path, "adopt", "--write", "old.md")

    assert result.stdout == ""
    assert result.stderr.startswith("old.md: added id, severity, status, services\nMissing:\n  old.md:12:12 the body")
    data = (tmp_path / "old.md").read_bytes()
    assert data.startswith(b"---\r\nid: INC-2026-014\r\n")
    assert data.endswith(OLD.replace("\n", "\r\n").encode())


def test_a_document_that_holds_what_is_required_passes(tmp_path: Path) -> None:
    make_project(tmp_path, {"old.md": OLD}, options={"timezone": "Europe/Berlin"})

    first = run(tmp_path, "adopt", "--write", "postmortems")
    second = run(tmp_path, "adopt", "--write", "postmortems")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert second.stderr == "1 document: 0 changed, nothing required is missing.\n"


def test_a_folder_is_adopted_without_templates_and_links_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "sub/c.md", "README.md", "template.md", "notes.txt"):
        write(tmp_path / "old" / name, "**Severity:** Low\n")
    (tmp_path / "old" / "link.md").symlink_to(tmp_path / "old" / "a.md")

    result = run(tmp_path, "adopt", "old")

    shown = [line for line in result.stdout.splitlines() if line.startswith("---") and line != "---"]
    assert shown == ["--- old/a.md", "--- old/b.md", "--- old/sub/c.md"]
    assert "  old/link.md:1:1 PM007 symlink: the file is a symbolic link" in result.stderr
    assert result.exit_code == 1


def test_a_file_that_is_not_utf8_is_left_alone_with_the_readers_problem(tmp_path: Path) -> None:
    write(tmp_path / "old.md", "**Severity:** Größe".encode("latin-1"))

    result = run(tmp_path, "adopt", "--write", "old.md")

    assert "Left as they are:\n  old.md:1:17 PM003 not-utf8: " in result.stderr
    assert result.exit_code == 1


def test_a_symbolic_link_is_not_written_through(tmp_path: Path) -> None:
    write(tmp_path / "real.md", OLD)
    (tmp_path / "old.md").symlink_to(tmp_path / "real.md")

    result = run(tmp_path, "adopt", "--write", "old.md")

    assert "PM007" in result.stderr
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == OLD


def test_a_large_file_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "old.md", "x" * (1024 * 1024 + 1))

    assert "PM002" in run(tmp_path, "adopt", "--write", "old.md").stderr


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md"):
        write(tmp_path / name, OLD)

    def write_text(path: Path, text: str) -> None:
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr("mkdocs_postmortem.cli.adopt.write_text", write_text)
    result = run(tmp_path, "adopt", "--write", "a.md", "b.md")

    assert "  a.md:1:1 PM001 unreadable-file: the file was not written: Permission denied" in result.stderr
    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("---\n")


def test_broken_front_matter_is_left_alone_with_the_lines_of_check(tmp_path: Path) -> None:
    write(tmp_path / "old.md", "---\ntitle: [x\n---\n**Severity:** High\n")

    result = run(tmp_path, "adopt", "old.md")

    assert result.stdout == ""
    assert "  old.md:2:8 PM015 invalid-yaml: " in result.stderr


def test_keys_to_correct_are_listed(tmp_path: Path) -> None:
    write(tmp_path / "old.md", VALID.replace("status: published", "status: published\nlayout: post"))

    result = run(tmp_path, "adopt", "old.md")

    assert "To correct in the front matter:\n  old.md:6:1 PM117 reserved-field" in result.stderr
    assert result.exit_code == 1


def test_each_missing_fact_is_asked_for_and_asked_again_when_refused(tmp_path: Path) -> None:
    write(tmp_path / "old.md", without_line("severity:", without_line("services:")))

    result = answer(tmp_path, "awful\nhigh\ncheckout, search\n", "adopt", "--interactive", "--write", "old.md")

    assert 'severity "awful" is not on the scale; use sev0, sev1, sev2 or sev3\n' in result.stderr
    assert "severity: sev1\nservices: [checkout, search]\n" in (tmp_path / "old.md").read_text(encoding="utf-8")
    assert result.stderr.endswith(
        "old.md: added reviewers, severity, services\n1 document: 1 changed, nothing required is missing.\n"
    )
    assert result.exit_code == 0


def test_an_empty_answer_leaves_a_fact_out(tmp_path: Path) -> None:
    text = without_line("severity:", with_front("reviewers: [Kim]"))
    write(tmp_path / "old.md", text)

    result = answer(tmp_path, "\n", "adopt", "--interactive", "--write", "old.md")

    assert (tmp_path / "old.md").read_text(encoding="utf-8") == text
    assert result.exit_code == 1


def test_tidy_says_what_it_takes_out(tmp_path: Path) -> None:
    write(tmp_path / "old.md", OLD)

    result = run(tmp_path, "adopt", "--tidy", "--write", "old.md")

    assert "would" not in result.stderr
    assert (
        "old.md: added id, severity, status, services; took out of the body severity, status, services\n"
        in result.stderr
    )
    assert (
        (tmp_path / "old.md")
        .read_text(encoding="utf-8")
        .endswith("---\n# INC-2026-014: Checkout failed\n\n**Start:** 2026-03-01 14:05\n")
    )


def test_from_names_the_tool_whose_keys_become_ours(tmp_path: Path) -> None:
    write(tmp_path / "old.md", "---\ndate: 2026-03-01T14:05:00Z\nsection: issue\n---\n")

    result = run(tmp_path, "adopt", "--from", "cstate", "--write", "old.md")

    assert result.stderr.startswith("old.md: rewrote the front matter\n")
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == (
        "---\nstarted_at: 2026-03-01T14:05:00Z\nx-cstate-section: issue\n---\n"
    )


def test_what_was_kept_of_another_tool_is_listed_as_missing_and_not_counted_as_required(tmp_path: Path) -> None:
    write(tmp_path / "old.md", "---\nstart_time: 2020-01-01T10:00:00Z\nend_time: 2020-01-01 11:00\n---\n")

    result = run(tmp_path, "adopt", "--from", "icco", "old.md")

    assert (
        '\nMissing:\n  old.md:4:1 resolved_at is not stated: x-icco-end_time holds "2020-01-01 11:00", which cannot be '
        "read as resolved_at; add: resolved_at: 2020-01-01 11:00 UTC   # or your zone\n"
    ) in result.stderr
    assert "Stated in the body" not in result.stderr
    assert "3 required facts missing" in result.stderr


def test_control_characters_of_a_document_are_shown_and_not_sent(tmp_path: Path) -> None:
    write(tmp_path / "old.md", "**Severity:** High\n\x1b[31m\n::error::x\n")

    result = run(tmp_path, "adopt", "old.md")

    assert "\x1b" not in result.stdout
    assert " \\u{1b}[31m\n" in result.stdout
    assert "\n ::error" not in result.stdout


def test_a_file_that_changed_while_questions_were_asked_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.md"
    write(path, without_line("severity:"))

    def prompt(*_: object, **__: object) -> str:
        write(path, "mine")
        return "high"

    monkeypatch.setattr("click.prompt", prompt)
    result = run(tmp_path, "adopt", "--interactive", "--write", "old.md")

    assert "the file was not written: someone else has changed it in the meantime" in result.stderr
    assert path.read_text(encoding="utf-8") == "mine"


def test_usage_without_paths_is_refused(tmp_path: Path) -> None:
    assert run(tmp_path, "adopt").exit_code == 2
