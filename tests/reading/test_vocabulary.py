"""The vocabulary with the settings' own spellings."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.reading.shipped_words import shipped_spellings
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.settings import Settings, VocabularyWords
from tests.documents import postmortem_of, report, settings_of, with_section

NOT_EXTENDED = {"advice", "reserved", "blog_keys"}


def words_with(**parts: Any) -> Vocabulary:
    """Return the vocabulary with these spellings of a user's."""
    return vocabulary_for(settings_of(vocabulary=parts))


def test_every_part_may_be_extended_but_what_belongs_to_keys_of_other_tools() -> None:
    assert set(VocabularyWords.model_fields) == set(shipped_spellings()) - NOT_EXTENDED


def test_a_part_of_names_is_a_mapping_and_a_part_of_words_a_list() -> None:
    empty = VocabularyWords().model_dump()

    assert [
        part for part in empty if isinstance(empty[part], dict) is not isinstance(shipped_spellings()[part], dict)
    ] == []


def test_own_spellings_are_understood_beside_the_shipped_ones() -> None:
    words = words_with(
        fields={"started_at": ["Inizio"]},
        sections={"timeline": ["Cronologia"], "lessons": ["Lezioni"]},
        columns={"owners": ["Incaricato"]},
        timeline_columns={"event": ["Fatto"]},
        statuses={"done": ["Fatto"]},
        degrees={"high": ["Alta priorità"]},
        item_kinds={"prevent": ["evitare"]},
        months={"1": ["gennaio"]},
    )

    assert (words.field_of("Inizio"), words.field_of("Start")) == ("started_at", "started_at")
    assert (words.section_of("2. Lezioni"), words.section_of("Lessons")) == ("lessons", "lessons")
    assert words.column_of("Incaricato") == "owners"
    assert words.timeline_columns["fatto"] == "event"
    assert words.status_of("Fatto: ieri") == ("done", "ieri")
    assert words.degree_of("alta priorità") == "high"
    assert words.kind_of("Evitare il ripetersi") == "prevent"
    assert words.month_of("Gennaio") == 1


def test_own_words_of_lists_are_understood_too() -> None:
    words = words_with(
        weak_action_headings=["Idee"],
        vague_action_headings=["Poi"],
        no_items=["Nessuna"],
        nothing=["Da definire"],
        approximate=["verso le"],
        next_day=["il giorno dopo"],
        title_prefixes=["Rapporto"],
        slots=["nome"],
        boilerplate=["Scrivi qui i fatti"],
    )

    assert words.is_weak_heading("Idee")
    assert words.is_vague_heading("Poi")
    assert words.says_no_items("Nessuna.")
    assert words.is_nothing("da definire")
    assert words.is_slot("Nome")
    assert words.is_boilerplate("Scrivi qui i fatti, in ordine")
    assert words.approximate[-1] == "verso le"
    assert words.next_day[-1] == "il giorno dopo"
    assert words.title_prefixes[-1] == "Rapporto"


@pytest.mark.parametrize(
    ("parts", "asked", "meaning"),
    [
        ({"fields": {"mitigated_at": ["Behoben"]}}, lambda words: words.field_of("Behoben am"), "resolved_at"),
        ({"fields": {"mitigated_at": ["Behoben"]}}, lambda words: words.field_of("Behoben"), "mitigated_at"),
        ({"columns": {"verification": ["What"]}}, lambda words: words.column_of("What"), "verification"),
        ({"statuses": {"in-progress": ["Pending"]}}, lambda words: words.status_of("pending")[0], "in-progress"),
        ({"item_kinds": {"process": ["runbook"]}}, lambda words: words.kind_of("Runbook"), "process"),
        ({"degrees": {"medium": ["Elevated", "élevée"]}}, lambda words: words.degree_of("Élevée"), "medium"),
        ({"sections": {"cause": ["Details"]}}, lambda words: words.section_of("Details"), "cause"),
    ],
)  # fmt: skip
def test_an_own_spelling_wins_over_a_shipped_one(parts: dict[str, Any], asked: Any, meaning: str | None) -> None:
    assert asked(words_with(**parts)) == meaning


def test_a_heading_named_for_the_action_items_holds_items_without_further_signs() -> None:
    text = with_section("Action items", "None.").replace("## Action items", "## Recommendations")
    text = text.replace("None.", "- Widen the pool")

    assert postmortem_of(text).action_items == ()
    found = postmortem_of(text, vocabulary={"sections": {"action-items": ["Recommendations"]}})
    assert [item.title for item in found.action_items] == ["Widen the pool"]


def test_headings_are_the_short_form_of_sections() -> None:
    both = settings_of(headings={"lessons": ["Was bleibt"]}, vocabulary={"sections": {"lessons": ["Fazit"]}})

    assert vocabulary_for(both).section_of("Was bleibt") == "lessons"
    assert vocabulary_for(both).section_of("Fazit") == "lessons"


def test_a_document_in_a_language_of_ones_own_is_read() -> None:
    table = "| Azione | Incaricato | Entro | Stato |\n|---|---|---|---|\n| Allarme | Dana | 31 gennaio 2026 | Fatto |"
    text = with_section("Action items", table).replace("## Action items", "## Azioni")
    vocabulary = {
        "sections": {"action-items": ["Azioni"]},
        "columns": {"title": ["Azione"], "owners": ["Incaricato"], "due": ["Entro"], "status": ["Stato"]},
        "statuses": {"done": ["Fatto"]},
        "months": {1: ["gennaio"]},
    }

    (item,) = postmortem_of(text, vocabulary=vocabulary).action_items
    assert (item.owners, str(item.due), item.status.value) == (("Dana",), "2026-01-31", "done")
    assert report(text, vocabulary=vocabulary) == ["36:3 PM315"]  # It was due before the incident.


def test_the_vocabulary_is_built_once() -> None:
    own = {"vocabulary": {"nothing": ["x"]}}

    assert vocabulary_for(Settings()) is vocabulary_for(settings_of(title="Other"))
    assert vocabulary_for(settings_of(own)) is vocabulary_for(settings_of(own))


def test_the_shipped_words_are_not_changed_by_a_users() -> None:
    words_with(nothing=["Da definire"], statuses={"in-progress": ["Pending"]})

    assert not vocabulary_for(Settings()).is_nothing("Da definire")
    assert vocabulary_for(Settings()).status_of("pending") == ("open", "")
