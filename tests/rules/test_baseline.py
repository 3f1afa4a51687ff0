"""What is known, what is new, and what is gone."""

from __future__ import annotations

from pathlib import Path

from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.problems import DUELESS_ITEM, FOLDER_MISSING, OVERDUE_ITEM, OWNERLESS_ITEM, Location, Problem
from mkdocs_postmortem.rules.baseline import Baseline, Entry, documents_of, make_baseline
from tests.documents import VALID, settings_of, with_line
from tests.projects import fill

IDS = {"a.md": "INC-1", "b.md": "INC-2"}


def dueless(path: str = "a.md", line: int = 34, title: str = "Alert") -> Problem:
    return DUELESS_ITEM.at(Location(path, line), f'action item "{title}" has no due date', "add one")


OLD = make_baseline([dueless()], IDS)


def test_a_known_problem_is_not_new_wherever_it_stands_by_now() -> None:
    compared = OLD.compare([dueless(line=99)], IDS)

    assert (compared.new, compared.known, compared.gone) == ((), (dueless(line=99),), 0)


def test_a_known_problem_that_occurs_once_more_is_new() -> None:
    compared = OLD.compare([dueless(line=34), dueless(line=40)], IDS)

    assert compared.new == (dueless(line=40),)


def test_other_words_another_kind_and_another_file_are_new() -> None:
    ownerless = OWNERLESS_ITEM.at(Location("a.md", 34), dueless().message)
    others = (ownerless, dueless(title="Buy"), dueless("b.md"))

    assert OLD.compare(others, IDS).new == tuple(sorted(others, key=lambda problem: problem.order))


def test_a_known_problem_that_is_mended_is_gone() -> None:
    assert OLD.compare([], IDS).gone == 1


def test_of_two_that_were_known_one_may_be_mended() -> None:
    two = make_baseline([dueless(line=34), dueless(line=40)], IDS)

    assert two.entries == (Entry("a.md", "PM302", dueless().message, "INC-1", 2),)
    assert (two.total, two.compare([dueless()], IDS).gone) == (2, 1)


def test_entries_are_sorted_whatever_the_order_of_the_problems() -> None:
    problems = [dueless("b.md"), dueless("a.md", title="B"), dueless("a.md", title="A")]

    assert make_baseline(problems, IDS) == make_baseline(reversed(problems), IDS)
    assert [entry.path for entry in make_baseline(problems, IDS).entries] == ["a.md", "a.md", "b.md"]


def test_the_days_of_an_overdue_item_may_pass() -> None:
    late = OVERDUE_ITEM.at(Location("a.md", 34), 'action item "Alert" was due 2026-03-31, 1 day ago')
    later = OVERDUE_ITEM.at(Location("a.md", 34), 'action item "Alert" was due 2026-03-31, 230 days ago')

    assert make_baseline([late], IDS).compare([later], IDS).new == ()


def test_an_overdue_item_with_another_date_is_new() -> None:
    late = OVERDUE_ITEM.at(Location("a.md", 34), 'action item "Alert" was due 2026-03-31, 1 day ago')
    other = OVERDUE_ITEM.at(Location("a.md", 34), 'action item "Alert" was due 2026-04-30, 1 day ago')

    assert make_baseline([late], IDS).compare([other], IDS).new == (other,)


def test_a_document_that_was_moved_takes_its_entries_along() -> None:
    compared = OLD.compare([dueless("2025/x.md")], {"2025/x.md": "inc-1", "b.md": "INC-2"})

    assert (compared.new, compared.gone) == ((), 0)


def test_a_document_with_another_id_takes_nothing_over() -> None:
    compared = OLD.compare([dueless("2025/x.md")], {"2025/x.md": "INC-9", "b.md": "INC-2"})

    assert (compared.new, compared.gone) == ((dueless("2025/x.md"),), 1)


def test_a_copy_beside_the_old_document_is_new() -> None:
    assert OLD.compare([dueless("copy.md")], {**IDS, "copy.md": "INC-1"}).new == (dueless("copy.md"),)


def test_an_id_that_two_new_documents_have_tells_nothing() -> None:
    assert len(OLD.compare([dueless("x.md"), dueless("y.md")], {"x.md": "INC-1", "y.md": "INC-1"}).new) == 2


def test_problems_of_settings_and_folder_are_never_known() -> None:
    missing = FOLDER_MISSING.at(Location("postmortems"), "the folder of postmortems does not exist")
    by_hand = Baseline((Entry("postmortems", "PM802", missing.message),))

    assert make_baseline([missing], {}) == Baseline()
    assert by_hand.compare([missing], {}).new == (missing,)


def test_ids_are_those_of_the_documents_and_a_file_that_is_none_has_none(tmp_path: Path) -> None:
    root = fill(
        tmp_path, {"postmortems/a.md": VALID, "postmortems/b.md": with_line("id:", "x-a: 1"), "postmortems/c?.md": ""}
    )

    assert documents_of(load_library(root, settings_of())) == {
        "postmortems/a.md": "INC-2026-014",
        "postmortems/b.md": "b",
        "postmortems/c?.md": "",
    }
