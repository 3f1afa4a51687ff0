from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import CATALOGUE, DUELESS_ITEM, OWNERLESS_ITEM, UNKNOWN_SEVERITY, Location
from mkdocs_postmortem.rules.kind_filter import KindFilter, find_kinds

OWNER = OWNERLESS_ITEM.at(Location("a.md"), "x")
DUE = DUELESS_ITEM.at(Location("a.md"), "x")
SEVERITY = UNKNOWN_SEVERITY.at(Location("a.md"), "x")


@pytest.mark.parametrize("reference", ["PM301", "pm301", "ownerless-item", "Ownerless-Item"])
def test_a_code_or_a_name_is_one_kind(reference: str) -> None:
    assert find_kinds(reference) == {OWNERLESS_ITEM}


def test_the_beginning_of_a_code_is_its_family() -> None:
    assert {kind.code[:3] for kind in find_kinds("pm3")} == {"PM3"}
    assert find_kinds("PM") == set(CATALOGUE.values())


@pytest.mark.parametrize("reference", ["", "PM9", "PM3010", "ownerless", "3", "P"])
def test_anything_else_is_none(reference: str) -> None:
    assert find_kinds(reference) == frozenset()


def test_without_a_choice_everything_is_kept() -> None:
    assert KindFilter().keep([OWNER, DUE, SEVERITY]) == (OWNER, DUE, SEVERITY)


def test_select_keeps_its_kinds_and_ignore_takes_away() -> None:
    family = find_kinds("PM3")

    assert KindFilter(select=family).keep([OWNER, SEVERITY, DUE]) == (OWNER, DUE)
    assert KindFilter(ignore=family).keep([OWNER, SEVERITY, DUE]) == (SEVERITY,)
    assert KindFilter(select=family, ignore=find_kinds("PM302")).keep([OWNER, SEVERITY, DUE]) == (OWNER,)
