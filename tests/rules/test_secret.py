"""PM704: the document holds what looks like a password, a token or a key."""

from __future__ import annotations

import time

import pytest

from mkdocs_postmortem.problems import SECRET
from tests.documents import only, places, problems_of, with_front, with_section

LETTERS = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5"
"""Made in two parts where a scanner of this repository would take the whole for real."""

FORMS = {
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "an AWS access key": "AKIA" + "Q7ZT3N5WX2LB4KMD",
    "a GitHub token": "ghp_" + LETTERS,
    "a GitLab token": "glpat-" + LETTERS[:20],
    "a Slack token": "xoxb-" + "1234567890-abcdef",
    "a Slack webhook": "https://hooks.slack.com/services/" + "T0ABCDEF1/B0ABCDEF1/" + LETTERS[:24],
    "a Google API key": "AIza" + LETTERS[:35],
    "a Stripe key": "sk_live_" + LETTERS[:24],
    "a JSON web token": "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0In0." + "c2lnbmF0dXJl",
    "a bearer token": "Authorization: Bearer " + LETTERS,
    "a password in an address": "postgres://app:" + "s3cret@db.internal/shop",
    "a password": "password: " + "correct7horse",
}


@pytest.mark.parametrize("what", FORMS)
def test_every_form_is_named_and_never_shown(what: str) -> None:
    problem = only(problems_of(with_section("Impact", f"It was {FORMS[what]} there")), SECRET)
    assert (problem.location.line, problem.level.value) == (19, "error")
    assert problem.message == f"this looks like {what}"
    assert FORMS[what][-8:] not in str(problem)


@pytest.mark.parametrize("what", FORMS)
def test_secrets_count_in_code_and_in_the_front_matter(what: str) -> None:
    assert places("PM704", with_section("Impact", f"```text\n{FORMS[what]}\n```"))[0].startswith("20:")
    assert places("PM704", with_front(f"trigger: '{FORMS[what]}'")) == ["9:10"]


@pytest.mark.parametrize("line", ["DB_PASSWORD=hunter2hunter2", '"api_key": "k3y9f8e7d6"', "token = 'abc123def456'"])
def test_values_behind_telling_words_are_found(line: str) -> None:
    assert len(places("PM704", with_section("Impact", f"`{line}`"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The password: it had expired",
        "password=<the-password-1>",
        "token: ${TOKEN_2026}",
        "token: $CI_JOB_TOKEN_1",
        "password: ********",
        "api_key=your-api-key-1",
        "secret: xxxxxxxx1",
        "AKIA" + "IOSFODNN7EXAMPLE",
        "token: expired-yesterday",
        "Bearer tokens are refreshed every five minutes",
        "the secret-manager-2 failed",
        "passwords=12345678",
        "https://example.org:8443/a@b",
        "-----BEGIN CERTIFICATE-----",
    ],
)
def test_placeholders_and_prose_are_fine(text: str) -> None:
    assert places("PM704", with_section("Impact", text)) == []


@pytest.mark.parametrize(
    "piece", ["eyJ", "eyJa.", "password", "token=", "://a:", "-----BEGIN ", "a@", "xox", "Bearer "]
)
def test_hostile_repetition_takes_no_time(piece: str) -> None:
    text = with_section("Impact", "\n".join([piece * (9_000 // len(piece))] * 20))
    began = time.process_time()
    places("PM704", text)
    assert time.process_time() - began < 5


def test_password_whose_word_holds_a_long_s_is_found() -> None:
    problem = only(problems_of(with_section("Impact", "A key: the paſſword: " + "correct7horse")), SECRET)
    assert problem.message == "this looks like a password"


@pytest.mark.parametrize("word", ["PASSWORD", "passwd", "Pwd", "api-key", "access_key", "secret", "Token"])
def test_every_word_for_a_secret_is_known_in_any_case(word: str) -> None:
    assert only(problems_of(with_section("Impact", f'"{word}" = ' + "correct7horse")), SECRET).location.line == 19
