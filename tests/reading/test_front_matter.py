"""Where front matter begins and ends; and the same as a handler for python-frontmatter."""

from __future__ import annotations

import frontmatter
import pytest

from mkdocs_postmortem.reading.front_matter import split_front_matter
from mkdocs_postmortem.reading.handler import PostmortemHandler
from tests.documents import VALID, brief


def test_block_and_body_are_split_at_lines_of_exactly_three_dashes() -> None:
    split = split_front_matter("---\na: 1\n---\n# Title\n", "x.md")
    assert (split.block, split.body, split.body_line, split.problems) == ("a: 1\n", "# Title\n", 4, ())


def test_block_may_end_with_the_file() -> None:
    assert split_front_matter("---\na: 1\n---", "x.md").block == "a: 1\n"


def test_rule_in_the_body_is_not_a_border() -> None:
    assert split_front_matter("---\na: 1\n---\ntext\n\n---\n\nmore\n", "x.md").body == "text\n\n---\n\nmore\n"


def test_dashes_inside_indented_text_do_not_close_the_block() -> None:
    split = split_front_matter("---\na: |\n  ---\nb: 2\n---\nbody", "x.md")
    assert (split.block, split.problems) == ("a: |\n  ---\nb: 2\n", ())


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("", "1:1 PM010"),
        ("# Title\n", "1:1 PM010"),
        ("# Title\n\n---\n\nmore\n", "1:1 PM010"),
        ("---\na: 1\n", "1:1 PM011"),
        ("---", "1:1 PM011"),
        ("----\na: 1\n----\n", "1:1 PM012"),
        ("...\na: 1\n...\n", "1:1 PM012"),
        ("--- \na: 1\n---\n", "1:1 PM012"),
        (" ---\na: 1\n---\n", "1:1 PM012"),
        ("\t---\na: 1\n---\n", "1:1 PM012"),
        ("\n\n---\na: 1\n---\n", "3:1 PM012"),
        ("---\u00a0\na: 1\n---\n", "1:1 PM012"),
        ("\u200b---\na: 1\n---\n", "1:1 PM012"),
        ("\u2014\na: 1\n\u2014\n", "1:1 PM012"),
        ("<!-- x -->\n---\na: 1\n---\n", "2:1 PM012"),
        ("---\na: 1\n----\n", "3:1 PM012"),
        ("---\na: 1\n--- \n", "3:1 PM012"),
        ("---\na: 1\n...\nbody\n---\n", "3:1 PM012"),
        ("---\na: |\n  ---\nb: 2\n----\nbody\n\n---\n", "5:1 PM012"),
        ("+++\na = 1\n+++\n", "1:1 PM013"),
        ('{\n"a": 1\n}\n', "1:1 PM013"),
        ('{"a": 1}\n', "1:1 PM013"),
        ("Title: a\nAudience: internal\n\nbody\n", "1:1 PM013"),
        ("---\n%YAML 1.2\n---\na: 1\n---\n", "2:1 PM020"),
        ("---\n%YAML 1.2\n---\na: 1\n", "2:1 PM020"),
        ("---\n%YAML 1.2\na: 1\n", "2:1 PM020"),
        ("---\na: 1\n---\n\n---\nb: 2\n---\nbody\n", "5:1 PM023"),
        ("---\na: x\u2028y\n---\n", "2:5 PM006"),
    ],
)
def test_every_other_shape_of_header_is_refused_at_its_line(text: str, reported: str) -> None:
    assert [brief(problem) for problem in split_front_matter(text, "x.md").problems] == [reported]


@pytest.mark.parametrize(
    "text",
    [
        "----\naudience: internal\nsecret: 1\n----\n\n# Title\n",
        "--- \naudience: internal\nsecret: 1\n--- \n\n# Title\n",
        "\n---\naudience: internal\nsecret: 1\n---\n\n# Title\n",
        "---\naudience: internal\nsecret: 1\n\n# Title\n",
        "---\u00a0\naudience: internal\nsecret: 1\n---\n\n# Title\n",
        "---\ufffd\naudience: internal\nsecret: 1\n---\n\n# Title\n",
        "<!-- x -->\n---\naudience: internal\nsecret: 1\n---\n\n# Title\n",
        "\u2014-\naudience: internal\nsecret: 1\n\u2014-\n\n# Title\n",
        "+++\nsecret = 1\n+++\n\n# Title\n",
        '{\n"secret": 1\n}\n\n# Title\n',
        "Audience: internal\nSecret: secret\n\n# Title\n",
        "---\n%TAG ! x:\n---\nsecret: 1\n---\n\n# Title\n",
        "---\n%TAG ! x:\n---\nsecret: 1\n\n# Title\n",
        "---\nsecret: 1\n----\n\n# Title\n",
    ],
)
def test_header_that_cannot_be_read_is_never_part_of_the_body(text: str) -> None:
    split = split_front_matter(text, "x.md")
    assert "secret" not in split.body.lower()
    assert "# Title" in split.body
    assert text.split("\n")[split.body_line - 1 :] == split.body.split("\n")


def test_second_block_of_rules_and_prose_is_no_front_matter() -> None:
    assert split_front_matter("---\na: 1\n---\n---\n\nA sentence.\n\n---\n", "x.md").problems == ()


def test_first_twenty_foreign_line_breaks_are_reported() -> None:
    assert len(split_front_matter("---\na: " + "\u2028" * 100 + "\n---\n", "x.md").problems) == 20


def test_python_frontmatter_reads_with_our_handler() -> None:
    post = frontmatter.loads(VALID, handler=PostmortemHandler())
    assert post["severity"] == "sev1"
    assert post["services"] == ("checkout",)
    assert post.content.startswith("# Checkout failed")


def test_handler_writes_what_it_reads() -> None:
    handler = PostmortemHandler()
    post = frontmatter.loads(VALID, handler=handler)
    again = frontmatter.loads(frontmatter.dumps(post, handler=handler), handler=handler)
    assert (again.metadata, again.content) == (post.metadata, post.content)


def test_handler_detects_only_what_it_can_split() -> None:
    handler = PostmortemHandler()
    assert handler.detect(VALID)
    assert not handler.detect("# Title\n")
    with pytest.raises(ValueError, match="PM010"):
        handler.split("# Title\n")


def test_handler_refuses_what_yaml_events_refuse() -> None:
    with pytest.raises(ValueError, match="PM019"):
        PostmortemHandler().load("a: !!python/name:os.system x")
