"""Pages of the site as files of MkDocs."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from mkdocs_postmortem.rendering.environment import Link
from mkdocs_postmortem.site import Page, Site
from mkdocs_postmortem.views.address import Target

_ALWAYS = InclusionLevel.INCLUDED
_PARENT = re.compile(r"(?<=[/=])(?!\.\./)[^/?=&]+/\.\./")


def add_pages(site: Site, files: Files, config: MkDocsConfig, scratch: Path) -> None:
    """Add every page, attachment and export; a hand-written page or file at the same path stays and wins.

    Templates that override ours are no files of the site, though MkDocs takes them for theme files. Each page has a
    real file behind it (other plugins open them): incidents their source, the rest one in `scratch`.
    """
    for file in [file for file in files if file.src_uri.startswith("postmortem/") and file.src_uri.endswith(".jinja")]:
        files.remove(file)
    for number, page in enumerate(site.pages):
        if files.get_file_from_path(page.uri) is None:
            files.append(_page_file(page, config, scratch / f"{number}.md"))
    for attachment in site.attachments:
        if files.get_file_from_path(attachment.uri) is None:
            source = str(_root(config) / attachment.source)
            files.append(File.generated(config, attachment.uri, abs_src_path=source, inclusion=_ALWAYS))

    def address(target: Target) -> str:
        file = files.get_file_from_path(target.uri)
        return get_relative_url(file.url, f"{site.library.settings.path}/") if file else ""

    taken = {file.dest_uri.casefold() for file in files}
    for number, (uri, text) in enumerate(site.exports(address)):
        if uri.casefold() in taken:
            continue
        path = scratch / f"export-{number}"
        path.write_text(text, encoding="utf-8")
        files.append(File.generated(config, uri, abs_src_path=str(path), inclusion=_ALWAYS))


def address_from(here: File, files: Files) -> Link:
    """Return the function that gives the address of a page or file of the site relative to the page of this file.

    It gives "" for what the site does not have.
    """

    def address(target: Target) -> str:
        file = files.get_file_from_path(target.uri)
        if file is None or file.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT):
            return ""
        if not target.anchor:
            return file.url_relative_to(here)
        if not file.generated_by and here.page and here.page.links_to_anchors is not None:
            # MkDocs then says what its settings say of an anchor that a page lacks.
            here.page.links_to_anchors.setdefault(file, {})[target.anchor] = f"{target.uri}#{target.anchor}"
        return f"{file.url_relative_to(here)}#{target.anchor}"

    return address


def collapse_parents(url: str | None) -> str | None:
    """Return an edit address without `docs/../`, which hosts do not resolve in paths and queries."""
    while url and (shorter := _PARENT.sub("", url)) != url:
        url = shorter
    return url


def _page_file(page: Page, config: MkDocsConfig, scratch: Path) -> File:
    if page.source is None:
        scratch.write_text(page.markdown, encoding="utf-8")
    source = scratch if page.source is None else _root(config) / page.source
    is_index = posixpath.basename(page.address) == "index"
    # A navigation written by hand may name any page; MkDocs shall only miss the one from which all others are reached.
    is_offered = page.in_nav and (is_index or config.nav is None)
    inclusion = InclusionLevel.UNDEFINED if is_offered else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.uri, abs_src_path=str(source), inclusion=inclusion)
    as_folder = config.use_directory_urls and not is_index
    file.dest_uri = f"{page.address}/index.html" if as_folder else f"{page.address}.html"
    if page.source is not None:
        file.edit_uri = _edit_uri(source, Path(config.docs_dir))
    return file


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _edit_uri(source: Path, docs_dir: Path) -> str | None:
    """Return the source's path relative to docs_dir with slashes, None across Windows drives."""
    try:
        return Path(os.path.relpath(source, docs_dir)).as_posix()
    except ValueError:
        return None
