from __future__ import annotations

import pytest

from mkdocs_postmortem.editing.manuscript import Manuscript, open_manuscript
from mkdocs_postmortem.reading.source_file import decode_source
from tests.editing.adoptions import manuscript_of


def test_lines_keep_their_ends_and_count_like_the_readers() -> None:
    manuscript = manuscript_of("\ufeffone\r\ntwo\rthree\n\nfive")

    assert manuscript.lines == ("one\r\n", "two\r", "three\n", "\n", "five")
    assert manuscript.source.text.split("\n") == [manuscript.bare(number) for number in range(1, 6)]


def test_other_lines_keep_the_byte_order_mark() -> None:
    assert manuscript_of("\ufeffa\n").with_lines(["b\n"]).text == "\ufeffb\n"


@pytest.mark.parametrize(
    ("text", "end"), [("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a\n", "\n"), ("a", "\n"), ("", "\n")]
)
def test_new_lines_end_like_the_first(text: str, end: str) -> None:
    assert manuscript_of(text).line_end == end


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", b"latin \xe9"])
def test_bytes_that_are_not_utf8_are_refused_with_the_readers_problem(data: bytes) -> None:
    opened = open_manuscript(data, decode_source(data, "a.md", "a.md"))

    assert isinstance(opened, tuple)
    assert [problem.kind.code for problem in opened] == ["PM003"]


def test_a_control_character_does_not_keep_a_file_from_being_edited() -> None:
    data = b"a\x07b\n"

    assert open_manuscript(data, decode_source(data, "a.md", "a.md")) == Manuscript("a\x07b\n", "a.md", "a.md")
