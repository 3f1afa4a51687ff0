"""A body on its page: ids become links, boxes become signs, and the action items get their anchor."""

from __future__ import annotations

from time import perf_counter

import pytest

from mkdocs_postmortem.rendering.body import draw_boxes, finish_body, link_ids, show_as_written
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.words.catalogue import words_for

ENGLISH = words_for(Settings())
LINK = '<a href="../inc-2026-014/">INC-2026-014</a>'


def find(identity: str) -> str | None:
    """Know one incident, at one address."""
    return "../inc-2026-014/" if identity.upper() == "INC-2026-014" else None


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>See INC-2026-014.</p>", f"<p>See {LINK}.</p>"),
        ("<p>(INC-2026-014)</p>", f"<p>({LINK})</p>"),
        ("<li>INC-2026-014, INC-2026-014</li>", f"<li>{LINK}, {LINK}</li>"),
        ("<td><strong>INC-2026-014</strong></td>", f"<td><strong>{LINK}</strong></td>"),
        ("INC-2026-014", LINK),
        ("<p>like inc-2026-014</p>", '<p>like <a href="../inc-2026-014/">inc-2026-014</a></p>'),
        ("<p><a href='x'>there</a> INC-2026-014</p>", f"<p><a href='x'>there</a> {LINK}</p>"),
        ("<p>a &lt; b INC-2026-014 &amp; c</p>", f"<p>a &lt; b {LINK} &amp; c</p>"),
    ],
)
def test_a_bare_id_becomes_a_link(html: str, linked: str) -> None:
    assert link_ids(html, find) == linked


@pytest.mark.parametrize(
    "html",
    [
        "<p>See INC-2026-015.</p>",
        "<p><code>INC-2026-014</code></p>",
        "<pre>INC-2026-014</pre>",
        "<p><a href='x'>INC-2026-014</a></p>",
        "<p><a href='x'><em>about INC-2026-014</em></a></p>",
        "<h2>Like INC-2026-014</h2>",
        "<p>INC-2026-0145 and XINC-2026-014 and INC-2026-014-b and INC-2026-014b</p>",
        "<p>https://chat.example/INC-2026-014 and #INC-2026-014 and a@INC-2026-014 and INC-2026-014/x</p>",
        '<p title="INC-2026-014">x</p>',
        '<img alt="a > INC-2026-014">',
        "<p><kbd>INC-2026-014</kbd></p>",
        "<p>INC-2026-014@example.org</p>",
    ],
)
def test_an_id_stays_text_where_it_is_not_one_or_stands_in_code_links_headings_and_words(html: str) -> None:
    assert link_ids(html, find) == html


def test_an_address_is_escaped_in_the_link() -> None:
    assert link_ids("A-1", lambda _: '"><script>') == '<a href="&#34;&gt;&lt;script&gt;">A-1</a>'


@pytest.mark.parametrize("piece", ["<p ", '<p "', "<p '\"", "<", "a-"])
def test_text_without_end_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        start = perf_counter()
        link_ids(piece * times, find)
        return perf_counter() - start

    assert seconds(40_000) < 50 * max(seconds(4_000), 0.01)


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

    body, anchored = finish_body(html, find, "Action items", ENGLISH, trusted=True)

    assert anchored
    assert '</h2><a id="pm-action-items"></a><h2 id="b">' in body


def test_without_such_a_heading_there_is_no_anchor() -> None:
    assert finish_body("<h2>Impact</h2>", find, "Action items", ENGLISH, trusted=False) == ("<h2>Impact</h2>", False)


def test_an_authors_own_anchor_of_that_name_is_dropped() -> None:
    body, _ = finish_body('<p id="pm-action-items">x</p>', find, "", ENGLISH, trusted=False)

    assert body == "<p>x</p>"


def test_trusted_bodies_are_left_as_they_are() -> None:
    assert finish_body("<iframe src='x'></iframe>", find, "", ENGLISH, trusted=True)[0] == "<iframe src='x'></iframe>"


def test_a_body_that_is_not_rendered_is_shown_as_text() -> None:
    assert show_as_written("<b>[[[") == '<pre class="pm-source"><code>&lt;b&gt;[[[</code></pre>'
