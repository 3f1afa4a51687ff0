"""Fields without labels at the end of an item: brackets, dashes, handles, signs; and what must stay in the title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.reading.trailing_fields import names_owner, take_trailing, trailing_status
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

WORDS = vocabulary_for(Settings())
NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "title", "fields"),
    [
        ("Pin it (@kim)", "Pin it", {"owners": "@kim"}),
        ("Pin it (#88) @kim", "Pin it (#88)", {"owners": "@kim"}),
        ("Pin it @kim, @lee", "Pin it", {"owners": "@kim, @lee"}),
        ("Pin it (kim@example.org)", "Pin it", {"owners": "kim@example.org"}),
        ("Pin it (Kim, 2026-03-01)", "Pin it", {"owners": "Kim", "due": "2026-03-01"}),
        ("Pin it (Kim and team, 2026-03-01)", "Pin it", {"owners": "Kim and team", "due": "2026-03-01"}),
        ("Pin it (Kim, by Mar 1, 2026)", "Pin it", {"owners": "Kim", "due": "Mar 1, 2026"}),
        ("Pin it _(Kim, until 2026-03-01)_", "Pin it", {"owners": "Kim", "due": "2026-03-01"}),
        ("Pin it (25/12/2026; Kim)", "Pin it", {"owners": "Kim", "due": "25/12/2026"}),
        ("**Pin** it (done)", "**Pin** it", {"status": "done"}),
        ("Pin it (@kim) **fixed**", "Pin it", {"owners": "@kim", "status": "fixed"}),
        ("Pin it DONE", "Pin it", {"status": "DONE"}),
        ("Pin it \\[Done\\]", "Pin it", {"status": "Done"}),
        ("Pin it (done in #88)", "Pin it", {"status": "done in #88"}),
        ("Pin it, done 2026-03-01", "Pin it", {"status": "done 2026-03-01"}),
        ("Pin it ✅", "Pin it", {"status": "✅"}),
        ("Pin it ✅ 2026-03-01", "Pin it", {"status": "✅", "completed_at": "2026-03-01"}),
        ("Pin it 📅 2026-03-01", "Pin it", {"due": "2026-03-01"}),
        ("Pin it [due:: 2026-03-01]", "Pin it", {"due": "2026-03-01"}),
        ("Pin it — _@kim_, 2026-03-01", "Pin it", {"owners": "@kim", "due": "2026-03-01"}),
        ("Pin it – @kim – done", "Pin it", {"owners": "@kim", "status": "done"}),
        ("Pin it – Kim Lee – done", "Pin it", {"owners": "Kim Lee", "status": "done"}),
        ("Pin it - @kim - before the next release", "Pin it", {"owners": "@kim", "due": "the next release"}),
        ("Pin it (owner: Kim, ETA 2026-03-01)", "Pin it", {"owners": "Kim", "due": "2026-03-01"}),
        ("Pin it (Platform team)", "Pin it", {"owners": "Platform team"}),
        ('Pin it (~"corrective action", @kim)', "Pin it", {"owners": "@kim"}),
        ("固定する（金、2026年3月1日）", "固定する", {"owners": "金", "due": "2026年3月1日"}),
    ],
)
def test_field_at_the_end_needs_no_label(text: str, title: str, fields: dict[str, str]) -> None:
    assert take_trailing(text, WORDS) == (title, fields)


@pytest.mark.parametrize(
    "text",
    [
        "Move the counters (API, Redis)",
        "Move to the next version (v1.29)",
        "Cover all shapes (see the list below)",
        "Raise the limit (80%)",
        "Limit the retries (max 3)",
        "Write the second half (2/2)",
        "Read [the notes](https://example.org/notes)",
        "Read it (new parser)",
        "Speak with @kim",
        "Keep the list clear, complete",
        "Upgrade the cache - Redis",
        "Owner: @kim",
        "(done)",
        "@kim",
        "Track it (#88)",
        "Alert at 10 PM",
    ],
)
def test_words_that_only_look_like_fields_stay(text: str) -> None:
    assert take_trailing(text, WORDS) == (text, {})


def test_name_alone_is_an_owner_where_the_list_has_names_there() -> None:
    assert take_trailing("Pin it (Kim)", WORDS) == ("Pin it (Kim)", {})
    assert take_trailing("Pin it (Kim)", WORDS, names=True) == ("Pin it", {"owners": "Kim"})
    assert take_trailing("Pin it (Redis 7.2)", WORDS, names=True) == ("Pin it (Redis 7.2)", {})


def test_name_alone_is_an_owner_when_it_is_a_persons() -> None:
    assert take_trailing("Pin it (Kim)", WORDS, frozenset({"kim lee", "kim"})) == ("Pin it", {"owners": "Kim"})


def test_certain_owner_without_a_label_tells_where_the_list_has_its_owners() -> None:
    assert names_owner("Pin it (Kim, 2026-03-01)", WORDS, NOBODY)
    assert names_owner("Pin it @kim", WORDS, NOBODY)


@pytest.mark.parametrize("text", ["Pin it (owner: Kim)", "Pin it (Kim)", "Pin it ✅"])
def test_label_name_alone_or_sign_does_not_tell_where_owners_stand(text: str) -> None:
    assert not names_owner(text, WORDS, NOBODY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("n/a **DONE**", ("n/a", "DONE")),
        ("#88 TODO", ("#88", "TODO")),
        ("done", ("done", "")),
        ("#88 ✅", ("#88", "✅")),
        ("the API", ("the API", "")),
    ],
)
def test_loud_status_at_the_end_of_a_cell(text: str, expected: tuple[str, str]) -> None:
    assert trailing_status(text, WORDS) == expected


@given(st.text(alphabet="ab K@()[]–-—,;:.*_✅~#09/📅 \\", max_size=80))
def test_the_text_without_its_fields_is_how_the_text_begins(text: str) -> None:
    assert text.startswith(take_trailing(text, WORDS)[0])
