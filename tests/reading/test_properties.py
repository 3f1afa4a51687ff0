"""What must hold for every text and every byte string, not only for those we thought of."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.front_matter import split_front_matter
from mkdocs_postmortem.reading.source_file import LARGEST_FILE
from mkdocs_postmortem.reading.yaml_events import compose_front_matter
from tests.documents import VALID, problems_of, read, with_front, with_line, with_section

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SIGNS = st.text(alphabet="-:[]{}<>#|*_`~!&@%'\"\\/.,?+=()0123456789 \n\tabTZ\u00a0\u200b\u2028é", max_size=200)
WORDS = st.sampled_from(
    [
        "TBD",
        "[Name]",
        "2026-03-01",
        "2026-02-30",
        "14:05",
        "~23:50 – 00:10",
        "9999-12-31 23:59",
        "+99:99",
        "P0",
        "sev1",
        "yes",
        "1,200",
        "1h 34m",
        "https://example.org",
        "javascript:x",
        "[a](b)",
        "**Action 1:**",
        "Done 2026-03-01",
        "- [ ] x",
        "null",
        "5",
        "-5",
        "[]",
        "{a: b}",
        "&a",
        "*a",
        "<<",
        "!x",
    ]
)
KEYS = st.sampled_from(
    [
        "id",
        "title",
        "severity",
        "status",
        "started_at",
        "duration",
        "services",
        "impact",
        "detection",
        "related",
        "links",
        "action_items",
        "tags",
        "timezone",
        "audience",
        "contributing_factors",
        "communication",
        "customers affected",
        "x-own",
        "template",
        "severty",
        "summary",
    ]
)
VALUES = st.one_of(WORDS, SIGNS)


def assert_places_stand_in_the_file(problems: tuple[Problem, ...], text: str) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
        assert str(problem).isprintable()


@QUICK
@given(st.binary(max_size=400))
def test_reading_never_raises_on_any_bytes(data: bytes) -> None:
    assert read(data).postmortem.slug == "incident"


@QUICK
@given(st.text(max_size=400))
def test_reading_never_raises_on_any_text(text: str) -> None:
    assert_places_stand_in_the_file(problems_of(text.encode("utf-8", "replace")), text)


@QUICK
@given(st.text(max_size=300))
def test_reading_never_raises_on_any_front_matter(block: str) -> None:
    text = f"---\n{block}\n---\n# Title\n"
    assert_places_stand_in_the_file(problems_of(text.encode("utf-8", "replace")), text)


@QUICK
@given(SIGNS)
def test_reading_never_raises_on_any_signs_of_yaml(block: str) -> None:
    text = with_front(block)
    assert_places_stand_in_the_file(problems_of(text), text)


@QUICK
@given(st.lists(st.tuples(KEYS, VALUES), max_size=8))
def test_reading_never_raises_on_any_values_of_known_keys(pairs: list[tuple[str, str]]) -> None:
    text = "---\n" + "\n".join(f"{key}: {value}" for key, value in pairs) + "\n---\n"
    assert_places_stand_in_the_file(problems_of(text), text)


@QUICK
@given(
    st.lists(
        st.sampled_from(["Owner", "Due", "Status", "Priority", "Kind", "Tracker", "Team"]).flatmap(
            lambda k: st.tuples(st.just(k), VALUES)
        ),
        max_size=6,
    )
)
def test_reading_never_raises_on_any_action_item(fields: list[tuple[str, str]]) -> None:
    text = with_section("Action items", "- [ ] x\n" + "\n".join(f"  - {label}: {value}" for label, value in fields))
    assert_places_stand_in_the_file(problems_of(text), text)


@QUICK
@given(st.lists(st.lists(VALUES, min_size=1, max_size=5), max_size=6))
def test_reading_never_raises_on_any_timeline(rows: list[list[str]]) -> None:
    table = "| Time (UTC) | Actor | Event |\n|---|---|---|\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)
    text = with_section("Timeline", table)
    assert_places_stand_in_the_file(problems_of(text), text)


@QUICK
@given(st.lists(st.one_of(SIGNS, st.sampled_from(VALID.split("\n"))), max_size=30))
def test_reading_never_raises_on_any_mixture_of_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert_places_stand_in_the_file(problems_of(text), text)


@QUICK
@given(SIGNS, SIGNS)
def test_splitting_loses_no_line_of_the_body(block: str, body: str) -> None:
    text = f"---\n{block}\n---\n{body}"
    split = split_front_matter(text, "x.md")
    if split.body:
        assert text.split("\n")[split.body_line - 1 :] == split.body.split("\n")
    if not split.problems:
        assert f"---\n{split.block}---\n{split.body}" == text


@QUICK
@given(SIGNS)
def test_scanning_keeps_every_line_and_every_column(text: str) -> None:
    body = scan_body(text, 1)
    assert "\n".join(body.lines) == text
    for line, shown in zip(body.lines, body.visible, strict=True):
        assert len(shown) in (len(line), 0)
        assert all(new in (old, " ") for new, old in zip(shown, line, strict=False))


@QUICK
@given(SIGNS)
def test_refused_front_matter_never_makes_a_document_public(block: str) -> None:
    result = read(with_front(f"audience: public\n{block}"))
    if not result.postmortem.readable:
        assert result.postmortem.audience is None


@QUICK
@given(st.text(max_size=60))
def test_quoted_title_is_read_as_written(title: str) -> None:
    printable = "".join(c for c in title if c.isprintable()).strip()
    text = with_line("title:", "title: '" + printable.replace("'", "''") + "'")
    result = read(text)
    assert result.postmortem.title == printable or result.problems


@QUICK
@given(st.integers(0, 23), st.integers(0, 59), st.integers(-14, 14))
def test_offset_only_moves_the_clock(hour: int, minute: int, offset: int) -> None:
    started = read(
        with_line("started_at:", f"started_at: 2026-03-01T{hour:02}:{minute:02}{offset:+03}:00")
    ).postmortem.started_at
    assert started is not None
    assert (started.hour - hour + offset) % 24 == 0
    assert started.minute == minute


ATTACKS = {
    "thirty-thousand-brackets": "x: " + "[" * 30_000,
    "thirty-thousand-braces": "x: " + "{" * 30_000,
    "thirty-thousand-dashes": "x:\n  " + "- " * 30_000,
    "thirty-thousand-questions": "? " * 30_000,
    "a-million-dashes": "- " * 500_000,
    "billion-laughs": "a: &a [x, x]\n" + "\n".join(f"k{n}: &b{n} [*a, *a, *a]" for n in range(20)),
    "merge-bomb": "x0: &a0 {k: v}\n" + "\n".join(f"x{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 25)),
    "self-alias": "a: &a [*a]",
    "a-million-keys": "\n".join(f"k{n}: 1" for n in range(1_000_000)),
    "six-thousand-keys": "\n".join(f"k{n}: 1" for n in range(6_000)),
    "ten-thousand-equal-keys": "a: 1\n" * 10_000,
    "million-digits": "impact: {customers_affected: " + "9" * 60_000 + "}",
    "sexagesimal": "impact: {customers_affected: 1" + ":59" * 20_000 + "}",
    "fifty-thousand-quotes": 'a: "' + '\\"' * 25_000,
    "escapes": 'a: "' + "\\u0041" * 10_000 + '"',
    "comments": "#" * 60_000,
    "blanks": "a:" + " " * 60_000 + "b",
    "anchors": "\n".join(f"k{n}: &a{n} 1" for n in range(4_000)),
    "tags": "x: [" + "!a b, " * 10_000 + "]",
    "foreign-breaks": "a: " + "\u2028" * 60_000,
}


@pytest.mark.parametrize("block", ATTACKS.values(), ids=ATTACKS)
def test_hostile_yaml_ends_in_a_problem_within_a_quarter_of_a_second(block: str) -> None:
    def once() -> float:
        begun = time.process_time()
        assert problems_of(f"---\n{block}\n---\n# Title\n"[:LARGEST_FILE])
        return time.process_time() - begun

    assert min(once() for _ in range(2)) < 0.25


@pytest.mark.parametrize(
    "name", ["thirty-thousand-brackets", "thirty-thousand-dashes", "a-million-dashes", "merge-bomb", "billion-laughs"]
)
def test_nastiest_yaml_ends_without_a_signal(name: str) -> None:
    program = (
        "import sys\n"
        "from mkdocs_postmortem.reading.yaml_events import compose_front_matter\n"
        "block = sys.stdin.read()\n"
        "print(len(compose_front_matter(block, 'x.md')[1]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=ATTACKS[name], text=True, capture_output=True, timeout=20, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) >= 1


@pytest.mark.parametrize(
    "deep", ["[" * 60_000, "{a: " * 15_000, "- " * 30_000, "a:\n" + "\n".join(" " * n + "a:" for n in range(1, 300))]
)
def test_depth_is_refused_before_it_is_built(deep: str) -> None:
    (problem,) = compose_front_matter(f"x: {deep}" if deep[0] in "[{" else deep, "x.md")[1]
    assert problem.kind.code == "PM021"


BODIES = {
    "blanks": " " * 9_999 + "x",
    "heading-blanks": "# a" + " " * 9_990 + "b",
    "tags": "# " + "<" * 9_990,
    "brackets": "[" * 9_999,
    "dots": "." * 9_999 + "[",
    "label-blanks": "**a**" + " " * 9_990 + "x",
    "quotes": ">" * 9_999,
    "ticks": "| " + "`|" * 4_990,
    "comments": "`" + "<!--" * 2_400,
    "delimiter": "| a |\n|" + " " * 9_980 + "x-|",
    "digits": "1" * 9_999,
}


@pytest.mark.parametrize("line", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("heading", ["Impact", "Timeline", "Action items"])
def test_hostile_lines_of_a_body_take_no_quadratic_time(line: str, heading: str) -> None:
    text = with_section(heading, "\n\n".join([line] * 24))
    begun = time.process_time()
    problems_of(text)
    assert time.process_time() - begun < 1.0
