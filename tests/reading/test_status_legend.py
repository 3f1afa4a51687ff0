"""Legends: lines that say what a document's signs mean."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.reading.status_legend import find_legend
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.reading.test_action_items import items

WORDS = vocabulary_for(Settings())


@pytest.mark.parametrize(
    "line", ["Legend: 🟢 done, ⚫ dropped", "🟢 = done | ⚫ = dropped", "_🟢: done; ⚫: dropped._"]
)
def test_legend_gives_the_words_of_each_sign(line: str) -> None:
    assert find_legend([line], WORDS) == {"🟢": "done", "⚫": "dropped"}


@pytest.mark.parametrize(
    "line", ["🟢 done", "🟢 looks good, ⚫ looks bad", "Done, dropped", "| 🟢 done | ⚫ dropped |"]
)
def test_line_that_explains_no_two_signs_is_no_legend(line: str) -> None:
    assert find_legend([line], WORDS) == {}


def test_sign_means_what_the_legend_says() -> None:
    found = items("🔴 in progress, ⚫ dropped\n\n| Item | Status |\n|---|---|\n| One | 🔴 |\n| Two | ⚫ |")
    assert [i.status for i in found] == [ItemStatus.IN_PROGRESS, ItemStatus.WONT_DO]
