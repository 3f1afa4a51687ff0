"""Addresses, ids, links and the names of types."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.model.text import as_link, check_id, check_url, describe_type, is_url
from tests.faults import refused, refused_as


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://example.org/@user",
        "https://münchen.example/ä",
        "https://[2001:db8::1]/",
    ],
)
def test_web_address_is_kept_as_written(url: str) -> None:
    assert check_url(url) == url
    assert is_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "https:example.org",
        "https:\\\\example.org",
        "//example.org",
        "/relative",
        "example.org",
        "https://",
        "https:///path",
        "https://example.org/a b",
        "https://example.org/\n",
        'https://example.org/"',
        "https://example.org/<script>",
        "https://user:pass@example.org/",
        "https://example.org\\@evil.example/",
        "https://ﬁle.example.org/",
        "https://example.org/" + "a" * 2000,
        " https://example.org",
        "",
    ],
)
def test_anything_else_is_no_web_address(url: str) -> None:
    assert refused_as(check_url, url) == "invalid-url"
    assert not is_url(url)


def test_password_in_an_address_is_not_printed() -> None:
    assert "secret" not in "".join(refused(check_url, "https://dana:secret@example.org/"))


@pytest.mark.parametrize("text", ["INC-2026-014", "2026.03", "a", "A_b-c.d", "x" * 80])
def test_id_of_letters_digits_dots_dashes_and_underscores_is_kept(text: str) -> None:
    assert check_id(text) == text


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "../x", "a/b", "/etc", "-x", "_x", "a b", "index", "CON", "nul", "x" * 81, "é", "a\n", "a%2e"],
)
def test_other_ids_are_refused(text: str) -> None:
    assert refused_as(check_id, text) == "invalid-id"


def test_link_may_be_a_bare_address_or_have_other_names_for_its_keys() -> None:
    assert as_link("https://example.org") == {"label": "https://example.org", "url": "https://example.org"}
    assert as_link({"title": "Board", "href": "https://example.org"}) == {
        "label": "Board",
        "url": "https://example.org",
    }
    assert as_link({"url": "https://example.org"})["label"] == "https://example.org"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (True, "yes or no"),
        (5, "a whole number"),
        (1.5, "a number"),
        ("x", "text"),
        ((), "a list"),
        ({}, "a mapping"),
        (None, "nothing"),
    ],
)
def test_type_is_named_in_an_authors_words(value: Any, name: str) -> None:
    assert describe_type(value) == name
