"""What the `postmortem` block of mkdocs.yml may say."""

from mkdocs_postmortem.settings.block import Block, squash
from mkdocs_postmortem.settings.deadlines import PRESETS, Deadlines
from mkdocs_postmortem.settings.house import Conventions, ImpactThreshold, OwnerEntry
from mkdocs_postmortem.settings.incident_list import LIST_COLUMNS, NEEDED_COLUMNS, IncidentList, ListColumn
from mkdocs_postmortem.settings.policy import Demands, ItemDemand, Policy
from mkdocs_postmortem.settings.saved_view import SavedView
from mkdocs_postmortem.settings.settings import (
    DEFAULT_CATEGORIES,
    DEFAULT_SCALE,
    CustomField,
    Required,
    ServiceEntry,
    Settings,
)
from mkdocs_postmortem.settings.severity import SeverityLevel
from mkdocs_postmortem.settings.similarity import SimilaritySettings, SimilarityWeights
from mkdocs_postmortem.settings.tracker import TrackerEntry
from mkdocs_postmortem.settings.wording import AUTO, VocabularyWords, Wording

__all__ = [
    "AUTO", "DEFAULT_CATEGORIES", "DEFAULT_SCALE", "LIST_COLUMNS", "NEEDED_COLUMNS", "PRESETS", "Block", "Conventions",
    "CustomField", "Deadlines", "Demands", "ImpactThreshold", "IncidentList", "ItemDemand", "ListColumn", "OwnerEntry",
    "Policy", "Required", "SavedView", "ServiceEntry", "Settings", "SeverityLevel", "SimilaritySettings",
    "SimilarityWeights", "TrackerEntry", "VocabularyWords", "Wording", "squash",
]  # fmt: skip
