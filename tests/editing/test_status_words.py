"""The words of a status in the language and style of the place where they go."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.editing.status_words import CAPITALS, SIGNS, column_label, dress, language_of, status_word
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.reading.item_fields import leading_state
from mkdocs_postmortem.reading.shipped_words import LANGUAGES
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

WORDS = vocabulary_for(Settings())
WRITTEN = (ItemStatus.OPEN, ItemStatus.DONE, ItemStatus.WONT_DO)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", WRITTEN)
def test_word_that_is_written_is_read_as_its_status(language: str, status: ItemStatus) -> None:
    assert WORDS.status_of(status_word(status, language)) == (status.value, "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("column", ["status", "completed_at", "reason"])
def test_label_that_is_written_is_read_as_its_column(language: str, column: str) -> None:
    assert WORDS.column_of(column_label(column, language)) == column


@pytest.mark.parametrize("status", WRITTEN)
def test_signs_and_capitals_that_are_written_are_read_as_their_status(status: ItemStatus) -> None:
    assert leading_state(f"{SIGNS[status]} Alert", WORDS).status is status
    assert leading_state(f"{CAPITALS[status]}: Alert", WORDS).status is status


@pytest.mark.parametrize(
    ("labels", "status", "language"),
    [
        (["Action", "Owner", "Status"], "Open", "en"),
        (["Maßnahme", "Wer", "Status"], "", "de"),
        (["Action", "Status"], "Offen", "de"),
        (["Maßnahme", "Status"], "🟡 In progress", "en"),
        (["アクション", "担当"], "", "ja"),
        (["Action"], "", "en"),
        ([], "", "en"),
    ],
)
def test_language_is_that_of_the_status_word_and_of_most_labels(labels: list[str], status: str, language: str) -> None:
    assert language_of(labels, status) == language


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Open", "Done 2026-11-22"),
        ("open", "done 2026-11-22"),
        ("TODO", "DONE 2026-11-22"),
        ("**Open**", "**Done 2026-11-22**"),
        ("`open`", "`done 2026-11-22`"),
        ("🟡 In progress", "✅ Done 2026-11-22"),
        ("⏳", "✅ 2026-11-22"),
        ("", "Done 2026-11-22"),
        ("—", "Done 2026-11-22"),
    ],
)
def test_words_take_the_style_of_those_that_stand_there(old: str, new: str) -> None:
    assert dress(old, ItemStatus.DONE, "2026-11-22", "en", WORDS) == new
