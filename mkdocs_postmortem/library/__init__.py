"""Many postmortems: loading, identity, relations, services and selection."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_postmortem.library.facets import Standpoint
    from mkdocs_postmortem.library.folder import find_exposure
    from mkdocs_postmortem.library.library import Library, Loaded, RelatedIncident, build_library
    from mkdocs_postmortem.library.load import load_library
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

_MODULES = {
    "Loaded": "library",
    "load_library": "load",
    "find_exposure": "folder",
    "Selection": "selection",
    "Standpoint": "facets",
    "Library": "library",
    "RelatedIncident": "library",
    "build_library": "library",
}


def __getattr__(name: str) -> Any:
    """Return one of the names above, imported late: loading takes all of reading, which a check may do without."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
