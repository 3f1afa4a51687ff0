"""Examining one document: its record, with the hash of what was read."""

from __future__ import annotations

from pathlib import Path

from mkdocs_postmortem.checking.content import hash_content
from mkdocs_postmortem.checking.examine import examine
from mkdocs_postmortem.checking.record import unpack_record
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, settings_of, with_line, without_line
from tests.sites import write


def codes(root: Path, text: str, settings: Settings) -> list[str]:
    write(root / "postmortems/a.md", text)
    record = unpack_record(examine(root, "a.md", settings)[1], "a.md", settings)
    return [problem.kind.code for problem in record.problems]


def test_record_holds_the_problems_of_reading_and_of_the_rules(tmp_path: Path) -> None:
    text = without_line("  - Owner:", with_line("severity:", "severity: sev9"))
    assert codes(tmp_path, text, Settings()) == ["PM104", "PM301"]


def test_problems_of_the_day_are_left_to_each_check(tmp_path: Path) -> None:
    assert codes(tmp_path, VALID, settings_of(as_of="2027-01-01")) == []


def test_problems_that_are_off_are_not_kept(tmp_path: Path) -> None:
    done = VALID.replace("- [ ] Alert", "- [x] Alert")
    assert codes(tmp_path, done, Settings()) == []
    assert codes(tmp_path, done, settings_of(levels={"PM313": "warning"})) == ["PM313"]


def test_hash_is_that_of_the_file(tmp_path: Path) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    assert examine(tmp_path, "a.md", Settings())[0] == hash_content(VALID.encode())


def test_file_that_is_gone_has_no_hash_and_is_a_problem(tmp_path: Path) -> None:
    content, packed = examine(tmp_path, "gone.md", Settings())
    assert content == ""
    assert unpack_record(packed, "gone.md", Settings()).problems[0].kind.code == "PM001"


def test_an_untouched_template_stays_one_where_nobody_is_told_so(tmp_path: Path) -> None:
    text = Path("tests/corpus/invalid/untouched-template.md").read_text(encoding="utf-8")
    assert codes(tmp_path, text, settings_of(levels={"untouched-template": "off"}))[0] == "PM025"
