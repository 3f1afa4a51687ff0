"""Front matter YAML from events: what is read, what is refused, and where."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.reading.yaml_events import compose_front_matter, places, plain
from tests.documents import brief


def values(block: str) -> Any:
    """Return the values of a block in which nothing is refused."""
    root, problems = compose_front_matter(block, "x.md")
    assert [str(problem) for problem in problems] == []
    assert root is not None
    return plain(root)


def refusals(block: str) -> list[str]:
    """Return "line:column code" of everything refused; the block begins on line 2."""
    return [brief(problem) for problem in compose_front_matter(block, "x.md")[1]]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5", 5),
        ("-5", -5),
        ("+5", 5),
        ("1.50", 1.5),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("2026-03-01", "2026-03-01"),
        ("1e3", "1e3"),
        ("0777", "0777"),
        ("0x1F", "0x1F"),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("=", "="),
        ("1234567890123456", "1234567890123456"),
        ("'5'", "5"),
        ('"true"', "true"),
        ("[]", ()),
        ("{}", {}),
        ("[a, 5]", ("a", 5)),
        ("{a: {b: c}}", {"a": {"b": "c"}}),
    ],
)
def test_scalar_stays_text_but_for_plain_numbers_truth_values_and_null(written: str, value: Any) -> None:
    assert values(f"key: {written}") == {"key": value}
    assert type(values(f"key: {written}")["key"]) is type(value)


def test_keys_are_always_text() -> None:
    assert values("1: a\nno: b\ntrue: c\n2026-01-01: d\n~: e") == dict(
        zip(["1", "no", "true", "2026-01-01", "~"], "abcde", strict=True)
    )


def test_block_and_folded_text_is_read() -> None:
    assert values("a: |\n  one\n  two\nb: >-\n  one\n  two") == {"a": "one\ntwo\n", "b": "one two"}


def test_every_value_knows_its_line_and_column_in_the_file() -> None:
    root, _ = compose_front_matter("related:\n  - {id: INC-1, relation: follows}\n  - INC-2", "x.md")
    assert root is not None
    assert places(root) == {
        "related": (3, 3),
        "related.0": (3, 5),
        "related.0.id": (3, 10),
        "related.0.relation": (3, 27),
        "related.1": (4, 5),
    }


@pytest.mark.parametrize(
    ("block", "refused"),
    [
        ("a: &x 1\nb: *x", ["2:4 PM017", "3:4 PM017"]),
        ("a: *nowhere", ["2:4 PM017"]),
        ("? *key\n: 1\nb: 2", ["2:3 PM017"]),
        ("<<: {a: 1}", ["2:1 PM018"]),
        ("a: !!python/name:os.system x", ["2:4 PM019"]),
        ("a: !!set {b, c}", ["2:4 PM019"]),
        ("a: !local [1, 2]", ["2:4 PM019"]),
        ("a: ! text", ["2:4 PM019"]),
        ("a: 1\na: 2\na: 3", ["3:1 PM016", "4:1 PM016"]),
        ("a: {b: 1, b: 2}", ["2:11 PM016"]),
        ("a: 1\n'a': 2", ["3:1 PM016"]),
        ("? [a]\n: 1", ["2:3 PM015"]),
        ("? {a: b}\n: 1", ["2:3 PM015"]),
        ("a: 1\n--- # again\nb: 2", ["3:1 PM020"]),
        ("a: 1\n...\nb: 2", ["4:1 PM015"]),
        ("- a", ["2:1 PM014"]),
        ("text", ["2:1 PM014"]),
        ("5", ["2:1 PM014"]),
        ("null", ["2:1 PM014"]),
        ("", ["2:1 PM014"]),
        ("# only a comment", ["2:1 PM014"]),
        ('a: "\\0"', ["2:4 PM004"]),
        ('a: "\\x9b31m"', ["2:4 PM004"]),
        ('"\\e": 1', ["2:1 PM004"]),
        ('a: "\\u200b"', ["2:4 PM005"]),
        ("a: [" + "[" * 15 + "]" * 15 + "]", ["2:19 PM021"]),
        ("a: " + "x" * 16_385, ["2:4 PM022"]),
        ("a" * 65_537, ["2:1 PM022"]),
    ],
)
def test_what_could_mean_two_things_is_refused_at_its_place(block: str, refused: list[str]) -> None:
    assert refusals(block) == refused


def test_sixteen_levels_are_read() -> None:
    assert refusals("a: " + "[" * 15 + "]" * 15) == []


def test_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert values("'<<': 1") == {"<<": 1}


def test_first_of_two_equal_keys_is_kept() -> None:
    root, _ = compose_front_matter("audience: internal\naudience: public", "x.md")
    assert root is not None
    assert plain(root) == {"audience": "internal"}


@pytest.mark.parametrize("refused", ["!tag internal", "!tag [internal]", "!tag {a: b}", "*alias"])
def test_refused_value_is_left_out_and_its_neighbours_stay(refused: str) -> None:
    root, _ = compose_front_matter(f"before: 1\naudience: {refused}\nafter: 2", "x.md")
    assert root is not None
    assert plain(root) == {"before": 1, "after": 2}
    assert "audience" in root.keys  # the field `keys`, not the method of a dict


@pytest.mark.parametrize(
    ("block", "hint"),
    [
        ("a: b: c", 'put the value in quotes: it holds ": "'),
        ("a:\n\tb: 1", "indent with spaces, not tabs"),
        ("a: @x", "put the value in quotes"),
        ("a: [b", "close the bracket, or put the text in quotes"),
        ('a: "b', "close the quote"),
        ('a: "\\q"', "use single quotes, or double the backslash"),
        ('a: "\\uD83D"', "type the character itself"),
        ("a: b\nc", 'write "key: value", and put long text in quotes'),
    ],
)
def test_syntax_error_says_what_to_do(block: str, hint: str) -> None:
    (problem,) = compose_front_matter(block, "x.md")[1]
    assert (problem.kind.code, problem.hint) == ("PM015", hint)


def test_quote_that_is_never_closed_is_reported_where_it_opens() -> None:
    assert refusals('a: 1\nb: "never\nc: 2\nd: 3') == ["3:4 PM015"]


def test_what_stands_before_a_syntax_error_is_kept() -> None:
    root, _ = compose_front_matter("severity: sev1\ntitle: a: b", "x.md")
    assert root is not None
    assert plain(root)["severity"] == "sev1"
