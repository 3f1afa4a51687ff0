"""What search plugins read of an incident in place of its page."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_postmortem.views.incident import IncidentView
from mkdocs_postmortem.views.search import searched_facts


def render_search_text(title: str, summary: str, view: IncidentView) -> str:
    """Return a heading and two paragraphs as HTML, of which search plugins make one entry."""
    facts = " · ".join(dict.fromkeys(searched_facts(view)))
    return Markup("<h1>{}</h1><p>{}</p><p>{}</p>").format(title, summary, facts)
