"""The index with facets, as a reader uses it: by mouse, by keyboard, by a shared address, on a phone, from a disk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.lists import all_ids, all_rows, ids, open_facet, query, rows, tick
from tests.browser.serving import Watched, served, watched_page
from tests.documents import VALID, with_items, with_line, without_line
from tests.sites import Built, build_project, make_project

pytestmark = pytest.mark.browser

WHERE = {"severity": ["sev0", "sev1"], "status": "published"}
VIEWS = [{"name": "severe", "title": "Severe", "where": WHERE, "sort": "title"}]
FIELDS = [{"name": "tier", "label": "Region tier", "choices": ["gold", "silver"], "facet": True}]


def document(number: int) -> str:
    """Return one of many documents; every third is a drill, every seventh has the tag rare."""
    day = date(2020, 1, 1) + timedelta(days=number * 11)
    tags = ["all", f"tag-{number % 30:02}", *(["rare"] if number % 7 == 0 else [])]
    text = VALID.replace("INC-2026-014", f"INC-{number:03}").replace("2026-03-01T", f"{day}T")
    text = with_line("title:", f"title: Failure {number:03} of {'<b>pool</b>' if number % 5 == 0 else 'Größe'}", text)
    text = with_line("severity:", f"severity: sev{number % 4}", text)
    text = with_line("status:", f"status: {('draft', 'in-review', 'published')[number % 3]}", text)
    text = with_line("services:", f"services: [service-{number % 6}]\ntags: [{', '.join(tags)}]", text)
    text = with_front_line(f"kind: {'drill' if number % 3 == 0 else 'incident'}", text)
    text = with_front_line(f"tier: {('gold', 'silver')[number % 2]}", text) if number % 4 else text
    return with_items("a / Owner: Dana / Due: 2026-03-05", "[x] b", text=text) if number % 2 else text


def with_front_line(line: str, text: str) -> str:
    return text.replace("\n---\n", f"\n{line}\n---\n", 1)


def project(root: Path, theme: dict[str, Any] | str = "", **further: Any) -> Built:
    """Build a site of 130 documents."""
    documents: dict[str, str | bytes] = {f"{number:03}.md": document(number) for number in range(130)}
    documents["undated.md"] = without_line("resolved_at:", without_line("started_at:", without_line("severity:")))
    options = {"views": VIEWS, "fields": FIELDS, "fail_on": "never", "show_problems": "never"}
    material = theme or {"name": "material", "font": False}
    built = build_project(make_project(root, documents, theme=material, options=options, **further))
    assert built.status == 0, built.failure
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return project(tmp_path_factory.mktemp("facets"), pages={"other.md": "# Other\n\n[back](postmortems/index.md)\n"})


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    with served(built.site) as site:
        yield f"{site}postmortems/"


def test_values_of_one_facet_add_up_and_facets_narrow_down(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        status = page.get_by_role("status")
        expect(status).to_have_text("131 of 131 postmortems")
        tick(page, "Severity", "SEV0 Critical")
        expect(status).to_have_text("33 of 131 postmortems")
        tick(page, "Severity", "SEV1 High")
        expect(status).to_have_text("66 of 131 postmortems")
        tick(page, "Kind", "Drill")
        expect(status).to_have_text("22 of 131 postmortems")
        assert query(page) == "severity=sev0&severity=sev1&kind=drill"
        assert all(int(name[4:]) % 4 < 2 and int(name[4:]) % 3 == 0 for name in ids(page))
        assert watched.errors == []


def test_each_value_says_how_many_it_would_find(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(f"{address}?kind=drill&severity=sev0")
        open_facet(page, "Kind")
        expect(page.locator(".pm-facet[open] .pm-option")).to_have_count(2)
        counts = page.locator(".pm-facet[open] .pm-option").all_inner_texts()
        assert [text.split() for text in counts] == [["Incident", "22"], ["Drill", "11"]], "as if no kind were chosen"
        open_facet(page, "Region tier")
        expect(page.locator(".pm-facet[open] .pm-option")).to_have_count(2)
        counts = page.locator(".pm-facet[open] .pm-option").all_inner_texts()
        assert [text.split() for text in counts] == [["gold", "0"], ["silver", "0"]]
        page.get_by_role("checkbox", name="gold").click()
        expect(page.locator(".pm-list .pm-empty")).to_be_visible()
        expect(page.get_by_role("status")).to_have_text("0 of 131 postmortems")


def test_a_long_facet_is_searched(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        open_facet(page, "Tag")
        page.get_by_label("Find in Tag").fill("RAR")
        expect(page.locator(".pm-facet[open] .pm-option")).to_have_count(1)
        page.get_by_role("checkbox", name="rare").click()
        assert query(page) == "tag=rare"
        assert len(ids(page)) == 19


def test_chips_remove_filters_and_keep_the_focus(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(f"{address}?severity=sev0&severity=sev2&tag=rare&text=failure&utm=kept")
        chips = page.locator(".pm-chip")
        assert [text.removesuffix(" ×") for text in chips.all_inner_texts()] == [
            "Severity: SEV0 Critical", "Severity: SEV2 Medium", "Tag: rare", "“failure”",
        ]  # fmt: skip
        page.get_by_role("button", name="Remove the filter Severity: SEV2 Medium").click()
        assert query(page) == "utm=kept&severity=sev0&tag=rare&text=failure"
        expect(page.get_by_role("button", name="Remove the filter Tag: rare")).to_be_focused()
        page.get_by_role("button", name="Clear all").click()
        assert query(page) == "utm=kept"
        expect(page.get_by_role("searchbox", name="Filter by title")).to_be_focused()
        expect(chips).to_have_count(0)


def test_text_is_found_in_title_id_and_summary_whatever_its_case_and_marks(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        field = page.get_by_role("searchbox", name="Filter by title")
        entries = page.evaluate("history.length")
        for text, found in (("inc-007", 1), ("GROßE failure 01", 10), ("connection stopped", 131), ("xyzzy", 0)):
            field.fill(text)
            expect(page.get_by_role("status")).to_have_text(f"{found} of 131 postmortems")
        assert query(page) == "text=xyzzy"
        assert page.evaluate("history.length") == entries, "typing adds no entry to the history"


def test_everything_can_be_done_by_keyboard(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page, keys = watched.page, watched.page.keyboard
        page.goto(address)
        page.get_by_role("searchbox", name="Filter by title").focus()
        keys.type("failure")
        keys.press("Tab")
        expect(page.locator(".pm-facet > summary", has_text="Severity")).to_be_focused()
        keys.press("Enter")
        keys.press("Tab")
        keys.press("Space")
        expect(page.get_by_role("status")).to_have_text("33 of 131 postmortems")
        keys.press("Escape")
        expect(page.locator(".pm-facet > summary", has_text="Severity")).to_be_focused()
        assert page.locator(".pm-facet[open]").count() == 0
        while page.evaluate("!document.activeElement.matches('.pm-chip')"):
            keys.press("Tab")
        keys.press("Enter")
        assert query(page) == "text=failure"
        while page.evaluate("!document.activeElement.matches('.pm-sort')"):
            keys.press("Tab")
        keys.press("Enter")
        assert query(page) == "text=failure&sort=title"
        assert ids(page)[:2] == ["INC-000", "INC-001"]
        assert watched.errors == []


def test_the_address_is_all_that_remembers_a_choice(browser: Browser, sorted_site: str) -> None:
    with watched_page(browser, own=True) as watched:
        page = watched.page
        page.goto(sorted_site)
        before = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
        tick(page, "Severity", "SEV1 High")
        page.get_by_role("searchbox", name="Filter by title").fill("failure")
        page.locator(".pm-sort").first.click()

        assert query(page) == "severity=sev1&text=failure&sort=title"
        assert page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])") == before
        assert page.context.cookies() == []
        page.goto(sorted_site)
        expect(page.get_by_role("status")).to_have_text("45 of 45 postmortems")


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Incident", "title", "-title"),
        ("Date", "date", "-date"),
        ("Severity and status", "severity", "-severity"),
        ("Duration", "-duration", "duration"),
        ("Services", "service", "-service"),
        ("Action items", "-items", "items"),
    ],
)
def test_every_column_sorts_both_ways(browser: Browser, address: str, heading: str, first: str, second: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        column = page.get_by_role("columnheader", name=heading)
        for sort in (first, second):
            page.get_by_role("button", name=heading, exact=True).click()
            assert query(page) in (f"sort={sort}", "")
            direction = "descending" if sort.startswith("-") else "ascending"
            expect(column).to_have_attribute("aria-sort", direction)
        assert page.locator("th[aria-sort]").count() == 1


def test_rows_of_the_script_are_those_of_the_server(browser: Browser, address: str) -> None:
    with watched_page(browser, scripts=False) as plain:
        plain.page.goto(address)
        written = rows(plain.page)
        assert len(written) == 100
    with watched_page(browser) as watched:
        watched.page.goto(address)
        assert all_rows(watched.page)[:100] == written


SORTS = ("title", "-duration", "-severity", "service", "items")


@pytest.fixture(scope="module")
def sorted_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with a saved view for each order."""
    views = [{"name": f"by-{sort.lstrip('-')}", "title": sort, "sort": sort} for sort in SORTS]
    documents: dict[str, str | bytes] = {f"{number:03}.md": document(number) for number in range(0, 130, 3)}
    documents["bare.md"] = "---\nid: BARE\n---\n\n# Ähnlich\n"
    options = {"views": views, "fail_on": "never", "fields": FIELDS}
    root = make_project(tmp_path_factory.mktemp("sorted"), documents, theme="mkdocs", options=options)
    with served(build_project(root).site) as site:
        yield f"{site}postmortems/"


@pytest.mark.parametrize("sort", SORTS)
def test_the_script_sorts_as_the_server_does(browser: Browser, sorted_site: str, sort: str) -> None:
    with watched_page(browser, scripts=False) as plain, watched_page(browser) as watched:
        plain.page.goto(f"{sorted_site}views/by-{sort.lstrip('-')}/")
        watched.page.goto(f"{sorted_site}?sort={sort}")
        assert all_ids(watched.page) == ids(plain.page)
        assert len(ids(plain.page)) == 45


def test_a_shared_address_restores_the_state(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(f"{address}?severity=sev1&tier=silver&text=%3Cb%3Epool&sort=-title&page=9")
        assert ids(page) == ["INC-125", "INC-105", "INC-085", "INC-065", "INC-045", "INC-025", "INC-005"]
        assert page.get_by_role("searchbox", name="Filter by title").input_value() == "<b>pool"
        open_facet(page, "Severity")
        assert page.get_by_role("checkbox", name="SEV1 High").is_checked()
        page.reload()
        assert len(ids(page)) == 7


def test_an_address_may_name_what_there_is_not(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(f"{address}?tag=gone&sort=nonsense&page=x")
        expect(page.get_by_role("status")).to_have_text("0 of 131 postmortems")
        page.get_by_role("button", name="Remove the filter Tag: gone").click()
        expect(page.get_by_role("status")).to_have_text("131 of 131 postmortems")
        assert watched.errors == []


def test_the_back_button_takes_changes_back(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        tick(page, "Kind", "Drill")
        tick(page, "Severity", "SEV3 Low")
        page.locator(".pm-table a").first.click()
        page.wait_for_url(re.compile(r"/postmortems/\d+/"))
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("11 of 131 postmortems")
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("44 of 131 postmortems")
        expect(page.locator(".pm-chip")).to_have_count(1)
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("131 of 131 postmortems")
        page.go_forward()
        expect(page.get_by_role("status")).to_have_text("44 of 131 postmortems")


def test_long_lists_have_pages(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        assert len(ids(page)) == 25
        page.get_by_role("button", name="Next page").click()
        assert query(page) == "page=2"
        assert len(ids(page)) == 25
        page.goto(f"{address}?page=5")
        page.get_by_role("button", name="Next page").click()
        assert query(page) == "page=6"
        assert ids(page)[-1] == "INC-2026-014", "undated documents come last"
        assert len(ids(page)) == 6
        assert page.get_by_role("button", name="Next page").is_disabled()
        tick(page, "Kind", "Drill")
        assert query(page) == "kind=drill", "another choice begins on its first page"


def test_all_that_was_found_is_printed_with_the_filters_that_found_it(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(f"{address}?kind=drill")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert len(ids(page)) == 44
        assert page.locator(".pm-chip").is_visible()
        assert not page.locator(".pm-facet-bar").is_visible()
        assert not page.locator(".pm-controls__line").is_visible()
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert len(ids(page)) == 25


def test_a_saved_view_is_the_list_with_its_filters_set(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        page.get_by_role("link", name="Severe", exact=True).click()
        page.wait_for_url("**/views/severe/")
        expect(page.get_by_role("status")).to_have_text("22 of 131 postmortems")
        expect(page.locator(".pm-chip")).to_have_count(3)
        page.get_by_role("button", name="Remove the filter Status: Published").click()
        expect(page.get_by_role("status")).to_have_text("66 of 131 postmortems")
        assert query(page) == "severity=sev0&severity=sev1"
        page.get_by_role("button", name="Clear all").click()
        expect(page.get_by_role("status")).to_have_text("131 of 131 postmortems")
        assert query(page) == "all=1"
        page.go_back()
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("22 of 131 postmortems")
        page.locator(".pm-table a").first.click()
        page.wait_for_url(re.compile(r"/postmortems/\d+/"))


def test_on_a_phone_filters_wait_behind_a_button(browser: Browser, address: str) -> None:
    with watched_page(browser, width=390) as watched:
        page = watched.page
        page.goto(address)
        button = page.get_by_role("button", name="Filter", exact=True)
        name = page.locator(".pm-controls__toggle")
        assert not page.locator(".pm-facet").first.is_visible()
        button.click()
        expect(name).to_have_attribute("aria-expanded", "true")
        tick(page, "Severity", "SEV0 Critical")
        assert name.inner_text() == "Filter 1"
        page.get_by_label("Sort by").select_option("title")
        assert query(page) == "severity=sev0&sort=title"
        assert not page.get_by_role("button", name="Duration", exact=True).is_visible(), (
            "headings cannot be reached unseen"
        )
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert watched.errors == []


@pytest.mark.parametrize("width", [1280, 700])
def test_no_open_facet_stands_out_of_the_page(browser: Browser, address: str, width: int) -> None:
    with watched_page(browser, width=width) as watched:
        page = watched.page
        page.goto(address)
        for summary in page.locator(".pm-facet:not([hidden]) > summary").all():
            summary.click()
            assert page.locator(".pm-facet[open]").count() == 1, "another one closes"
            # The panel finds its place when the browser tells that it has opened.
            page.wait_for_function("width => document.documentElement.scrollWidth === width", arg=width)
            box = page.locator(".pm-facet[open] .pm-facet__panel").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width


def test_without_scripts_nothing_is_dead_and_everything_can_be_reached(browser: Browser, address: str) -> None:
    with watched_page(browser, scripts=False) as watched:
        page = watched.page
        page.goto(address)
        assert page.locator("article .pm-list").locator("input, button, select").count() == 0
        assert page.locator(".pm-count").inner_text() == "The newest 100 of 131 postmortems"
        found: set[str] = set()
        years = page.locator(".pm-tally", has_text="Year").locator("a")
        for link in [str(each.get_attribute("href")) for each in years.all()]:
            page.goto(address + link)
            found |= set(ids(page))
        assert len(found) == 131


def test_the_list_works_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    built = project(tmp_path, config={"plugins": ["search", "offline", plugin_of()]})
    with watched_page(browser) as watched:
        page = watched.page
        page.goto((built.site / "postmortems/index.html").as_uri())
        tick(page, "Severity", "SEV0 Critical")
        expect(page.get_by_role("status")).to_have_text("33 of 131 postmortems")
        assert query(page) == "severity=sev0"
        page.locator(".pm-table a").first.click()
        page.wait_for_url("**/128.html")
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("33 of 131 postmortems")
        # The theme's own search asks for a script elsewhere, which nothing answers here.
        assert [error for error in watched.errors if "ERR_NAME_NOT_RESOLVED" not in error] == []


def plugin_of() -> dict[str, Any]:
    return {"postmortem": {"as_of": "2026-03-10", "views": VIEWS, "fields": FIELDS, "fail_on": "never"}}


def test_the_list_works_with_instant_navigation(browser: Browser, tmp_path: Path) -> None:
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    pages = {"index.md": "# Home\n\n[list](postmortems/index.md?severity=sev0)\n"}
    built = project(tmp_path, theme, pages=pages, config={"site_url": "http://127.0.0.1/"})
    with served(built.site) as root:
        map_of_the_site = built.site / "sitemap.xml"
        map_of_the_site.write_text(map_of_the_site.read_text().replace("http://127.0.0.1/", root))
        with watched_page(browser) as watched:
            page = watched.page
            page.goto(root)
            page.evaluate("window.isTheSamePage = true")
            page.wait_for_function("!!document.querySelector('meta')")
            page.get_by_role("link", name="list", exact=True).click()
            expect(page.get_by_role("status")).to_have_text("33 of 131 postmortems")
            assert page.locator(".pm-controls").count() == 1
            tick(page, "Kind", "Drill")
            expect(page.get_by_role("status")).to_have_text("11 of 131 postmortems")
            page.locator(".pm-table a").first.click()
            page.wait_for_url("**/postmortems/120/")
            page.go_back()
            expect(page.get_by_role("status")).to_have_text("11 of 131 postmortems")
            page.go_back()
            expect(page.get_by_role("status")).to_have_text("33 of 131 postmortems")
            assert page.evaluate("window.isTheSamePage") is True, "the browser loaded no page anew"
            assert page.locator(".pm-controls").count() == 1
            assert watched.errors == []


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_the_list_works_in_other_themes(browser: Browser, tmp_path: Path, theme: str) -> None:
    built = project(tmp_path, theme)
    with served(built.site) as root, watched_page(browser) as watched:
        watched.page.goto(f"{root}postmortems/")
        tick(watched.page, "Severity", "SEV0 Critical")
        expect(watched.page.get_by_role("status")).to_have_text("33 of 131 postmortems")
        assert watched.page.evaluate("document.documentElement.scrollWidth") == 1280


def test_an_old_page_counts_overdue_items_by_the_readers_day(browser: Browser, tmp_path: Path) -> None:
    documents: dict[str, str | bytes] = {
        "a.md": with_items("x / Owner: Dana / Due: 2026-03-20", "y / Owner: Dana / Due: 2026-03-21"),
        "b.md": with_line("id:", "id: B", with_items("[x] z / Owner: Dana / Due: 2026-03-02")),
    }
    options: dict[str, Any] = {"as_of": None, "fail_on": "never"}
    root = make_project(tmp_path, documents, theme="mkdocs", options=options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1773100800")  # 2026-03-10
        built = build_project(root)
    with served(built.site) as site, watched_page(browser, own=True) as watched:
        shown = []
        for day in ("2026-03-09", "2026-03-20", "2026-03-21", "2026-03-22"):
            watched.page.clock.set_fixed_time(f"{day}T12:00:00Z")
            watched.page.goto(f"{site}postmortems/?has=overdue-items")
            note = watched.page.get_by_role("status").inner_text()
            shown.append((note[0], watched.page.locator('[data-pm-figure="overdue"]').inner_text()))
    assert shown == [("0", "0"), ("0", "0"), ("1", "1"), ("1", "2")]


def test_the_numbers_above_a_view_are_those_of_its_rows_on_the_readers_day(browser: Browser, tmp_path: Path) -> None:
    documents: dict[str, str | bytes] = {f"{number}.md": document(number) for number in range(12)}
    views = [{"name": "late", "title": "Late", "where": {"has": "overdue-items"}}]
    options: dict[str, Any] = {"as_of": None, "fail_on": "never", "views": views, "fields": FIELDS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1773964800")  # 2026-03-20
        built = build_project(make_project(tmp_path, documents, theme="mkdocs", options=options))
    with served(built.site) as site, watched_page(browser, own=True) as watched:
        watched.page.clock.set_fixed_time("2036-01-01T12:00:00Z")
        watched.page.goto(f"{site}postmortems/views/late/")
        figures = watched.page.locator(".pm-figures > div").all_inner_texts()
        assert len(ids(watched.page)) == 12
        assert [" ".join(text.split()) for text in figures if "Last" not in text] == [
            "Incidents 8",
            "Drills, near misses, other 4",
            "Open action items 12",
            "Overdue 12",
        ]


def test_a_page_of_a_stated_day_keeps_to_it(browser: Browser, address: str) -> None:
    with watched_page(browser, own=True) as watched:
        watched.page.clock.set_fixed_time("2036-01-01T12:00:00Z")
        watched.page.goto(address)
        assert overdue(watched) == "65", "on 10 March 2026, as the settings say"


def overdue(watched: Watched) -> str:
    return watched.page.locator('[data-pm-figure="overdue"]').inner_text()


def test_names_that_are_markup_stay_text_in_rows_facets_and_chips(browser: Browser, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>\"'&amp;"
    quoted = json.dumps(name)
    text = with_line("services:", f"services: [{quoted}]\ntags: [{quoted}, other]\ntier: {quoted}")
    documents: dict[str, str | bytes] = {
        "a.md": with_line("title:", f"title: {quoted}", text),
        "b.md": with_line("id:", "id: B"),
    }
    options = {"fail_on": "never", "fields": [{"name": "tier", "facet": True, "label": name}]}
    built = build_project(make_project(tmp_path, documents, theme="mkdocs", options=options))
    with served(built.site) as root, watched_page(browser) as watched:
        page = watched.page
        page.goto(f"{root}postmortems/")
        for facet in ("Service", "Tag", name):
            open_facet(page, facet)
            page.locator(".pm-facet[open] .pm-option", has_text=name).get_by_role("checkbox").click()
            page.keyboard.press("Escape")
        assert page.locator(".pm-chip").all_inner_texts() == [
            f"Service: {name} ×",
            f"Tag: {name} ×",
            f"{name}: {name} ×",
        ]
        assert page.locator(".pm-table tbody .pm-cell--title a").all_inner_texts() == [name]
        page.reload()
        expect(page.get_by_role("status")).to_have_text("1 of 2 postmortems")
        assert page.locator("article img, [role=main] img").count() == 0
        assert watched.dialogs == []
