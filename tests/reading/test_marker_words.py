"""The words of a marker: what they ask for, and what is said of those that mean nothing."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.reading.marker_words import Marker, read_marker
from mkdocs_postmortem.settings.saved_view import FACETS
from tests.documents import settings_of

OPTIONS: dict[str, Any] = {
    "services": ["checkout", {"name": "search", "aliases": ["finder"]}],
    "owners": [{"name": "team-payments", "kind": "team"}, "Dana"],
    "fields": [{"name": "tier", "choices": ["gold", "silver"], "facet": True}],
    "views": [{"name": "late", "title": "Late", "where": {"has": "overdue-items"}}],
}


def read(text: str) -> Marker:
    marker, faults = read_marker(text, settings_of(OPTIONS))
    assert faults == ()
    return marker


def faults(text: str) -> list[tuple[int, str, str]]:
    """Return what is said of a marker, each with the index of the word in the text."""
    return [(fault.index, fault.message, fault.hint) for fault in read_marker(text, settings_of(OPTIONS))[1]]


def test_a_name_alone_asks_for_the_newest_ten() -> None:
    assert read("postmortems") == Marker("postmortems", limit=10)


def test_words_of_one_key_are_separated_by_commas_and_may_be_quoted() -> None:
    marker = read("<!-- postmortems service=checkout,finder severity='sev0' tag=\"connection pool, retry\" -->")

    assert marker.where == {
        "service": ("checkout", "finder"),
        "severity": ("sev0",),
        "tag": ("connection pool", "retry"),
    }


def test_order_view_and_limit() -> None:
    assert read("postmortems view=late sort=-duration limit=5 tier=gold") == Marker(
        "postmortems", {"tier": ("gold",)}, view="late", sort="-duration", limit=5
    )


@pytest.mark.parametrize("state", ["open", "overdue", "closed", "all"])
def test_action_items_have_a_state(state: str) -> None:
    assert read(f"action-items owner=dana {state}") == Marker("action-items", {"owner": ("dana",)}, state=state)  # type: ignore[arg-type]


def test_letter_case_and_line_breaks_do_not_count() -> None:
    assert read("<!-- Action-Items\n     priority=p0\n     kind=prevent -->").where == {
        "priority": ("p0",),
        "kind": ("prevent",),
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "postmortems servce=checkout",
            (12, 'postmortems: "servce" is nothing to choose by', 'did you mean "service"?'),
        ),
        ("postmortems open", (12, 'postmortems: "open" is nothing to choose by',
                              f"known are {', '.join(FACETS)}, tier, view, sort and 1 more")),
        ("postmortems service", (12, "postmortems: service has no value", "write service=value")),
        ("postmortems service=", (12, "postmortems: service has no value", "write service=value")),
        ("postmortems service=','", (12, "postmortems: service has no value", "write service=value")),
        ("postmortems tag=a tag=b", (18, "postmortems: tag is stated twice", "write tag=one,two")),
        ("postmortems service=serch", (20, 'postmortems: service "serch" is not known', 'did you mean "search"?')),
        ("postmortems tier=bronze", (17, 'postmortems: tier "bronze" is not known', "use gold or silver")),
        ("postmortems limit=0", (18, 'postmortems: limit "0" is no number that a list can have', "write 1 to 500")),
        ("postmortems limit=9999999999", (18, 'postmortems: limit "9999999999" is no number that a list can have',
                                          "write 1 to 500")),
        ("postmortems limit=x", (18, 'postmortems: limit "x" is no number that a list can have', "write 1 to 500")),
        ("postmortems sort=lenght", (17, 'postmortems: sort "lenght" is no order',
                                     "use date, title, severity, duration, service or items")),
        ("postmortems view=lat", (17, 'postmortems: there is no saved view "lat"', 'did you mean "late"?')),
        ("action-items owner=team-paymnts", (19, 'action-items: owner "team-paymnts" is not known',
                                             'did you mean "team-payments"?')),
        ("action-items priority=P9", (22, 'action-items: priority "P9" is not known', "use P0, P1, P2 or P3")),
        ("action-items sort=date", (13, 'action-items: "sort" is nothing to choose by',
                                    "use owner, team, service, severity, tag, priority, kind, incident or limit")),
        ("action-items open closed", (18, "action-items: both open and closed",
                                      "keep one; without any, open ones are listed, and `all` lists every one")),
    ],
)  # fmt: skip
def test_what_means_nothing_is_told_at_its_place(text: str, fault: tuple[int, str, str]) -> None:
    assert faults(text) == [fault]


def test_every_fault_is_told() -> None:
    assert [index for index, *_ in faults("postmortems servce=a limit=x sort=y")] == [12, 27, 34]


def test_without_lists_in_the_settings_any_service_and_owner_will_do() -> None:
    for text in ("postmortems service=anything", "action-items owner=anybody team=any"):
        assert read_marker(text, settings_of())[1] == ()
