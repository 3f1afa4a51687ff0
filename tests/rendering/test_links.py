"""Links of a body on its page: files, wiki links, bare ids, and the anchors that editors know."""

from __future__ import annotations

from time import process_time

import pytest

from mkdocs_postmortem.rendering.body import finish_body
from mkdocs_postmortem.rendering.links import add_editor_anchors, link_body, link_files, link_names
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.words.catalogue import words_for
from tests.rendering.finders import KNOWN, find_file

ENGLISH = words_for(Settings())

LINK = '<a href="../other/" title="It &#34;failed&#34;">INC-2026-014</a>'


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ('<a href="other.md">x</a>', '<a href="../other/">x</a>'),
        ('<a class="y" href="other.md#impact" rel="z">x</a>', '<a class="y" href="../other/#impact" rel="z">x</a>'),
        ("<a href='other.md'>x</a>", '<a href="../other/">x</a>'),
        ("<a href=other.md>x</a>", '<a href="../other/">x</a>'),
        ('<A HREF="other.md">x</A>', '<A HREF="../other/">x</A>'),
        ('<img src="graph.png" alt="a">', '<img src="../assets/graph.png" alt="a">'),
        ('<a href="other.md"><img src="graph.png"></a>', '<a href="../other/"><img src="../assets/graph.png"></a>'),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
        ('<a href="#impact">x</a>', '<a href="#impact">x</a>'),
        ('<a id="x"></a><a href="other.md">y</a>', '<a id="x"></a><a href="../other/">y</a>'),
    ],
)
def test_a_link_leads_to_where_its_target_is_on_the_site(html: str, linked: str) -> None:
    assert link_files(html, find_file) == linked


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<p><a href="secret.md" title="t">the <b>other</b> one</a>, <a href="#i">i</a></p>', None),
        ('<img src="secret.png" alt="a &lt;b&gt; c">', "a &lt;b&gt; c"),
        ('<img src="secret.png">', ""),
        ('<a href="secret.md"><img src="graph.png" alt="a"></a>', '<img src="../assets/graph.png" alt="a">'),
    ],
)
def test_a_link_to_what_the_site_does_not_have_is_its_text(html: str, left: str | None) -> None:
    expected = '<p>the <b>other</b> one, <a href="#i">i</a></p>' if left is None else left
    assert link_files(html, find_file) == expected


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    assert link_files('<a href="x">y</a>', lambda _: '"><script>') == '<a href="&#34;&gt;&lt;script&gt;">y</a>'


def test_links_of_trusted_html_are_found_as_well() -> None:
    body, _ = finish_body(
        "<iframe src='x'></iframe><a href='other.md' onclick='y()'>z</a>", KNOWN, "", ENGLISH, trusted=True
    )

    assert body == "<iframe src='x'></iframe><a href=\"../other/\" onclick='y()'>z</a>"


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_no_address_that_runs_reaches_the_page(scheme: str) -> None:
    body, _ = finish_body(f'<a href="{scheme}">x</a><img src="{scheme}" alt="y">', KNOWN, "", ENGLISH, trusted=False)

    assert scheme.partition(":")[0].lower() not in body.lower()


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>See INC-2026-014.</p>", f"<p>See {LINK}.</p>"),
        ("<p>(INC-2026-014)</p>", f"<p>({LINK})</p>"),
        ("<p>INC-2026-014?</p>", f"<p>{LINK}?</p>"),
        ("<p>INC-2026-014: it failed</p>", f"<p>{LINK}: it failed</p>"),
        ("<li>INC-2026-014, INC-2026-014</li>", f"<li>{LINK}, {LINK}</li>"),
        ("<td><strong>INC-2026-014</strong></td>", f"<td><strong>{LINK}</strong></td>"),
        ("INC-2026-014", LINK),
        ("<p>like inc-2026-014</p>", f"<p>like {LINK.replace('>INC-', '>inc-')}</p>"),
        ("<p><a href='x'>there</a> INC-2026-014</p>", f"<p><a href='x'>there</a> {LINK}</p>"),
        ("<p>a &lt; b INC-2026-014 &amp; c</p>", f"<p>a &lt; b {LINK} &amp; c</p>"),
        ("<p>INC-2026-014の再発</p>", f"<p>{LINK}の再発</p>"),
        ("<p>see other.md.</p>", f"<p>see {LINK.replace('INC-2026-014', 'other.md')}.</p>"),
    ],
)
def test_a_bare_id_or_file_name_becomes_a_link_with_the_title(html: str, linked: str) -> None:
    assert link_names(html, KNOWN) == linked


@pytest.mark.parametrize(
    "html",
    [
        "<p>See INC-2026-015.</p>",
        "<p><code>INC-2026-014 [[INC-2026-014]]</code></p>",
        "<pre>INC-2026-014 [[INC-2026-014]]</pre>",
        "<p><a href='x'>INC-2026-014 [[INC-2026-014]]</a></p>",
        "<p><a href='x'><em>about INC-2026-014</em></a></p>",
        "<h2>Like INC-2026-014</h2>",
        "<p>INC-2026-0145 and XINC-2026-014 and INC-2026-014-b and INC-2026-014b and éINC-2026-014</p>",
        "<p>https://chat.example/INC-2026-014 and #INC-2026-014 and a@INC-2026-014 and INC-2026-014/x</p>",
        "<p>https://chat.example/?id=INC-2026-014&amp;x=y and docs/other.md and other.md.bak and other.mdx</p>",
        '<p title="INC-2026-014">x</p>',
        '<img alt="a > INC-2026-014">',
        "<p><kbd>INC-2026-014</kbd></p>",
        "<p>INC-2026-014@example.org</p>",
    ],
)
def test_an_id_stays_text_where_it_is_not_one_or_stands_in_code_links_headings_and_words(html: str) -> None:
    assert link_names(html, KNOWN) == html


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("[[INC-2026-014]]", LINK),
        ("[[INC-2026-014|that &amp; this]]", LINK.replace(">INC-2026-014<", ">that &amp; this<")),
        ("[[other.md]]", LINK.replace(">INC-2026-014<", ">other.md<")),
        (
            "[[other.md#impact]]",
            LINK.replace("/other/", "/other/#impact").replace(">INC-2026-014<", ">other.md#impact<"),
        ),
        ("[[INC-9]]", "INC-9"),
        ("[[INC-9|the hidden one]]", "the hidden one"),
        ("<h2>Like [[INC-2026-014]]</h2>", f"<h2>Like {LINK}</h2>"),
        ("[[ -f x ]]", "[[ -f x ]]"),
        ("[[INC-2026-014 ]]", "[[INC-2026-014 ]]"),
        ("a[[0]]", "a[[0]]"),
        ("[[:alpha:]]", "[[:alpha:]]"),
        ("![[graph.png]]", "![[graph.png]]"),
    ],
)
def test_a_wiki_link_leads_to_its_document_or_is_its_text(text: str, linked: str) -> None:
    assert link_names(text, KNOWN) == linked


def test_a_headings_anchor_in_an_editor_is_an_anchor_on_the_page_too() -> None:
    html = '<h2 id="well-badly">Well &amp; badly<a class="headerlink" href="#well-badly">¶</a></h2>'

    assert '<h2 id="well-badly"><a id="well--badly"></a>Well &amp; badly<a' in add_editor_anchors(html)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="impact">Impact</h2>',
        "<h2>Well & badly</h2>",
        '<h2 id="_1">Größe</h2><p id="größe">x</p>',
        '<h2 id="x">main-content</h2>',
        '<h2 id="x">__search</h2>',
    ],
)
def test_no_anchor_is_added_that_is_there_or_belongs_to_the_theme(html: str) -> None:
    assert add_editor_anchors(html) == html


@pytest.mark.parametrize("piece", ["<p ", '<p "', "<p '\"", "<", "a-", "[[", "[[a|", "]]", "a.", "あ-", "<a href='"])
def test_text_without_end_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        link_body(piece * times, KNOWN)
        return process_time() - start

    assert seconds(40_000) < 50 * max(seconds(4_000), 0.02)
