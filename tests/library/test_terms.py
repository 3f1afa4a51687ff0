"""Words and phrases: what is left out, and which spellings are one."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.library.terms import LONGEST_TEXT, find_terms, fold, plain_words


def test_words_and_pairs_of_adjacent_words_are_terms() -> None:
    assert list(find_terms("Connection pool exhausted").values()) == [
        "connection", "pool", "connection pool", "exhausted", "pool exhausted",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["pool, proxy", "pool of the proxy", "pool 1,024 proxy", "pool (proxy)", "pool. Proxy", "[pool](../y.md) proxy"],
)  # fmt: skip
def test_a_pair_reaches_over_nothing(text: str) -> None:
    assert list(find_terms(text).values()) == ["pool", "proxy"]


def test_a_hyphen_joins_words_to_a_pair() -> None:
    assert "connection pool" in find_terms("the connection-pool")


@pytest.mark.parametrize(
    "text",
    [
        "the and of because", "The incident happened on Monday", "12:30 1,024 3", "ab x", "und dann wurde die",
        "pour les autres", "keeps looking", "[[INC-2024-012]]", "https://example.org/pool", "<br>",
    ],
)  # fmt: skip
def test_words_that_tell_nothing_are_left_out(text: str) -> None:
    assert find_terms(text) == {}


def test_the_text_of_a_link_counts_and_its_target_does_not() -> None:
    assert list(find_terms("[proxy](pool.md)").values()) == ["proxy"]


@pytest.mark.parametrize(
    "words",
    [
        ("retry", "retries", "retried", "retrying"),
        ("certificate", "certificates"),
        ("expire", "expires", "expired", "expiry"),
        ("stop", "stopped", "stopping"),
        ("crash", "crashes", "crashed"),
        ("queue", "queues", "queued"),
        ("box", "boxes"),
    ],
)
def test_inflections_are_one(words: tuple[str, ...]) -> None:
    assert len({fold(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("process", "procedure"), ("status", "state"), ("analysis", "analyst"), ("bus", "bug")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_first_spelling_is_kept() -> None:
    assert find_terms("Retries, then retried")[fold("retry")] == "retries"


def test_japanese_and_chinese_have_terms_without_blanks() -> None:
    assert {"証明書", "プール"} <= find_terms("証明書がプールを").keys()
    assert "连接" in find_terms("数据库连接池耗尽")


def test_only_the_beginning_of_a_long_text_counts() -> None:
    assert "proxy" not in find_terms("x " * LONGEST_TEXT + "proxy")


def test_plain_words_are_all_words_of_a_name() -> None:
    assert plain_words("Orders-DB_2") == ["orders", "db", "2"]
