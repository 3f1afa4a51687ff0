"""PM702: the document holds an e-mail address."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import E_MAIL_ADDRESS
from tests.documents import only, places, problems_of, with_front, with_section


@pytest.mark.parametrize(
    "text",
    [
        "Mail from pat@shop.io came.",
        "Mail from <pat@shop.io>",
        "Mail from `pat@shop.io`",
        "Mail [us](mailto:pat@shop.io)",
    ],
)
def test_address_in_the_body_is_reported_at_its_place(text: str) -> None:
    assert places("PM702", with_section("Impact", text)) == [f"19:{text.index('pat') + 1}"]


def test_address_in_the_front_matter_is_reported_at_its_key() -> None:
    assert places("PM702", with_front("authors: [pat@shop.io]")) == ["9:10"]


def test_address_in_code_is_reported() -> None:
    assert places("PM702", with_section("Impact", "```text\nto=pat@shop.io\n```")) == ["20:4"]


@pytest.mark.parametrize(
    "text",
    [
        "pat@example.org",
        "pat@mail.larkspur.example",
        "git@github.com:org/repo",
        "noreply@shop.io",
        "user@host",
        "pkg@1.2.3",
        "https://medium.com/@someone",
        "@dana and @kim",
        "a @ b.com",
    ],
)
def test_reserved_domains_and_other_uses_of_the_sign_are_fine(text: str) -> None:
    assert places("PM702", with_section("Impact", text)) == []


def test_each_address_is_reported_once() -> None:
    assert places("PM702", with_section("Impact", "pat@shop.io, PAT@shop.io and kim@shop.io")) == ["19:1", "19:30"]


def test_report_does_not_repeat_the_address() -> None:
    problem = only(problems_of(with_section("Impact", "pat@shop.io")), E_MAIL_ADDRESS)
    assert "pat@" not in str(problem)
    assert problem.message == "an e-mail address at shop.io"
