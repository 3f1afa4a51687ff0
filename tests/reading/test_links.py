"""The links of a body: what is one, what it leads to, and where it stands."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.links import WikiName, find_references, is_elsewhere, split_wiki
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, postmortem_of

VOCABULARY = vocabulary_for(Settings())


def links(text: str) -> list[str]:
    """Return "form line:column target" of every link of a body that begins on line 1."""
    found = find_references(scan_body(text, 1), VOCABULARY)
    return [f"{each.form} {each.line}:{each.column} {each.target}" for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See [it](other.md).", ["link 1:5 other.md"]),
        ("[it](../2025/other.md#timeline)", ["link 1:1 ../2025/other.md#timeline"]),
        ("[it](#timeline)", ["link 1:1 #timeline"]),
        ("[it](other.md \"The title\") and [more](<a b.md> 't')", ["link 1:1 other.md", "link 1:32 a b.md"]),
        ("[it](a%20b.md)", ["link 1:1 a%20b.md"]),
        ("[it](größe.md)", ["link 1:1 größe.md"]),
        ("[it](a_(b).md)", ["link 1:1 a_(b).md"]),
        (r"[it](a\_b.md)", ["link 1:1 a_b.md"]),
        ("[two\nlines](other.md)", ["link 1:1 other.md"]),
        ("![graph](graph.png)", ["image 1:1 graph.png"]),
        ("[![graph](graph.png)](other.md)", ["link 1:1 other.md", "image 1:2 graph.png"]),
        ("[[it]](other.md)", ["link 1:1 other.md"]),
        ('<img alt="x" src="a.png"> <a class=y href=b.md>c</a>', ["image 1:1 a.png", "link 1:27 b.md"]),
        ("<a\n  href='a&amp;b.md'>c</a>", ["link 1:1 a&b.md"]),
        ("text [it][x]\n\n[x]: other.md 'title'", ["link 3:1 other.md"]),
        ("[X]\n\n[x]: <a b.md>", ["link 3:1 a b.md"]),
        ("| [it](other.md) | `[no](x.md)` |", ["link 1:3 other.md"]),
        ("- [ ] [it](other.md)", ["link 1:7 other.md"]),
        ("> [it](other.md)", ["link 1:3 other.md"]),
        ("!!! note\n    [it](other.md)", ["link 2:5 other.md"]),
        ("# About [it](other.md)", ["link 1:9 other.md"]),
        ("[[INC-7]] and [[INC-7|words]]", ["wiki 1:1 INC-7", "wiki 1:15 INC-7|words"]),
        (r"| [[INC-7\|words]] |", [r"wiki 1:3 INC-7\|words"]),
    ],
)
def test_a_link_is_found_with_its_target_and_its_place(text: str, found: list[str]) -> None:
    assert links(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "`[no](x.md)` and ``[no](x.md) ` `` and `[[INC-7]]`",
        "```\n[no](x.md) [[INC-7]]\n```",
        "    [no](x.md)",
        "<!-- [no](x.md) -->",
        "a `code span\n[no](x.md)` over two lines",
        r"\[no](x.md) \[[no]](x.md)",
        "[no](my file.md)",
        "[no](x.md",
        "no](x.md)",
        "[no]() [no](<>) [no](#)",
        "[Link to similar past incidents]",
        "[Runbook](TBD)",
        "[it](https://example.org/x.md) [it](mailto:a@example.org) [it](//example.org/x) [it](/x.md)",
        "[10:05]: restarted",
        "[^1]: see",
        "[x]: not a definition",
        "[[ -f x ]] a[[0]] [[:alpha:]] [[]] ![[x.png]] x[[INC-7]]",
    ],
)
def test_code_comments_escapes_other_hosts_and_what_waits_to_be_filled_in_are_no_links(text: str) -> None:
    assert links(text) == []


def test_a_stray_backtick_hides_nothing_in_the_next_item() -> None:
    assert links("- a ` tick\n- [it](other.md)\n- another `") == ["link 2:3 other.md"]


def test_lines_count_from_the_files_first() -> None:
    (reference,) = postmortem_of(VALID + "\nSee [it](other.md).\n").references
    assert (reference.line, reference.column) == (38, 5)


def test_a_body_that_is_not_rendered_has_no_links() -> None:
    assert postmortem_of(VALID + "\n[it](other.md)\n" + "[" * 10_000).references == ()


@pytest.mark.parametrize(
    ("inner", "parts"),
    [
        ("INC-7", WikiName("INC-7", "", "INC-7")),
        ("INC-7|the words", WikiName("INC-7", "", "the words")),
        (r"INC-7\|the words", WikiName("INC-7", "", "the words")),
        ("INC-7#timeline", WikiName("INC-7", "timeline", "INC-7#timeline")),
        ("2025/a.md#Root cause|why", WikiName("2025/a.md", "Root cause", "why")),
        ("INC-7|", WikiName("INC-7", "", "INC-7")),
        ("INC-7 ", None),
        (" INC-7", None),
        ("#timeline", None),
    ],
)
def test_a_wiki_link_has_a_name_an_anchor_and_words(inner: str, parts: WikiName | None) -> None:
    assert split_wiki(inner) == parts


@pytest.mark.parametrize(
    "target", ["https://x", "mailto:a@b", "javascript:x", "data:,x", "//x", "/x", "\\\\x", "C:\\x"]
)
def test_schemes_hosts_and_absolute_paths_are_elsewhere(target: str) -> None:
    assert is_elsewhere(target)


@pytest.mark.parametrize("target", ["x.md", "../x.md", "./x", "#x", "a/b:c.md", "%2Fx"])
def test_everything_else_is_a_file_of_the_repository(target: str) -> None:
    assert not is_elsewhere(target)


_PIECES = st.sampled_from(
    ["[a](b.md)", "![c](d.png)", "`", "``", "[", "]", "(", ")", "\\", "x", " ", "[e][f]", "!", "<g.md>", chr(34)]
)


_TARGETS = {"b.md", "d.png", "g.md"}


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_inline_links_of_a_paragraph_are_those_that_commonmark_sees(text: str) -> None:
    text = f"x {text}"
    tokens = [child for token in MarkdownIt("commonmark").parse(text) for child in token.children or []]
    seen = [str(t.attrs.get("href", t.attrs.get("src"))) for t in tokens if t.type in ("link_open", "image")]
    found = [each.target for each in find_references(scan_body(text, 1), VOCABULARY)]

    # As sets: what stands in an image's description is counted here, and is not a token of its own there.
    assert _TARGETS & set(found) == _TARGETS & set(seen)


@given(st.text(alphabet='[]()!`\\|#<>ahref="src= \n:-', max_size=200))
def test_no_text_makes_the_search_fail(text: str) -> None:
    lines = text.split("\n")
    for reference in find_references(scan_body(text, 1), VOCABULARY):
        assert lines[reference.line - 1][reference.column - 1] in "[!<"


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "](", "](a ", "](a '", "](<", "](a(", "]( ", "[a](b.md)", "[[", "[[a|", "!["),
        *("`", "` `` ", "\\", "\\`", "<a ", "<a href='", "<img src="),
    ],
)
def test_text_without_end_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        # Short lines: longer ones are not read at all.
        body = scan_body("\n".join(piece * 50 for _ in range(times)) + "](", 1)
        start = process_time()
        find_references(body, VOCABULARY)
        return process_time() - start

    assert seconds(800) < 50 * max(seconds(80), 0.02)
