"""All corrections together: what holds whatever the document is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.editing.fixes.fix import FIXES
from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.problems import CATALOGUE
from tests.documents import VALID, postmortem_of, problems_of, with_front, with_line, without_line
from tests.editing.fixes.fixing import BODY, fix
from tests.sites import SAMPLES, SHARED_DOCUMENTS

INVALID = Path(__file__).parents[2] / "corpus" / "invalid"
DOCUMENTS = [*sorted(SAMPLES.rglob("*.md")), *sorted(INVALID.glob("*.md")), *sorted(SHARED_DOCUMENTS.glob("*.md"))]


def test_a_document_that_is_right_stays() -> None:
    fixed = fix(VALID)

    assert not fixed.changed
    assert fixed.after.text == VALID


def test_every_correction_is_named_once_in_its_order() -> None:
    lines = ["Sev: High", "status: Final", "published_at: 2026/03/01", "commander: TBD", "id: INC-1"]

    fixed = fix("\n".join(["---", *lines, "---", BODY]))

    assert fixed.names == tuple(FIXES) == ("key names", "dates", "words", "placeholders", "key order")
    assert fixed.after.text.splitlines()[1:5] == [
        "id: INC-1", "severity: sev1", "status: published", "published_at: 2026-03-01"
    ]  # fmt: skip


CORRECTED = {
    "PM107": "resolved_at: 1 March 2026 14:45 UTC",
    "PM113": "published_at: 2026/03/05",
    "PM116": "commander:",
    "PM123": "commander: TBD",
}


def test_every_kind_that_is_called_fixable_has_an_example() -> None:
    assert sorted(CORRECTED) == [code for code, kind in CATALOGUE.items() if kind.fixable]


@pytest.mark.parametrize("code", CORRECTED)
def test_what_is_called_fixable_is_gone_after_the_correction(code: str) -> None:
    line = CORRECTED[code]
    text = with_line("resolved_at:", line) if line.startswith("resolved_at:") else with_front(line)

    assert [problem.kind.code for problem in problems_of(text)] == [code]
    assert list(problems_of(fix(text).after.text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "# No front matter\n\nstatus: Final\n",
        "---\nstatus: Final\n",
        "---\nstatus: Final\n[\n---\n",
        "---\nstatus: &x Final\n---\n",
        "---\nstatus: Final\nstatus: Final\n---\n",
        "---\n---\n",
        "---\n- status: Final\n---\n",
        "",
    ],
    ids=["none", "unclosed", "broken", "anchor", "twice", "empty", "list", "nothing"],
)
def test_a_block_that_is_not_read_as_written_is_left_alone(text: str) -> None:
    assert not fix(text).changed


def test_what_cannot_be_corrected_does_not_hold_up_the_rest() -> None:
    text = with_line("status:", "status: Final", with_line("started_at:", "started_at: 2026/03/01 14:05 CET"))

    assert "status: published\nstarted_at: 2026/03/01 14:05 CET\n" in fix(text).after.text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_loses_a_fact_or_a_byte_of_its_body(path: Path) -> None:
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        pytest.skip("not text")
    fixed = fix(text)

    before, after = postmortem_of(text, "a.md"), postmortem_of(fixed.after.text, "a.md")
    assert after.body == before.body
    assert not fix(fixed.after.text).changed
    for name in Facts.model_fields:
        if getattr(before, name) and name not in ("severity", "action_items"):
            assert getattr(after, name) == getattr(before, name)


WORDS = st.sampled_from(
    ["status", "Status", "Sev", "severity", "id", "Incident ID", "started", "commander", "impact", "x-a", "$schema"]
)
VALUES = st.sampled_from(
    ["Final", "High", "TBD", "", "[a, TBD]", "2026/03/01", "2026/03/01 14:05 UTC", "'x'", "{revenue: }", ">-\n  x", "#"]
)
LINES = st.one_of(st.builds("{}: {}".format, WORDS, VALUES), st.just("# comment"), st.just(""), st.text(max_size=12))


@settings(max_examples=300)
@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n", "\r"]), st.text(max_size=40))
def test_whatever_stands_there_the_body_stays_and_a_second_run_is_empty(lines: list[str], end: str, body: str) -> None:
    text = end.join(["---", *lines, "---", body]).encode("utf-8", "replace").decode()

    fixed = fix(text)

    assert fixed.after.text.endswith(body.encode("utf-8", "replace").decode())
    assert not fix(fixed.after.text).changed


def test_a_fact_that_only_the_body_states_is_not_touched() -> None:
    text = without_line("severity:", VALID).replace("## Summary\n", "**Severity:** High\n\n## Summary\n")

    assert not fix(text).changed
