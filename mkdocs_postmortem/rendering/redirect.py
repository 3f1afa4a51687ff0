"""Small pages that lead elsewhere: from an incident's id to its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.rendering.environment import Link, render_template
from mkdocs_postmortem.views.address import Addresses, Target, id_addresses
from mkdocs_postmortem.words.catalogue import Words, words_for


def render_redirects(
    library: Library, addresses: Addresses, address: Link, overrides: Path | None
) -> Iterator[tuple[str, str]]:
    """Yield path and text of a page in a folder named by each id. `address` finds pages relative to the library."""
    words = words_for(library.settings)

    def link(target: Target) -> str:
        return f"../{address(target)}"

    for name, incident in id_addresses(library.postmortems).items():
        target = addresses.incident(incident)
        if address(target):
            yield (
                f"{library.settings.path}/{name}/index.html",
                render_redirect(incident, target, link, words, overrides),
            )


def render_redirect(postmortem: Postmortem, target: Target, link: Link, words: Words, overrides: Path | None) -> str:
    """Return a whole HTML page that leads to the incident's; it is neither for search engines nor in a theme."""
    data = {"id": postmortem.id, "title": postmortem.title, "target": target, "language": words.language}
    return render_template("redirect.html.jinja", link, words, overrides, **data)
