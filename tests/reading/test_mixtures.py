"""Documents mixed from all that has a meaning here: markup, facts, impossible facts, foreign scripts, broken bytes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.lists import find_items
from tests.documents import VALID, problems_of, read, with_section
from tests.reading.test_properties import assert_places_stand_in_the_file

THOROUGH = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MARKUP = st.sampled_from(
    [
        *"\t|*_~`:,.#<>()[]{}&\\\"'✅年—–：", "  ", "    ", "# ", "## ", "- ", "* ", "1. ", "- [ ] ", "- [x] ", "> ",
        "| ", " | ", "|---|", "```", "~~~", "---", "===", "**", "__", "~~", "](", "![", "<!--", "-->", "<table>",
        "<![", "<?", "<tr><td>", "</table>", "<details>", "<summary>", "!!! note ", "??? ",
        "[x](https://example.org/a)", "<https://example.org/>", "&amp;", "&#0;", "[[", "$", "^[",
    ]
)  # fmt: skip
FACTS = st.sampled_from(
    [
        "14:05", "25:61", "24:00", "9:5", "12:00 AM", "~14:05", "14:05–13:00", "14:05:59.999999999", "T+9999h", "T-0",
        "??:??", "0:00Z", "2026-03-01", "9999-12-31", "0000-00-00", "99999999999999-13-45", "2026-02-30", "29.2.2026",
        "03/04/2025", "9999-W52", "9999-W53", "2026-W00", "31 February 2026", "March 32nd, 2026", "2026年3月1日",
        "1970-01-01", "2100-12-31", "٣:٤٥", "１４：０５", "²:³", "9" * 400, "9999-12-31 23:00 - 01:00",
        "2026-03-29 02:30 Europe/Berlin", "+99:99", "UTC+99", "UTC-12:60", "Mars/Phobos", "PST", "Etc/GMT+12",
        "1e999 days", "1h 34m", "99999d", "P0", "sev1", "#12", "ABC-1", "done", "TBD", "[Name]", "none", "-", "担当",
        "期限", "Timeline", "Action items", "Impact", "Summary", "Owner: ", "Due: ", "Status: ", "Start: ",
        "Severity: ", "Duration: ", "Time", "Event", "Action", "Services: ", "Zeitleiste", "対応策", "👩‍👩‍👧‍👦",
        "مرحبا", "\u202eabc", "e\u0301", "\u2028", "\u0085", "\ud800", "\udfff", "\x00", "\x1b[31m", "\ufeff",
        "\ufffe", "\r", "\r\n", "\v", "\f",
    ]
)  # fmt: skip
STAIRS = st.tuples(st.integers(0, 90).map(lambda depth: " " * depth), st.sampled_from(["- a", "- 14:05 b", "> c"]))
LINES = st.one_of(
    st.lists(st.one_of(MARKUP, FACTS, st.just(" ")), max_size=8).map("".join),
    st.sampled_from(["", *VALID.split("\n")]),
    STAIRS.map("".join),
)
BODIES_OF_LINES = st.lists(LINES, max_size=30).map("\n".join)
NO_UTF8 = [
    b"\xff",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
    b"\x00",
    b"\r",
    b"\r\n",
    b"---\n",
    b"\xef\xbb\xbf",
]
FRAGMENTS = st.one_of(
    st.sampled_from(NO_UTF8),
    st.binary(max_size=4),
    LINES.map(lambda line: line.encode("utf-8", "surrogatepass") + b"\n"),
)
NESTED = st.tuples(st.integers(0, 40), st.sampled_from(["- a", "- [ ] b", "- 14:05 c", "* d:", "1. e", "  f"]))


@THOROUGH
@given(BODIES_OF_LINES)
def test_reading_never_raises_on_any_mixture_of_markup_and_facts(body: str) -> None:
    text = (VALID.split("# Checkout", 1)[0] + body).encode("utf-8", "surrogatepass")
    assert_places_stand_in_the_file(problems_of(text), text.decode("utf-8", "replace"))


@THOROUGH
@given(st.sampled_from(["Action items", "Timeline", "Impact", "Summary"]), BODIES_OF_LINES)
def test_reading_never_raises_on_any_section(heading: str, body: str) -> None:
    text = with_section(heading, body).encode("utf-8", "surrogatepass")
    assert_places_stand_in_the_file(problems_of(text), text.decode("utf-8", "replace"))


@THOROUGH
@given(st.lists(FRAGMENTS, max_size=30).map(b"".join))
def test_reading_never_raises_on_any_mixture_of_lines_and_bytes(data: bytes) -> None:
    assert read(data).postmortem.slug == "incident"


@THOROUGH
@given(st.lists(NESTED, max_size=60))
def test_every_line_of_a_list_is_read_once_however_it_is_nested(lines: list[tuple[int, str]]) -> None:
    body = scan_body("- root\n" + "\n".join(" " * depth + text for depth, text in lines), 1)
    waiting = list(find_items(body, 0, len(body.lines)))
    seen: list[int] = []
    while waiting:
        item = waiting.pop()
        seen += [index for index, _ in item.lines]
        waiting += item.children
    assert sorted(seen) == [index for index, line in enumerate(body.visible) if line.strip()]
