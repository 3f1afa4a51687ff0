"""A digest: what the others and the calendar ask of a document."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.library.digest import Mention, OpenItem, digest_of
from mkdocs_postmortem.model import Priority
from mkdocs_postmortem.problems import Location
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, postmortem_of, with_front, with_items, without_line


def test_places_are_those_of_the_document() -> None:
    postmortem = postmortem_of(with_front("related: [INC-1, {id: INC-2, relation: follows}]\nreview_at: 2026-04-01"))
    digest = digest_of(postmortem, Settings())
    for key in ("id", "status", "started_at", "resolved_at", "related.0", "related.1", "review_at", "published_at"):
        assert digest.place_of(key) == postmortem.place_of(key), key
        assert digest.states(key) == postmortem.states(key), key


def test_fact_that_only_the_body_states_has_its_place_there() -> None:
    postmortem = postmortem_of(without_line("status:", VALID.replace("**Reviewers:** Kim", "**Status:** Draft")))
    assert (
        digest_of(postmortem, Settings()).place_of("status") == postmortem.place_of("status") != Location("incident.md")
    )
    assert not digest_of(postmortem, Settings()).states("status")


def test_place_of_a_key_that_nobody_asks_for_is_refused_rather_than_wrong() -> None:
    with pytest.raises(KeyError, match="severity"):
        digest_of(postmortem_of(VALID), Settings()).place_of("severity")


def test_only_open_items_are_in_it() -> None:
    text = with_items("Cap the pool / Due: 2026-04-01 / Priority: P0", "[x] Page someone")
    (item,) = digest_of(postmortem_of(text), Settings()).open_items
    assert (item.title, item.priority, item.line) == ("Cap the pool", Priority.P0, 34)
    assert isinstance(item, OpenItem)


@pytest.mark.parametrize(
    ("front", "section", "held"),
    [
        ("x-a: 1", "", False),
        ("review_attendees: [Dana]", "", True),
        ("x-a: 1", "\n## Follow-up\n\nWe met on 3 April.\n", True),
        ("x-a: 1", "\n## Follow-up\n\nTBD\n", False),
    ],
)
def test_follow_up_is_held_when_attendees_or_words_say_so(front: str, section: str, held: bool) -> None:  # noqa: FBT001  # a case
    assert digest_of(postmortem_of(with_front(front) + section), Settings()).is_followed_up is held


def test_links_to_documents_are_mentions_in_code_as_well_where_others_read_them() -> None:
    text = with_front("audience: public") + "\nSee [a](../a.md), `[b](<b.md#x>)`, but not [c](c.png).\n"
    assert digest_of(postmortem_of(text), Settings()).mentions == (Mention("../a.md", 39, 7), Mention("b.md", 39, 22))


def test_draft_and_anchors_are_known() -> None:
    digest = digest_of(postmortem_of(VALID.replace("published", "draft")), Settings())
    assert digest.is_draft
    assert {"root-cause", "timeline"} <= set(digest.anchors)
