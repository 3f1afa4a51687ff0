"""One file in, one postmortem and its problems out."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import UNREADABLE_FILE, Location
from mkdocs_postmortem.reading.document import read_postmortem, slug_of
from mkdocs_postmortem.reading.source_file import SourceFile, decode_source
from mkdocs_postmortem.settings import Settings
from tests.documents import (
    VALID,
    postmortem_of,
    problems_of,
    read,
    report,
    with_front,
    with_line,
    with_section,
    without_line,
)

BODY = VALID.split("---\n\n", 1)[1]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("INC-2026-014.md", "INC-2026-014"),
        ("INC-2026-014-checkout.md", "INC-2026-014"),
        ("INC-2026-0145x.md", "INC-2026-0145x"),
        ("2026-03-01-checkout.md", "2026-03-01-checkout"),
    ],
)
def test_id_comes_from_the_file_name_when_not_stated(name: str, id_: str) -> None:
    assert postmortem_of(without_line("id:"), name).id == id_


def test_title_comes_from_the_first_heading_then_the_file_name() -> None:
    untitled = without_line("title:").replace("# Checkout failed for 40 minutes", "# Postmortem: Checkout")
    assert postmortem_of(untitled).title == "Checkout"
    assert postmortem_of(untitled.replace("# Postmortem: Checkout", ""), "db-outage_2.md").title == "db outage 2"


def test_summary_comes_from_the_summary_section_when_not_stated() -> None:
    assert postmortem_of(VALID).summary == "A full connection pool stopped checkout for 40 minutes."
    assert postmortem_of(with_front("summary: Short.")).summary == "Short."


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("2026/Checkout Failed.md", "checkout-failed"),
        ("a--b__c.d.md", "a-b__c.d"),
        ("Größe.md", "größe"),
        ("ﬁle.md", "file"),
        ("...md", "postmortem"),
        ("!!!.md", "postmortem"),
        ("x/../y.md", "y"),
    ],
)
def test_slug_is_an_address_without_folders(path: str, slug: str) -> None:
    assert slug_of(path) == slug


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (VALID, "read"),
        (BODY, "absent"),
        ("", "absent"),
        (VALID.replace("---\n", "----\n", 1), "broken"),
        (with_line("title:", "title: a: b"), "broken"),
        (with_front("x: " + "[" * 20), "broken"),
        ("---\n- a\n---\n" + BODY, "broken"),
        ("+++\na = 1\n+++\n" + BODY, "broken"),
        ("---\n%YAML 1.1\n" + VALID, "broken"),
    ],
)
def test_state_of_the_front_matter_is_known(text: str, state: str) -> None:
    assert postmortem_of(text).front_matter == state


@pytest.mark.parametrize(
    "text",
    [
        with_front("audience: public\naudience: public"),
        with_front("audience: public\nx: &a 1"),
        with_front("audience: public\nx: *a"),
        with_front("audience: public\nx: !t 1"),
        with_front("audience: public\n<<: {a: b}"),
        with_front("audience: public\ntitle: a: b"),
        with_front("audience: public\nx: a\u2028b"),
        with_front("audience: public").replace("audience: public\n---", "audience: public\n----"),
        with_front("audience: public") .replace("---\n\n#", "---\n\n---\naudience: internal\n---\n\n#"),
    ],
    ids=range(9),
)  # fmt: skip
def test_document_whose_header_is_not_read_as_written_has_no_audience(text: str) -> None:
    result = read(text)
    assert result.problems
    assert result.postmortem.audience is None


def test_stated_audience_is_read() -> None:
    assert postmortem_of(with_front("audience: public")).audience == "public"


def test_unreadable_front_matter_is_one_problem_and_not_five() -> None:
    assert report("----\n" + VALID[4:]) == ["1:1 PM012"]
    assert report(with_line("severity:", "severity: a: b")) == ["4:12 PM015"]


@pytest.mark.parametrize("data", [VALID.encode("utf-16"), b"\xff\xfe", b"\0\0\0\0"])
def test_unreadable_file_is_one_problem_and_not_six(data: bytes) -> None:
    assert report(data) == ["1:1 PM003"]


def test_file_that_could_not_be_opened_is_an_unreadable_postmortem() -> None:
    problem = UNREADABLE_FILE.at(Location("a.md"), "it is gone")
    result = read_postmortem(SourceFile("a.md", "a.md", problems=(problem,)), Settings())
    assert result.problems == (problem,)
    assert not result.postmortem.readable


@pytest.mark.parametrize("content", ["[" * 400, "a log line\n" * 40_000, "a" * 20_000, "> " * 100 + "a"])
def test_body_that_is_too_complex_to_be_rendered_is_read_all_the_same(content: str) -> None:
    text = with_section("Impact", content)
    postmortem = postmortem_of(text)
    assert not postmortem.renderable
    assert [item.title for item in postmortem.action_items] == ["Alert on pool saturation"]
    assert [entry.stated for entry in postmortem.timeline] == ["14:05", "14:45"]


def test_body_that_is_too_complex_is_one_problem_and_kept_as_it_is() -> None:
    text = with_section("Impact", "[" * 400)
    postmortem = postmortem_of(text)
    assert postmortem.body == text.split("---\n", 2)[2]
    assert report(text) == ["19:1 PM024"]


def test_body_lines_are_those_of_the_file() -> None:
    postmortem = postmortem_of(VALID)
    assert postmortem.body_line == 10
    assert VALID.split("\n")[postmortem.body_line - 1 :] == postmortem.body.split("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_give_the_same_places(end: str) -> None:
    text = with_line("severity:", "severity: SEV9").replace("\n", end)
    assert [(p.location.line, p.location.column) for p in problems_of(text.encode())] == [(4, 11)]


def test_text_is_read_without_its_byte_order_mark() -> None:
    assert decode_source(b"\xef\xbb\xbf---\n", "x.md", "x.md").text == "---\n"
