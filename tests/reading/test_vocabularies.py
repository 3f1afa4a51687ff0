"""The words of every language: that the files hold together, and that documents in each language are understood."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.model.action_item import STATUS_WORDS
from mkdocs_postmortem.reading.shipped_words import LANGUAGES
from mkdocs_postmortem.reading.vocabulary import Vocabulary, vocabulary_for
from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain
from mkdocs_postmortem.settings import Settings, squash

WORDS = vocabulary_for(Settings())
FOREIGN = tuple(language for language in LANGUAGES if language != "en")
ENGLISH_ONLY = {"advice", "reserved", "boilerplate"}
ALWAYS_NAMED = ("sections", "statuses", "review_states", "degrees")
AS_WRITTEN = {"title_prefixes", "approximate", "next_day"}
"""Parts that are searched for in a text, apostrophes and all, where the others are looked up by letters and digits."""


def composed(language: str) -> tuple[dict[str, Any], list[str]]:
    name = f"vocabularies/{language}.yaml"
    text = resources.files("mkdocs_postmortem.reading").joinpath(name).read_text(encoding="utf-8")
    root, problems = compose_front_matter(text, name, 1)
    words: dict[str, Any] = plain(root) if root else {}
    return words, [str(problem) for problem in problems]


def claims(language: str) -> Iterator[tuple[str, str, str]]:
    """Yield part, spelling as compared, and what it means there."""
    for part, entries in composed(language)[0].items():
        if part in ENGLISH_ONLY:
            continue
        named = entries.items() if isinstance(entries, dict) else [("", entries)]
        for name, spellings in named:
            for spelling in spellings:
                yield part, spelling if part in AS_WRITTEN else squash(spelling) or spelling, name


ENGLISH: dict[str, Any] = composed("en")[0]
ENGLISH_WORDS = Vocabulary(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_file_composes_without_problems(language: str) -> None:
    words, problems = composed(language)
    assert problems == []
    assert words


@pytest.mark.parametrize("language", FOREIGN)
def test_language_names_only_what_english_names(language: str) -> None:
    words, _ = composed(language)
    assert words.keys() <= ENGLISH.keys() - ENGLISH_ONLY
    assert [
        (part, name)
        for part, entries in words.items()
        if isinstance(entries, dict)
        for name in entries
        if name not in ENGLISH[part]
    ] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_every_section_status_and_degree_has_words_in_the_language(language: str) -> None:
    words, _ = composed(language)
    assert [list(words[part]) for part in ALWAYS_NAMED] == [list(ENGLISH[part]) for part in ALWAYS_NAMED]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spelling_is_text(language: str) -> None:
    assert [claim for claim in claims(language) if not isinstance(claim[1], str) or not claim[1].strip()] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_no_spelling_stands_twice_in_one_part_of_a_file(language: str) -> None:
    spellings = [(part, spelling) for part, spelling, _ in claims(language)]
    assert sorted({claim for claim in spellings if spellings.count(claim) > 1}) == []


def test_no_two_languages_mean_different_things_by_one_spelling() -> None:
    meant: dict[tuple[str, str], dict[str, str]] = {}
    for language in FOREIGN:
        for part, spelling, name in claims(language):
            meant.setdefault((part, spelling), {})[language] = name
    assert {claim: names for claim, names in meant.items() if len(set(names.values())) > 1} == {}


@pytest.mark.parametrize(
    "part", ["fields", "sections", "columns", "timeline_columns", "months", "degrees", "review_states"]
)
def test_no_other_language_shadows_an_english_spelling(part: str) -> None:
    english, loaded = getattr(ENGLISH_WORDS, part), getattr(WORDS, part)
    assert {spelling: loaded[spelling] for spelling in english if loaded[spelling] != english[spelling]} == {}


@pytest.mark.parametrize("status", list(ENGLISH["statuses"]))
def test_no_other_language_shadows_an_english_status(status: str) -> None:
    assert {WORDS.status_of(word) for word in ENGLISH["statuses"][status]} == {(status, "")}


@pytest.mark.parametrize("language", FOREIGN)
def test_weak_headings_are_no_sections(language: str) -> None:
    assert [phrase for phrase in composed(language)[0]["weak_action_headings"] if WORDS.section_of(phrase)] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_status_is_read_whole(language: str) -> None:
    stated = {word: name for name, words in composed(language)[0]["statuses"].items() for word in words}
    assert {word: WORDS.status_of(word) for word in stated} == {word: (name, "") for word, name in stated.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Data",
        "data",
        "Was",
        "Art",
        "Stand",
        "Final",
        "Chance",
        "Correction",
        "Resume",
        "Todos",
        "Handling",
        "DAG",
    ],
)
def test_word_that_means_something_else_in_another_language_is_not_claimed(text: str) -> None:
    parts = (WORDS.fields, WORDS.sections, WORDS.columns, WORDS.timeline_columns)
    assert [part[squash(text)] for part in parts if squash(text) in part] == []


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Zusammenfassung", "summary"),
        ("2. Auswirkungen auf Kunden", "impact"),
        ("Zeitlicher Ablauf (UTC)", "timeline"),
        ("Ursache & Auslöser", "cause"),
        ("Erkennung und Reaktion", "detection-response"),
        ("Was lief gut?", "went-well"),
        ("Wo wir Glück hatten", "lucky"),
        ("MASSNAHMEN", "action-items"),
        ("Résumé", "summary"),
        ("Vue d’ensemble", "summary"),
        ("Chronologie des évènements", "timeline"),
        ("Causes racines", "cause"),
        ("Ce qui s’est mal passé", "went-poorly"),
        ("Plan d'action", "action-items"),
        ("Leçons tirées", "lessons"),
        ("Resumen ejecutivo", "summary"),
        ("Línea de tiempo", "timeline"),
        ("Causa raíz", "cause"),
        ("¿Qué salió bien?", "went-well"),
        ("Próximos pasos", "action-items"),
        ("Lecciones aprendidas", "lessons"),
        ("Resumo", "summary"),
        ("Linha do tempo", "timeline"),
        ("Causa-raiz", "cause"),
        ("O que deu errado", "went-poorly"),
        ("Itens de ação", "action-items"),
        ("Onde tivemos sorte", "lucky"),
        ("Sammendrag", "summary"),
        ("Tidslinje (kl.)", "timeline"),
        ("Rotårsaker", "cause"),
        ("Påvisning", "detection"),
        ("Hva gikk dårlig?", "went-poorly"),
        ("Hvor hadde vi flaks", "lucky"),
        ("Aksjonspunkter", "action-items"),
        ("サマリー", "summary"),
        ("影響", "impact"),
        ("タイムライン（JST）", "timeline"),
        ("根本原因分析", "cause"),
        ("うまくいったこと", "went-well"),
        ("運が良かったこと", "lucky"),
        ("再発防止策", "action-items"),
        ("教訓", "lessons"),
        ("概述", "summary"),
        ("影响范围", "impact"),
        ("3. 时间线", "timeline"),
        ("根因分析", "cause"),
        ("做得不好的地方", "went-poorly"),
        ("改进措施", "action-items"),
        ("经验教训", "lessons"),
    ],
)
def test_heading_of_a_language_names_its_section(heading: str, section: str) -> None:
    assert WORDS.section_of(heading) == section


@pytest.mark.parametrize(
    "heading", ["Vorbeugung", "Prévention", "Prevención", "Prevenção", "Forebygging", "予防", "预防"]
)
def test_prevention_holds_items_only_where_they_say_so(heading: str) -> None:
    assert (WORDS.is_weak_heading(heading), WORDS.section_of(heading)) == (True, None)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Maßnahme", "title"),
        ("Verantwortlich", "owners"),
        ("Fällig bis", "due"),
        ("Priorität", "priority"),
        ("Échéance", "due"),
        ("Responsable", "owners"),
        ("Statut", "status"),
        ("Acción", "title"),
        ("Fecha límite", "due"),
        ("Estado", "status"),
        ("Ação", "title"),
        ("Responsável", "owners"),
        ("Prazo", "due"),
        ("Aksjon", "title"),
        ("**Eier**", "owners"),
        ("Frist", "due"),
        ("Referanse", "tracker"),
        ("アクション", "title"),
        ("担当", "owners"),
        ("期限", "due"),
        ("状態", "status"),
        ("カテゴリ", "kind"),
        ("行动项", "title"),
        ("负责人", "owners"),
        ("截止日期", "due"),
        ("优先级", "priority"),
    ],
)
def test_column_of_a_language_names_its_field(heading: str, column: str) -> None:
    assert WORDS.column_of(heading) == column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Uhrzeit", "time"),
        ("Ereignis", "event"),
        ("Heure", "time"),
        ("Événement", "event"),
        ("Date et heure", "time"),
        ("Fecha", "date"),
        ("Hora", "time"),
        ("Resultado", "result"),
        ("Data/hora", "time"),
        ("O que aconteceu", "event"),
        ("Klokkeslett", "time"),
        ("Hendelse", "event"),
        ("時刻", "time"),
        ("イベント", "event"),
        ("担当者", "actor"),
        ("时间", "time"),
        ("事件", "event"),
    ],
)
def test_timeline_column_of_a_language_is_understood(heading: str, column: str) -> None:
    assert WORDS.timeline_columns[squash(heading)] == column


@pytest.mark.parametrize(
    ("text", "status", "rest"),
    [
        ("Erledigt", "done", ""),
        ("In Arbeit", "in-progress", ""),
        ("nicht begonnen", "open", ""),
        ("Zurückgestellt", "wont-do", ""),
        ("Terminée (#12)", "done", "#12"),
        ("À faire", "open", ""),
        ("En cours", "in-progress", ""),
        ("Annulé", "wont-do", ""),
        ("Hecho", "done", ""),
        ("Pendiente", "open", ""),
        ("En progreso", "in-progress", ""),
        ("Concluído 2026-03-01", "done", "2026-03-01"),
        ("Em andamento", "in-progress", ""),
        ("Não iniciado", "open", ""),
        ("Fullført", "done", ""),
        ("Pågår", "in-progress", ""),
        ("Ikke startet", "open", ""),
        ("完了 (2026-05-07)", "done", "2026-05-07"),
        ("完了予定", "open", ""),
        ("対応中", "in-progress", ""),
        ("未着手", "open", ""),
        ("保留", "wont-do", ""),
        ("已完成", "done", ""),
        ("进行中", "in-progress", ""),
        ("未完成", "open", ""),
    ],
)
def test_status_of_a_language_is_understood(text: str, status: str, rest: str) -> None:
    assert WORDS.status_of(text) == (status, rest)


@pytest.mark.parametrize(
    "text", ["Fertigung prüfen", "Faites un test", "Listones", "Gjorten", "解決策を決める", "重复消费", "Neu starten"]
)
def test_word_that_only_begins_like_a_status_is_none(text: str) -> None:
    assert WORDS.status_of(text) is None


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Schweregrad", "severity"),
        ("Datum", "started_at"),
        ("Behoben am", "resolved_at"),
        ("Ausloeser", "trigger"),
        ("betroffene_dienste", "services"),
        ("Gravité", "severity"),
        ("Date de début", "started_at"),
        ("Services impactés", "services"),
        ("Durée", "duration"),
        ("Severidad", "severity"),
        ("Fecha", "started_at"),
        ("Resuelto", "resolved_at"),
        ("Duración", "duration"),
        ("Gravidade", "severity"),
        ("Início", "started_at"),
        ("Serviços afetados", "services"),
        ("Perda de dados", "impact.data_loss"),
        ("Alvorlighetsgrad", "severity"),
        ("Dato", "started_at"),
        ("Av", "authors"),
        ("Sammendrag", "summary"),
        ("Utløsende faktor", "trigger"),
        ("重大度", "severity"),
        ("発生日時", "started_at"),
        ("検知日時", "detected_at"),
        ("復旧日時", "resolved_at"),
        ("影響期間", "duration"),
        ("インシデントID", "id"),
        ("ステータス", "status"),
        ("影響を受けたユーザー数/割合", "impact.customers_affected"),
        ("严重程度", "severity"),
        ("日期", "started_at"),
        ("恢复时间", "resolved_at"),
        ("发现人", "detection.source"),
    ],
)
def test_label_of_a_language_names_its_field(label: str, field: str) -> None:
    assert WORDS.fields[squash(label)] == field


@pytest.mark.parametrize(
    "label", ["Published", "Entwurf", "Brouillon", "Borrador", "Rascunho", "Utkast", "下書き", "草稿"]
)
def test_review_status_is_no_status_of_an_item(label: str) -> None:
    assert WORDS.status_of(label) is None


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("März", 3),
        ("Dez.", 12),
        ("février", 2),
        ("août", 8),
        ("enero", 1),
        ("setembro", 9),
        ("desember", 12),
        ("4月", 4),
        ("十一月", 11),
    ],
)
def test_month_of_a_language_has_its_number(name: str, month: int) -> None:
    assert WORDS.month_of(name) == month


@pytest.mark.parametrize(
    "text", ["Nicht zugewiesen", "à définir", "Sin asignar", "A definir", "Ikke tildelt", "未定", "待定", "なし", "无"]
)
def test_words_for_nobody_and_not_yet_state_nothing(text: str) -> None:
    assert WORDS.is_nothing(text)


@pytest.mark.parametrize(
    ("heading", "kind"), [("予防（Prevent）", "prevent"), ("検知", "detect"), ("Improve detection", "detect")]
)
def test_kind_of_an_item_is_read_from_a_heading_in_any_script(heading: str, kind: str) -> None:
    assert vocabulary_for(Settings()).kind_of(heading) == kind


VOCABULARY = vocabulary_for(Settings())


@pytest.mark.parametrize(
    ("text", "status", "rest"),
    [
        ("Done", ItemStatus.DONE, ""),
        ("DONE 2026-03-01", ItemStatus.DONE, "2026-03-01"),
        ("Done (2026-03-01)", ItemStatus.DONE, "2026-03-01"),
        ("Complete", ItemStatus.DONE, ""),
        ("Not Started", ItemStatus.OPEN, ""),
        ("not-started", ItemStatus.OPEN, ""),
        ("to do", ItemStatus.OPEN, ""),
        ("In Progress", ItemStatus.IN_PROGRESS, ""),
        ("in-progress: half of it", ItemStatus.IN_PROGRESS, "half of it"),
        ("Won't do: too dear", ItemStatus.WONT_DO, "too dear"),
        ("Won’t do", ItemStatus.WONT_DO, ""),
        ("wontfix", ItemStatus.WONT_DO, ""),
        ("Superseded by AI-7", ItemStatus.SUPERSEDED, "by AI-7"),
        ("open", ItemStatus.OPEN, ""),
    ],
)
def test_status_is_the_word_a_text_begins_with(text: str, status: ItemStatus, rest: str) -> None:
    assert VOCABULARY.status_of(text) == (status.value, rest)


@pytest.mark.parametrize("text", ["soonish", "undone", "doneish", "openly", "", "almost done"])
def test_other_status_words_are_refused(text: str) -> None:
    assert VOCABULARY.status_of(text) is None


@pytest.mark.parametrize("word", sorted(STATUS_WORDS))
def test_every_status_word_of_the_front_matter_means_the_same_in_the_body(word: str) -> None:
    assert VOCABULARY.status_of(word) == (STATUS_WORDS[word].value, "")
