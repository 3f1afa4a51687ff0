"""What comments hide, and which of them hide nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.library import Loaded, build_library, load_library
from mkdocs_postmortem.rules.judge import Judgement, pass_judgement
from tests.documents import VALID, brief, read, settings_of, with_line, with_section, without_line
from tests.projects import fill

DUELESS = without_line("  - Due:")
TITLE = "- [ ] Alert on pool saturation"


def judged(text: str, **options: Any) -> Judgement:
    """Return the judgement of a document alone in a library."""
    result = read(text, **options)
    return pass_judgement(Loaded(build_library([result.postmortem], settings_of(options)), result.problems))


def shown(text: str, **options: Any) -> list[str]:
    return [brief(problem) for problem in judged(text, **options).problems]


def hidden(text: str, **options: Any) -> list[tuple[str, str, int]]:
    """Return place and code, reason, and the comment's line of each hidden problem."""
    return [(brief(one.problem), one.reason, one.line) for one in judged(text, **options).ignored]


def beside_the_item(comment: str, text: str = DUELESS) -> str:
    return with_line(TITLE, f"{TITLE} <!-- postmortem: {comment} -->", text)


def test_a_comment_hides_its_kind_on_its_line() -> None:
    text = beside_the_item("ignore PM302: the vendor does it")

    assert shown(text) == []
    assert hidden(text) == [("34:1 PM302", "the vendor does it", 34)]


def test_another_kind_on_the_line_is_still_shown() -> None:
    text = beside_the_item("ignore PM302: the vendor does it", without_line("  - Owner:", DUELESS))

    assert shown(text) == ["34:1 PM301"]


def test_the_kind_on_another_line_is_still_shown() -> None:
    text = beside_the_item("ignore PM302: the vendor does it") + "- [ ] Buy a proxy\n  - Owner: Kim\n"

    assert shown(text) == ["36:1 PM302"]


@pytest.mark.parametrize(
    "comment",
    [
        "---\n\n<!-- postmortem: ignore PM201: it was a drill -->\n# Checkout",
        "---\n\n# Checkout failed\n\n<!-- postmortem: ignore-file missing-section: it was a drill -->\n",
        "# postmortem: ignore-file PM201: it was a drill\n---\n\n# Checkout",
    ],
)
def test_a_problem_of_the_whole_document_is_hidden_by_a_comment_on_all_of_it(comment: str) -> None:
    text = with_section("Impact", "", VALID).replace("## Impact\n", "")
    assert shown(text) == ["1:1 PM201"]

    assert shown(text.replace("---\n\n# Checkout", comment)) == []


def test_a_problem_of_front_matter_is_hidden_on_its_line() -> None:
    text = with_line("severity:", "severity: P1-major # postmortem: ignore PM104: the scale of 2019")

    assert shown(text) == []
    assert hidden(text) == [("4:11 PM104", "the scale of 2019", 4)]


def test_a_problem_that_only_the_library_can_tell_is_hidden_too() -> None:
    front = "status: published\nrelated: [INC-1] # postmortem: ignore PM503: it is in another library"

    assert shown(with_line("status:", front)) == []


def test_a_secret_can_be_ignored_with_a_reason() -> None:
    text = with_section(
        "Root cause", "It was `password=correct7horse7battery`. <!-- postmortem: ignore secret: revoked -->"
    )

    assert [problem.split(" ")[1] for problem, *_ in hidden(text)] == ["PM704"]


def test_problems_of_reading_are_never_hidden() -> None:
    text = with_line("severity:", "severity: &a sev1 # postmortem: ignore PM017: needed")

    assert shown(text) == ["4:11 PM017", "4:19 PM026"]


def test_a_comment_that_hides_nothing_is_a_warning() -> None:
    text = beside_the_item("ignore PM302: the vendor does it", VALID)
    (problem,) = judged(text).problems

    assert (brief(problem), problem.level.value) == ("34:32 PM027", "warning")
    assert (problem.message, problem.hint) == ("there is no PM302 here to ignore", "remove it")


def test_of_several_kinds_each_must_hide_something() -> None:
    (problem,) = judged(beside_the_item("ignore PM301, PM302, PM303: the vendor does it")).problems

    assert problem.message == "there is no PM301 and no PM303 here to ignore"
    assert problem.hint == "remove PM301, PM303 from it"


def test_the_nearest_of_two_comments_counts_and_the_other_one_is_unused() -> None:
    text = beside_the_item("ignore PM302: near") + "\n<!-- postmortem: ignore-file PM302: far -->\n"

    assert hidden(text) == [("34:1 PM302", "near", 34)]
    assert shown(text) == ["37:1 PM027"]


@pytest.mark.parametrize(
    ("comment", "options"),
    [
        ("ignore PM302: the vendor does it", {"levels": {"PM302": "off"}}),
        ("ignore timeline-gap: it was quiet", {}),
        ("ignore overdue-item: it will be late", {}),
        ("ignore future-time: a drill that is planned", {}),
    ],
)
def test_kinds_that_are_off_or_come_with_the_calendar_are_not_called_unused(
    comment: str, options: dict[str, Any]
) -> None:
    assert shown(beside_the_item(comment, VALID), **options) == []


def test_a_kind_that_a_draft_is_spared_is_not_called_unused_there() -> None:
    comment = "\n<!-- postmortem: ignore-file PM403: nobody knows -->\n"

    assert shown(with_line("status:", "status: draft") + comment) == []
    assert shown(VALID + comment) == ["38:1 PM027"]


@pytest.mark.parametrize(
    "text",
    [
        with_line("services:", "services: [checkout"),
        VALID + "[" * 400 + "\n",
        "# [Title]\n\n## Summary\n\n[What happened]\n\n## Impact\n\n[How many]\n\n## Timeline\n\n[When]\n",
    ],
)
def test_in_a_document_that_was_not_read_whole_no_comment_is_called_unused(text: str) -> None:
    assert "PM027" not in str(shown(text + "\n<!-- postmortem: ignore PM302: the vendor does it -->\n"))


def test_levels_hold_for_hidden_problems_and_for_unused_comments() -> None:
    (one,) = judged(beside_the_item("ignore PM302: vendor"), levels={"PM302": "warning"}).ignored
    assert one.problem.level.value == "warning"
    assert hidden(beside_the_item("ignore PM302: vendor"), levels={"PM302": "off"}) == []
    assert shown(beside_the_item("ignore PM302: vendor", VALID), levels={"PM027": "off"}) == []


def test_the_introduction_of_the_library_has_comments_too(tmp_path: Path) -> None:
    used, broken = "<!-- postmortem: ignore PM506: it comes later -->", "<!-- postmortem: ignore PM506 -->"
    intro = f"# Ours\n\n[a](gone.md) {used}\n\n{broken}\n"
    root = fill(tmp_path, {"postmortems/a.md": VALID, "postmortems/index.md": intro})

    judgement = pass_judgement(load_library(root, settings_of()))

    assert [str(problem.location) for problem in judgement.problems] == ["postmortems/index.md:5:1"]
    assert [one.reason for one in judgement.ignored] == ["it comes later"]
