from __future__ import annotations

from mkdocs_postmortem.editing.proof import Reader, front_matter_faults, new_problems
from tests.documents import VALID, brief, settings_of, with_line, without_line
from tests.editing.adoptions import manuscript_of


def test_a_problem_that_moved_to_another_line_is_not_new() -> None:
    reader = Reader(settings_of())
    before = reader.read(manuscript_of(with_line("severity:", "severity: awful")))
    after = reader.read(manuscript_of(with_line("severity:", "tags: [dns]\nseverity: awful")))

    assert new_problems(before, after) == []


def test_a_problem_that_a_document_has_once_more_is_new() -> None:
    reader = Reader(settings_of())
    before = reader.read(manuscript_of(VALID + "- [ ] First\n"))
    after = reader.read(manuscript_of(VALID + "- [ ] First\n- [ ] First\n"))

    assert {brief(problem) for problem in new_problems(before, after)} == {"38:1 PM301", "38:1 PM302"}


def test_the_house_rules_are_asked_too() -> None:
    reading = Reader(settings_of()).read(manuscript_of(without_line("severity:")))

    assert [problem.kind.code for problem in reading.problems] == ["PM101"]


def test_problems_between_the_delimiters_are_told_from_those_of_the_whole_document() -> None:
    text = without_line("services:", with_line("severity:", "severity: awful"))
    reading = Reader(settings_of()).read(manuscript_of(text))

    assert [brief(problem) for problem in reading.front_matter_problems] == ["4:11 PM104"]


def test_what_the_reader_refuses_is_seen_even_where_it_is_not_reported() -> None:
    settings = settings_of(levels={"PM102": "off"})
    manuscript = manuscript_of(with_line("severity:", "severity: sev1\nweight: 7"))

    assert Reader(settings).read(manuscript).front_matter_problems == ()
    assert [brief(problem) for problem in front_matter_faults(manuscript, settings)] == ["5:1 PM102"]


def test_a_comment_hides_no_problem_that_an_edit_would_make() -> None:
    comment = "\n<!-- postmortem: ignore-file PM104: the old scale -->\n"
    reader = Reader(settings_of())
    before = reader.read(manuscript_of(VALID + comment))
    after = reader.read(manuscript_of(with_line("severity:", "severity: awful") + comment))

    assert [brief(problem) for problem in new_problems(before, after)] == ["4:11 PM104"]
    assert after.front_matter_problems == ()


def test_an_edit_may_leave_a_comment_with_nothing_to_hide() -> None:
    comment = "\n<!-- postmortem: ignore-file PM101: nobody knows -->\n"
    reader = Reader(settings_of())
    before = reader.read(manuscript_of(without_line("severity:") + comment))
    after = reader.read(manuscript_of(VALID + comment))

    assert new_problems(before, after) == []
