"""What a postmortem is: frozen values, no input or output."""

from mkdocs_postmortem.model.action_item import ActionItem, ItemKind, ItemStatus, Priority
from mkdocs_postmortem.model.facts import Facts, IncidentKind, Status
from mkdocs_postmortem.model.ignore import Ignore
from mkdocs_postmortem.model.postmortem import Postmortem
from mkdocs_postmortem.model.relation import Related, Relation
from mkdocs_postmortem.model.section import Section
from mkdocs_postmortem.model.severity import Severity
from mkdocs_postmortem.model.timeline import TimelineEntry

__all__ = [
    "ActionItem", "Facts", "Ignore", "IncidentKind", "ItemKind", "ItemStatus", "Postmortem", "Priority", "Related",
    "Relation", "Section", "Severity", "Status", "TimelineEntry",
]  # fmt: skip
