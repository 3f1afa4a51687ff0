"""A body on its page: made safe, with boxes as signs, and the action items get their anchor."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.rendering.body import draw_boxes, finish_body, show_as_written
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.words.catalogue import words_for
from tests.rendering.finders import KNOWN

ENGLISH = words_for(Settings())


@pytest.mark.parametrize(
    ("html", "sign"),
    [
        ("<li>[ ] do it</li>", '<span class="pm-box" role="img" aria-label="not done">☐</span> do it'),
        ("<li>[x] do it</li>", '<span class="pm-box" role="img" aria-label="done">☑</span> do it'),
        ("<li>\n<p>[X] do it</p></li>", '<span class="pm-box" role="img" aria-label="done">☑</span> do it'),
    ],
)
def test_a_box_at_the_start_of_an_item_is_drawn_with_a_label(html: str, sign: str) -> None:
    assert sign in draw_boxes(html, ENGLISH)


def test_a_box_elsewhere_stays_text() -> None:
    assert (
        draw_boxes("<p>[x] is a box</p><li>see [x] there</li>", ENGLISH) == "<p>[x] is a box</p><li>see [x] there</li>"
    )


def test_the_anchor_stands_before_the_heading_of_the_action_items() -> None:
    html = '<h2 id="a">Impact</h2><h2 id="b">Action <em>items</em><a class="headerlink" href="#b">¶</a></h2>'

    body, anchored = finish_body(html, KNOWN, "Action items", ENGLISH, trusted=True)

    assert anchored
    assert '</h2><a id="pm-action-items"></a><h2 id="b">' in body


def test_without_such_a_heading_there_is_no_anchor() -> None:
    assert finish_body("<h2>Impact</h2>", KNOWN, "Action items", ENGLISH, trusted=False) == ("<h2>Impact</h2>", False)


def test_an_authors_own_anchor_of_that_name_is_dropped() -> None:
    body, _ = finish_body('<p id="pm-action-items">x</p>', KNOWN, "", ENGLISH, trusted=False)

    assert body == "<p>x</p>"


def test_trusted_bodies_are_left_as_they_are() -> None:
    assert finish_body("<iframe src='x'></iframe>", KNOWN, "", ENGLISH, trusted=True)[0] == "<iframe src='x'></iframe>"


def test_a_body_that_is_not_rendered_is_shown_as_text() -> None:
    assert show_as_written("<b>[[[") == '<pre class="pm-source"><code>&lt;b&gt;[[[</code></pre>'
