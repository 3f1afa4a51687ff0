"""Many postmortems: loading, identity, relations, services and selection."""

from mkdocs_postmortem.library.facets import Standpoint
from mkdocs_postmortem.library.library import Library, RelatedIncident, build_library
from mkdocs_postmortem.library.load import Loaded, find_exposure, load_library
from mkdocs_postmortem.library.selection import Selection

__all__ = [
    "Library",
    "Loaded",
    "RelatedIncident",
    "Selection",
    "Standpoint",
    "build_library",
    "find_exposure",
    "load_library",
]
