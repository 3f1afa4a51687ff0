"""The action item board as a reader uses it: by mouse, by keyboard, by a shared address, on a phone, from a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.lists import all_rows, ids, open_facet, query, rows, tick, turn
from tests.browser.serving import served, watched_page
from tests.documents import VALID, with_items, with_line
from tests.sites import Built, build_project, make_project

pytestmark = pytest.mark.browser

OPTIONS: dict[str, Any] = {
    "as_of": "2026-03-10",
    "fail_on": "never",
    "show_problems": "never",
    "owners": [{"name": "Core", "kind": "team"}, "Zoe"],
    "trackers": [{"prefix": "PAY-", "url": "https://jira.example.com/browse/{key}"}],
}
OPEN, CLOSED = 120, 60


def document(number: int) -> str:
    """Return one of 60 documents: two open items and a closed one; every fifth open item has no owner."""
    day = date(2026, 3, 1) - timedelta(days=number * 9)
    text = VALID.replace("INC-2026-014", f"INC-{number:03}").replace("2026-03-01T", f"{day}T")
    text = with_line("severity:", f"severity: sev{number % 4}", text)
    text = with_line("services:", f"services: [service-{number % 6}]", text)
    owner = "" if number % 5 == 0 else f" / Owner: {('Dana', 'Kim', 'Core')[number % 3]}"
    return with_items(
        f"Raise limit {number:03} of Größe{owner} / Due: {day + timedelta(days=30)} / Priority: P{number % 4} / "
        f"Kind: {('prevent', 'detect')[number % 2]} / Tracker: PAY-{number}",
        f"Look {number:03} at `<b>` / Owner: Dana / Team: Core / "
        + ("Due: next sprint / Status: In progress" if number % 2 else "Status: Open"),
        f"[x] Done {number:03} / Owner: Kim / Completed: {day + timedelta(days=number % 7)}",
        text=text,
    )


def project(root: Path, theme: dict[str, Any] | str = "", **further: Any) -> Built:
    """Build a site of 60 documents."""
    documents: dict[str, str | bytes] = {f"{number:03}.md": document(number) for number in range(60)}
    material = theme or {"name": "material", "font": False}
    built = build_project(make_project(root, documents, theme=material, options=OPTIONS, **further))
    assert built.status == 0, built.failure
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return project(tmp_path_factory.mktemp("board"))


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    with served(built.site) as site:
        yield f"{site}postmortems/action-items/"


def titles(page: Page) -> list[str]:
    """Return the titles of the rows that the page shows."""
    cells = page.locator(".pm-table--items .pm-cell--title").all_inner_texts()
    return [re.split(r"\n| PAY-", text)[0].strip() for text in cells]


def counts(page: Page) -> dict[str, str]:
    """Return the values of the open facet, with their numbers."""
    page.locator(".pm-facet[open] .pm-option").first.wait_for()
    options = page.locator(".pm-facet[open] .pm-option")
    numbers = options.locator(".pm-option__number").all_inner_texts()
    return dict(zip(options.locator(".pm-option__label").all_inner_texts(), numbers, strict=True))


def test_values_of_one_facet_add_up_and_facets_narrow_down(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        status = page.get_by_role("status")
        expect(status).to_have_text(f"{OPEN} of {OPEN} action items")
        tick(page, "Deadline", "Overdue")
        expect(status).to_have_text("57 of 120 action items")
        tick(page, "Deadline", "Due within 7 days")
        expect(status).to_have_text("58 of 120 action items")
        tick(page, "Owner", "Kim")
        expect(status).to_have_text("15 of 120 action items")
        tick(page, "Priority", "P0")
        expect(status).to_have_text("4 of 120 action items")
        assert query(page) == "deadline=overdue&deadline=due-soon&owner=Kim&priority=P0"
        assert titles(page) == [f"Raise limit {number:03} of Größe" for number in (52, 28, 16, 4)]
        assert watched.errors == []


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        ("Deadline", {"Overdue": "57", "Due within 7 days": "1", "Due later": "2"}),
        ("Owner", {"Dana": "76", "Kim": "16"}),
        ("Team", {"Core": "76"}),
        ("Priority", {"P0": "15", "P1": "15", "P2": "15", "P3": "15"}),
        ("Kind", {"prevent": "30", "detect": "30"}),
        ("Status", {"Open": "90", "In progress": "30"}),
        ("Missing", {"Owner": "12", "Due date": "60", "Tracker": "60"}),
    ],
)
def test_each_value_says_how_many_it_would_find(
    browser: Browser, address: str, facet: str, values: dict[str, str]
) -> None:
    with watched_page(browser) as watched:
        watched.page.goto(address)
        open_facet(watched.page, facet)
        assert counts(watched.page) == values
        assert watched.errors == []


def test_ages_severities_and_services_are_those_of_the_incidents(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        open_facet(page, "Age")
        found = counts(page)
        assert list(found) == [
            "0 to 29 days",
            "30 to 89 days",
            "90 to 179 days",
            "180 to 364 days",
            "365 days and more",
        ]
        assert sum(map(int, found.values())) == OPEN
        assert found["0 to 29 days"] == "6", "the incidents of 1 March, 20 and 11 February"
        page.keyboard.press("Escape")
        tick(page, "Severity", "SEV1 High")
        expect(page.get_by_role("status")).to_have_text("30 of 120 action items")
        open_facet(page, "Service")
        assert counts(page) == {"service-1": "10", "service-3": "10", "service-5": "10"} | {
            f"service-{number}": "0" for number in (0, 2, 4)
        }


def test_text_is_found_in_title_incident_and_tracker(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        field = page.get_by_role("searchbox", name="Filter by title, incident or tracker")
        for text, found in (
            ("inc-007", 2),
            ("GROSSE", 0),
            ("größe", 60),
            ("pay-59", 1),
            ("look <b>", 60),
            ("xyzzy", 0),
        ):
            field.fill(text)
            expect(page.get_by_role("status")).to_have_text(f"{found} of 120 action items")
        expect(page.locator(".pm-list .pm-empty")).to_have_text("No action item fits.")
        assert query(page) == "text=xyzzy"


def test_everything_can_be_done_by_keyboard(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page, keys = watched.page, watched.page.keyboard
        page.goto(address)
        page.get_by_role("searchbox", name="Filter by title").focus()
        keys.type("raise")
        keys.press("Tab")
        expect(page.locator(".pm-facet > summary", has_text="Deadline")).to_be_focused()
        keys.press("Enter")
        keys.press("Tab")
        keys.press("Space")
        expect(page.get_by_role("status")).to_have_text("57 of 120 action items")
        keys.press("Escape")
        expect(page.locator(".pm-facet > summary", has_text="Deadline")).to_be_focused()
        while page.evaluate("!document.activeElement.matches('.pm-sort')"):
            keys.press("Tab")
        keys.press("Enter")
        assert query(page) == "deadline=overdue&text=raise&sort=title"
        assert titles(page)[0] == "Raise limit 003 of Größe"
        assert watched.errors == []


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Action item", "title", "-title"),
        ("Due", "-due", "due"),
        ("Status", "status", "-status"),
        ("Owner", "owner", "-owner"),
        ("Priority", "priority", "-priority"),
        ("Incident", "-incident", "incident"),
    ],
)
def test_every_column_sorts_both_ways(browser: Browser, address: str, heading: str, first: str, second: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        column = page.get_by_role("columnheader", name=heading, exact=True)
        for sort in (first, second):
            page.get_by_role("button", name=heading, exact=True).click()
            assert query(page) in (f"sort={sort}", "")
            expect(column).to_have_attribute("aria-sort", "descending" if sort.startswith("-") else "ascending")
        assert page.locator("th[aria-sort]").count() == 1


def test_what_is_owned_by_a_team_alone_sorts_by_its_name(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        watched.page.goto(f"{address}?sort=owner&text=raise")
        owners = watched.page.locator(".pm-cell--owner").all_inner_texts()
        while turn(watched.page):
            owners += watched.page.locator(".pm-cell--owner").all_inner_texts()
        assert list(dict.fromkeys(owners)) == ["Core", "Dana", "Kim", "not stated"]


@pytest.mark.parametrize("name", ["", "closed/"])
def test_rows_of_the_script_are_those_of_the_server(browser: Browser, address: str, name: str) -> None:
    with watched_page(browser, scripts=False) as plain:
        plain.page.goto(address + name)
        written = rows(plain.page)
        assert len(written) == (CLOSED if name else 100)
    with watched_page(browser) as watched:
        watched.page.goto(address + name)
        assert all_rows(watched.page)[: len(written)] == written


def test_a_shared_address_restores_the_state_and_the_back_button_takes_changes_back(
    browser: Browser, address: str
) -> None:
    with watched_page(browser) as watched:
        page, status = watched.page, watched.page.get_by_role("status")
        page.goto(f"{address}?missing=owner&severity=sev1&sort=-title")
        expect(status).to_have_text("3 of 120 action items")
        assert titles(page) == [f"Raise limit {number:03} of Größe" for number in (45, 25, 5)]
        page.get_by_role("button", name="Remove the filter Severity: SEV1 High").click()
        expect(status).to_have_text("12 of 120 action items")
        page.locator(".pm-cell--incident a").first.click()
        page.wait_for_url(re.compile(r"/postmortems/\d+/#pm-action-items"))
        page.go_back()
        expect(status).to_have_text("12 of 120 action items")
        page.go_back()
        expect(status).to_have_text("3 of 120 action items")
        assert watched.errors == []


def test_owners_and_tickets_are_links(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(f"{address}?text=raise&owner=Kim&sort=-due")
        assert page.locator(".pm-tracker a").first.get_attribute("href") == "https://jira.example.com/browse/PAY-1"
        page.locator(".pm-cell--owner a").first.click()
        page.wait_for_url("**/owners/kim/")
        assert page.locator("article h1").inner_text() == "Owner: Kim"
        assert page.locator(".pm-figures dd").all_inner_texts()[2:] == ["16", "15", "60"], "open, overdue and closed"
        assert page.locator("#pm-open + .pm-scroll tbody tr").count() == 16
        page.get_by_role("link", name="All action items").click()
        page.wait_for_url("**/action-items/")


def test_owners_on_the_page_of_an_incident_lead_to_their_pages(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address.replace("action-items/", "001/"))
        page.locator(".pm-more--items > summary").click()
        page.locator(".pm-more--items .pm-cell--owner a", has_text="Core").first.click()
        page.wait_for_url("**/teams/core/")


def test_closed_items_can_be_filtered_too(browser: Browser, address: str) -> None:
    with watched_page(browser) as watched:
        page = watched.page
        page.goto(address)
        page.get_by_role("link", name="Closed action items", exact=True).click()
        page.wait_for_url("**/action-items/closed/")
        expect(page.get_by_role("status")).to_have_text("60 of 60 action items")
        tick(page, "Year", "2025")
        expect(page.get_by_role("status")).to_have_text("41 of 60 action items")
        assert query(page) == "year=2025"
        page.get_by_role("button", name="Closed", exact=True).click()
        days = page.locator(".pm-cell--closed").all_inner_texts()
        assert days == sorted(days)
        assert watched.errors == []


@pytest.mark.parametrize("name", ["", "closed/"])
def test_on_a_phone_nothing_stands_out_of_the_page(browser: Browser, address: str, name: str) -> None:
    with watched_page(browser, width=390) as watched:
        page = watched.page
        page.goto(address + name)
        page.locator(".pm-controls__toggle").click()
        tick(page, "Severity", "SEV0 Critical")
        page.get_by_label("Sort by").select_option("title")
        assert query(page) == "severity=sev0&sort=title"
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert watched.errors == []


def test_without_scripts_nothing_is_dead_and_every_item_can_be_reached(browser: Browser, address: str) -> None:
    with watched_page(browser, scripts=False) as watched:
        page = watched.page
        page.goto(address)
        assert page.locator("article .pm-list").locator("input, button, select").count() == 0
        assert page.locator(".pm-count").inner_text() == "The 100 most urgent of 120"
        assert "as of 2026-03-10" in page.locator("article").inner_text()
        found: set[str] = set(titles(page))
        tallies = page.locator(".pm-tally", has_text="Team").locator("a")
        for link in [str(each.get_attribute("href")) for each in tallies.all()]:
            page.goto(address + link)
            found |= {title for title in titles(page) if not title.startswith("Done")}
        assert len(found) == OPEN


def test_the_board_works_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    built = project(tmp_path, config={"plugins": ["search", "offline", {"postmortem": OPTIONS}]})
    with watched_page(browser) as watched:
        page = watched.page
        page.goto((built.site / "postmortems/action-items.html").as_uri())
        tick(page, "Deadline", "Overdue")
        expect(page.get_by_role("status")).to_have_text("57 of 120 action items")
        page.locator(".pm-cell--incident a").first.click()
        page.wait_for_url(re.compile(r"/\d+\.html#pm-action-items"))
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("57 of 120 action items")
        assert [error for error in watched.errors if "ERR_NAME_NOT_RESOLVED" not in error] == []


def test_the_board_works_with_instant_navigation(browser: Browser, tmp_path: Path) -> None:
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    pages = {"index.md": "# Home\n\n[board](postmortems/action-items.md?priority=P0)\n"}
    built = project(tmp_path, theme, pages=pages, config={"site_url": "http://127.0.0.1/"})
    with served(built.site) as root:
        map_of_the_site = built.site / "sitemap.xml"
        map_of_the_site.write_text(map_of_the_site.read_text().replace("http://127.0.0.1/", root))
        with watched_page(browser) as watched:
            page, status = watched.page, watched.page.get_by_role("status")
            page.goto(root)
            page.evaluate("window.isTheSamePage = true")
            page.wait_for_function("!!document.querySelector('meta')")
            page.get_by_role("link", name="board", exact=True).click()
            expect(status).to_have_text("15 of 120 action items")
            page.get_by_role("link", name="Closed action items", exact=True).click()
            expect(status).to_have_text("60 of 60 action items")
            page.go_back()
            expect(status).to_have_text("15 of 120 action items")
            assert page.evaluate("window.isTheSamePage") is True, "the browser loaded no page anew"
            assert page.locator(".pm-controls").count() == 1
            assert watched.errors == []


def test_an_old_board_counts_by_the_readers_day(browser: Browser, tmp_path: Path) -> None:
    items = with_items("x / Owner: Dana / Due: 2026-03-20", "y / Owner: Dana / Due: 2026-03-25", "z / Owner: Dana")
    options: dict[str, Any] = {"as_of": None, "fail_on": "never"}
    root = make_project(tmp_path, {"a.md": items}, theme="mkdocs", options=options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1773100800")  # 2026-03-10
        built = build_project(root)
    shown = []
    with served(built.site) as site, watched_page(browser, own=True) as watched:
        page = watched.page
        for day in ("2026-03-09", "2026-03-19", "2026-03-21", "2026-03-26"):
            page.clock.set_fixed_time(f"{day}T12:00:00Z")
            page.goto(f"{site}postmortems/action-items/")
            figures = [
                page.locator(f'[data-pm-figure="deadline={name}"]').inner_text() for name in ("overdue", "due-soon")
            ]
            late = page.locator(".pm-row--late").count()
            age = re.search(r"\d+ d old", page.locator(".pm-cell--incident").first.inner_text())
            shown.append((page.locator("[data-pm-today]").inner_text(), *figures, late, age and age[0]))
    assert shown == [
        ("2026-03-10", "0", "0", 0, "9 d old"),
        ("2026-03-19", "0", "2", 0, "18 d old"),
        ("2026-03-21", "1", "1", 1, "20 d old"),
        ("2026-03-26", "2", "0", 2, "25 d old"),
    ]


def test_an_item_that_is_markup_stays_text(browser: Browser, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>"
    text = with_items(f"`{name}` / Owner: {name} / Tracker: {name}", "b / Owner: Kim")
    built = build_project(make_project(tmp_path, {"a.md": text}, theme="mkdocs", options={"fail_on": "never"}))
    with served(built.site) as root, watched_page(browser) as watched:
        watched.page.goto(f"{root}postmortems/action-items/?text=onerror")
        expect(watched.page.get_by_role("status")).to_have_text("1 of 2 action items")
        assert name in watched.page.locator(".pm-cell--title").inner_text()
        assert watched.page.locator("[role=main] img").count() == 0
        assert ids(watched.page) == []
        assert watched.dialogs == []
