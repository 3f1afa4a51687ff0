"""What facets and their values are called on pages."""

from __future__ import annotations

from mkdocs_postmortem.library.services import find_service
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.settings.saved_view import UNDATED
from mkdocs_postmortem.views.parts import capitalise, severity_name
from mkdocs_postmortem.words.catalogue import Words

_TITLES = {
    "severity": "group-severities",
    "service": "group-services",
    "root_cause_service": "fact-root-cause-in",
    "status": "column-status",
    "tag": "group-tags",
    "kind": "facet-kind",
    "year": "group-years",
    "factor": "group-factors",
    "has": "facet-has",
}


def facet_title(key: str, settings: Settings, words: Words) -> str:
    """Return what a facet is called: a field of the settings by its label, else its name in plain words."""
    if key in _TITLES:
        return words(_TITLES[key])
    label = next((declared.label for declared in settings.fields if declared.name == key), None)
    return label or capitalise(key.replace("_", " "))


def value_label(key: str, name: str, settings: Settings, words: Words) -> str:
    """Return what a value of a facet is called; a name that users gave stays as it is."""
    if key == "severity":
        return severity_name(name, words) if f"severity-{name}" in words else name
    if key in ("service", "root_cause_service"):
        entry = find_service(name, settings)
        return (entry.title or name) if entry else name
    if key == "year":
        return words("not-stated") if name == UNDATED else name
    return _word(key, name, settings, words)


def _word(key: str, name: str, settings: Settings, words: Words) -> str:
    beginnings = {"status": "status-", "kind": "kind-", "has": "has-", "factor": "category-"}
    beginnings |= {declared.name: "answer-" for declared in settings.fields if declared.type == "yes-no"}
    beginning = beginnings.get(key, "")
    if beginning and f"{beginning}{name}" in words:
        return capitalise(words(f"{beginning}{name}"))
    return name.replace("-", " ").capitalize() if key == "factor" else name
