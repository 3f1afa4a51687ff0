"""The one door for every adapter: pages, their addresses, what they may show, and the exports."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mkdocs_postmortem.site import SCRIPT, STYLESHEET, Attachment, Site, build_site
from mkdocs_postmortem.views.address import Target
from tests.documents import VALID, settings_of, with_front, with_line, without_line
from tests.sites import write

TODAY = date(2026, 4, 15)


def site_of(
    tmp_path: Path, documents: dict[str, str], *, previewing: bool = False, **options: Any
) -> Site:  # fmt: skip
    """Return the site of these documents."""
    for name, text in documents.items():
        write(tmp_path / "postmortems" / name, text)
    return build_site(tmp_path, settings_of(options), TODAY, previewing=previewing)


def link(target: Target) -> str:
    """Return an address that shows where it leads."""
    return f"/{target.uri}"


def html_of(site: Site, uri: str, html: str = "<h1>T</h1><p>text</p>") -> str:
    """Return a rendered page."""
    page = site.page(uri)
    assert page is not None
    return site.render(page, html, link)


def test_every_page_has_a_source_path_and_an_address(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"2026/a-thing.md": with_front("tags: [pool]")})

    assert {page.uri: page.address for page in site.pages} == {
        "postmortems/index.md": "postmortems/index",
        "postmortems/action-items.md": "postmortems/action-items",
        "postmortems/insights.md": "postmortems/insights",
        "postmortems/health.md": "postmortems/health",
        "postmortems/action-items/closed.md": "postmortems/action-items/closed",
        "postmortems/owners/dana.md": "postmortems/owners/dana",
        "postmortems/severities/sev0.md": "postmortems/severities/sev0",
        "postmortems/severities/sev1.md": "postmortems/severities/sev1",
        "postmortems/severities/sev2.md": "postmortems/severities/sev2",
        "postmortems/severities/sev3.md": "postmortems/severities/sev3",
        "postmortems/services/checkout.md": "postmortems/services/checkout",
        "postmortems/tags/pool.md": "postmortems/tags/pool",
        "postmortems/years/2026.md": "postmortems/years/2026",
        "postmortems/2026/a-thing.md": "postmortems/a-thing",
    }


def test_only_pages_on_the_whole_library_may_stand_in_a_navigation(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": VALID})

    assert [page.uri for page in site.pages if page.in_nav] == [
        "postmortems/index.md",
        "postmortems/action-items.md",
        "postmortems/insights.md",
        "postmortems/health.md",
    ]


@pytest.mark.parametrize("options", [{"audience": "public"}, {"show_problems": "never"}])
def test_what_the_library_owes_is_told_to_nobody_who_may_see_no_problems(
    options: dict[str, Any], tmp_path: Path
) -> None:
    site = site_of(tmp_path, {"a.md": with_front("audience: public")}, **options)

    assert site.page("postmortems/insights.md") is not None
    assert site.page("postmortems/health.md") is None
    assert "/postmortems/health.md" not in html_of(site, "postmortems/index.md")


def test_the_list_of_known_incidents_is_told_to_the_narrowest_audience_alone(tmp_path: Path) -> None:
    write(tmp_path / "incidents.csv", "id,started_at\nINC-SECRET-1,2026-01-01\n")
    documents = {"a.md": with_front("audience: public")}

    internal = site_of(tmp_path, documents, incidents_csv="incidents.csv")
    public = site_of(tmp_path, documents, incidents_csv="incidents.csv", audience="public", show_problems="always")

    assert "INC-SECRET-1" in html_of(internal, "postmortems/health.md")
    assert "INC-SECRET-1" not in "".join(html_of(public, page.uri) for page in public.pages)


def test_two_documents_of_one_name_get_two_addresses_and_a_problem(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"2025/a.md": VALID.replace("014", "015"), "2026/a.md": VALID})

    assert sorted(page.address for page in site.pages if page.source) == ["postmortems/a", "postmortems/a-2"]
    assert {problem.kind.code for problem in site.problems if not problem.kind.ageing} == {"PM502"}


def test_a_document_cannot_take_the_address_of_the_board(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"action-items.md": VALID, "services.md": VALID.replace("014", "015")})

    addresses = [page.address.casefold() for page in site.pages]
    assert len(addresses) == len(set(addresses))
    assert "PM502" in {problem.kind.code for problem in site.problems}


@pytest.mark.parametrize(
    ("title", "shown"), [("It failed", "INC-2026-014: It failed"), ("INC-2026-014 failed", "INC-2026-014 failed")]
)
def test_a_pages_title_holds_the_id_once(title: str, shown: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": with_line("title:", f"title: {title}")})

    assert [page.title for page in site.pages if page.source] == [shown]


def test_a_page_without_a_heading_of_its_own_gets_its_title_as_one(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": with_line("title:", "title: A < B")})

    assert html_of(site, "postmortems/a.md", "<p>text</p>").startswith("<h1>A &lt; B</h1>")


def test_the_card_stands_between_the_heading_and_the_text(tmp_path: Path) -> None:
    html = html_of(site_of(tmp_path, {"a.md": VALID}), "postmortems/a.md", '<h1 id="x">T</h1>\n<p>text</p>')

    assert html.index("</h1>") < html.index('class="pm-card"') < html.index("<p>text</p>")


@pytest.mark.parametrize(
    "yaml",
    [
        'trigger: "<script>alert(1)</script>"',
        'commander: "<img src=x onerror=alert(1)>"',
        'tags: ["<b>"]',
        'x-own: "<i>"',
        'impact: {symptoms: ["<u>"]}',
        'related: ["<a>"]',
        'links: [{label: "<script>", url: "https://example.org/?a=1&b=<"}]',
    ],
)
def test_front_matter_is_escaped_wherever_it_is_shown(yaml: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": with_front(yaml)}, show_problems="always")

    pages = "".join(html_of(site, page.uri, "") for page in site.pages)

    assert not [tag for tag in ("<script", "<img", "<b>", "<i>", "<u>", "<a>") if tag in pages]


def test_errors_are_shown_on_their_own_page_and_counted_on_the_index(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": with_line("severity:", "severity: sev9"), "b.md": VALID.replace("014", "015")})

    assert "PM104" in html_of(site, "postmortems/a.md")
    assert "1 problem in 1 document" in html_of(site, "postmortems/index.md")
    assert "PM104" not in html_of(site, "postmortems/b.md")


@pytest.mark.parametrize(
    ("show", "previewing", "shown"),
    [
        ("auto", False, False),
        ("auto", True, True),
        ("always", False, True),
        ("never", True, False),
    ],
)
def test_warnings_are_shown_as_configured(show: str, previewing: bool, shown: bool, tmp_path: Path) -> None:  # noqa: FBT001  # parameters
    draft = without_line("  - Owner:", with_line("status:", "status: draft"))

    site = site_of(tmp_path, {"a.md": draft}, previewing=previewing, show_problems=show)

    assert ("PM301" in html_of(site, "postmortems/a.md")) is shown


def test_a_public_site_shows_no_problem_and_nothing_of_an_internal_document(tmp_path: Path) -> None:
    internal = VALID.replace("INC-2026-014", "INC-2026-001").replace("[checkout]", "[secret-service]")
    public = with_front("audience: public\nrelated: [INC-2026-001]", with_line("severity:", "severity: sev9"))
    site = site_of(tmp_path, {"a.md": internal, "b.md": public}, audience="public", show_problems="always")

    pages = "".join(html_of(site, page.uri, "") for page in site.pages)
    exports = "".join(text for _, text in site.exports(link))

    assert [page.source for page in site.pages if page.source] == ["postmortems/b.md"]
    assert "secret-service" not in pages + exports
    assert "INC-2026-001" not in pages + exports
    assert "pm-problems" not in pages


def test_a_body_that_would_stall_the_renderer_is_shown_as_text(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": VALID + "[" * 10_000})
    page = site.page("postmortems/a.md")

    assert page is not None
    assert not page.renderable
    assert '<pre class="pm-source"><code>' in html_of(site, page.uri, "")


def test_ids_in_the_text_lead_to_other_incidents_and_never_to_the_page_itself(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": VALID, "b.md": VALID.replace("014", "015")})

    html = html_of(site, "postmortems/a.md", "<h1>T</h1><p>INC-2026-014 and INC-2026-015</p>")

    other = '<a href="/postmortems/b.md" title="Checkout failed for 40 minutes">INC-2026-015</a>'
    assert f"<p>INC-2026-014 and {other}</p>" in html


def test_links_as_in_the_repository_are_found_without_any_generator(tmp_path: Path) -> None:
    linking = VALID + "\n[b](2025/b.md#impact) [x](../docs/x.md) [log](log.txt) [gone](../README.md)\n"
    write(tmp_path / "docs/x.md", "# X")
    write(tmp_path / "README.md", "x")
    write(tmp_path / "postmortems/log.txt", "14:05")
    site = site_of(tmp_path, {"a.md": linking, "2025/b.md": VALID.replace("014", "015")})
    html = (
        '<p><a href="2025/b.md#impact">b</a><a href="../docs/x.md">x</a>'
        '<a href="log.txt">log</a><a href="../README.md">gone</a></p>'
    )

    page = html_of(site, "postmortems/a.md", html).replace(' rel="noopener noreferrer"', "")

    assert '<a href="/postmortems/2025/b.md">b</a><a href="/x.md">x</a>' in page
    assert '<a href="/postmortems/assets/log.txt">log</a>gone</p>' in page
    assert site.attachments == (Attachment("postmortems/assets/log.txt", "postmortems/log.txt"),)


def test_the_introduction_stands_on_the_index_and_is_sanitised(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"a.md": VALID, "index.md": "Our incidents.\n- one\n"})
    page = site.page("postmortems/index.md")

    assert page is not None
    assert page.markdown == "Our incidents.\n- one\n"
    html = site.render(page, "<p>Our incidents<script>alert(1)</script></p>", link)
    assert "<p>Our incidents</p>" in html


def test_the_exports_are_the_catalog_the_stylesheet_the_script_and_a_page_for_each_id(tmp_path: Path) -> None:
    exports = dict(site_of(tmp_path, {"a.md": VALID}).exports(link))

    ids = {"postmortems/INC-2026-014/index.html", "postmortems/inc-2026-014/index.html"}
    assert set(exports) == {"postmortems/catalog.json", STYLESHEET, SCRIPT, *ids}
    assert json.loads(exports["postmortems/catalog.json"])["incidents"][0]["url"] == "/postmortems/a.md"


def test_an_incident_without_a_page_has_no_page_for_its_id_either(tmp_path: Path) -> None:
    exports = dict(site_of(tmp_path, {"a.md": VALID}).exports(lambda _: ""))

    assert not [name for name in exports if "inc-2026-014" in name.lower()]


def test_trusted_html_is_left_alone_when_the_settings_say_so(tmp_path: Path) -> None:
    html = "<h1>T</h1><iframe src='https://example.org'></iframe>"

    assert "<iframe" in html_of(site_of(tmp_path, {"a.md": VALID}, html="trusted"), "postmortems/a.md", html)
    assert "<iframe" not in html_of(site_of(tmp_path, {"a.md": VALID}), "postmortems/a.md", html)


def test_items_of_the_front_matter_carry_the_anchor_that_the_board_leads_to(tmp_path: Path) -> None:
    front = with_front("action_items: [{title: Do it, owners: [Dana], due: 2026-05-01}]")
    documents = {
        "a.md": VALID,
        "b.md": front.replace("014", "015"),
        "c.md": without_line("- [ ] Alert").replace("014", "016"),
    }
    site = site_of(tmp_path, documents)

    for uri in ("postmortems/a.md", "postmortems/b.md", "postmortems/c.md"):
        html = html_of(site, uri, "<h1>T</h1><h2>Action items</h2>")
        assert html.count('id="pm-action-items"') == 1, uri


@pytest.mark.parametrize("html", ["sanitize", "trusted"])
def test_comments_for_the_check_are_no_part_of_a_page(html: str, tmp_path: Path) -> None:
    noted = VALID.replace("saturation", "saturation <!-- postmortem: ignore PM302: the vendor -->")
    intro = "# Ours\n\n<!-- postmortem: ignore PM506: later -->\nText.\n"

    site = site_of(tmp_path, {"a.md": noted, "index.md": intro}, html=html)

    pages = {page.uri: page.markdown for page in site.pages}
    assert "- [ ] Alert on pool saturation\n  - Owner" in pages["postmortems/a.md"]
    assert pages["postmortems/index.md"] == "# Ours\n\nText.\n"
    assert "ignore" not in "".join(pages.values())
