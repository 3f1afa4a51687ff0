"""The MkDocs plugin: hooks that translate between MkDocs and the site in memory, and nothing more."""

from __future__ import annotations

import os
import tempfile
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape
from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.theme import Theme
from mkdocs.utils.templates import TemplateContext

from mkdocs_postmortem.library import find_exposure, load_library
from mkdocs_postmortem.library.hand_pages import check_hand_pages
from mkdocs_postmortem.plugin.files import add_pages, address_from, collapse_parents
from mkdocs_postmortem.plugin.judging import judge_library
from mkdocs_postmortem.plugin.links import HideLinks, show_links
from mkdocs_postmortem.plugin.reporting import report_problems
from mkdocs_postmortem.plugin.template_faults import template_faults_told
from mkdocs_postmortem.plugin.toc import page_contents, safe_contents
from mkdocs_postmortem.reading.markers import set_apart
from mkdocs_postmortem.reading.settings_file import read_options
from mkdocs_postmortem.rendering.dialect import to_python_markdown
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.site import SCRIPT, STYLESHEET, Page, Site, assemble_site

FOLDED_PARTS = "md_in_html"
"""The Markdown extension that reads what stands inside `<details>`."""
_LATE_FOR_I18N = "i18n"


class PostmortemPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs' base class is untyped
    """Adds the library of a folder to a MkDocs site, and stops the build when a document is bad."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.site: Site | None = None
        self.is_serving = False
        self._hiding = HideLinks()
        self._files = Files([])
        self._lent: tuple[str | None, str | None] | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._sources: tuple[Path, ...] = ()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the plugin's block of mkdocs.yml; every option that cannot be used is an error of its own."""
        project = read_options(options, Path(config_file_path) if config_file_path else None)
        self.settings, self._sources = project.settings, project.sources
        return [(project.option_at(problem), ValidationError(str(problem))) for problem in project.problems], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002  # MkDocs' names
        """Remember whether this is a preview, which must survive bad documents."""
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and judge the library before MkDocs empties the old site, and stop here when it fails."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        today = self._today()
        self.settings = self.settings.spoken_in(theme_language(config.theme))
        loaded = load_library(root, self.settings.as_seen_on(today), config.docs_dir)
        problems = (
            *find_exposure(root, self.settings, Path(config.docs_dir)),
            *check_hand_pages(root, self.settings, Path(config.docs_dir)),
            *judge_library(loaded, root, self.settings),
        )
        if failed := report_problems(problems, self.settings, strict=config.strict, serving=self.is_serving):
            raise PluginError(f"postmortem: {failed}")
        overrides = Path(config.theme.custom_dir, "postmortem") if config.theme.custom_dir else None
        self.site = assemble_site(root, loaded, problems, today, previewing=self.is_serving, overrides=overrides)
        self._scratch = tempfile.TemporaryDirectory(prefix="mkdocs-postmortem-")
        if FOLDED_PARTS not in config.markdown_extensions:
            config.markdown_extensions.append(FOLDED_PARTS)
        config.markdown_extensions.append(self._hiding)  # type: ignore[arg-type]  # Python-Markdown takes names and objects
        if STYLESHEET not in config.extra_css:
            # First, so that the user's own may set our custom properties.
            config.extra_css.insert(0, STYLESHEET)
        if SCRIPT not in map(str, config.extra_javascript):
            config.extra_javascript.append(SCRIPT)
        listed = self.settings.incidents_csv
        watched = (self.settings.folder, self.settings.baseline, listed and listed.file, *self._sources)
        config.watch += [str(root / path) for path in watched if path]
        return config

    def _today(self) -> date:
        """Return the day of the build: as configured, else of SOURCE_DATE_EPOCH, else now, in UTC."""
        if self.settings.as_of:
            return self.settings.as_of
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        return (
            datetime.fromtimestamp(int(epoch), timezone.utc) if epoch.isdecimal() else datetime.now(timezone.utc)
        ).date()

    @event_priority(50)
    def _add_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages where navigation plugins can see them."""
        return files if _LATE_FOR_I18N in config.plugins else self._add(files, config)

    @event_priority(-150)
    def _add_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages after mkdocs-static-i18n, which drops generated files; once, in its default language."""
        translator = config.plugins.get(_LATE_FOR_I18N)
        if translator is None or getattr(translator, "current_language", None) != getattr(
            translator, "default_language", None
        ):
            return files
        return self._add(files, config)

    on_files = CombinedEvent(_add_early, _add_late)

    @template_faults_told()
    def _add(self, files: Files, config: MkDocsConfig) -> Files:
        if self.site is not None and self._scratch is not None:
            add_pages(self.site, files, config, Path(self._scratch.name))
        return files

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002  # MkDocs' names
        """Hang the pages that are not in the navigation under the index's section, so that themes show where one is."""
        self._files = files
        index = files.get_file_from_path(self.site.addresses.index.uri) if self.site else None
        if self.site and index and index.page:
            named = {id(page) for page in nav.pages}
            for page in self.site.pages:
                file = files.get_file_from_path(page.uri)
                if file and file.page and id(file.page) not in named:
                    file.page.parent = index.page.parent
        return nav

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:  # MkDocs' names
        """Give MkDocs the body alone, in its dialect. The blank line keeps it from looking for metadata."""
        ours = self._ours(page)
        if ours is None:
            return None
        body = ours.markdown if ours.renderable else ""
        return "\n" + to_python_markdown(body, nested_fences=_reads_nested_fences(config))

    @event_priority(100)
    def _describe(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' names
        """Set everything that themes and plugins read from a page's metadata; themes print it without escaping."""
        ours = self._ours(page)
        self._hiding.is_on = ours is not None
        if ours:
            page.meta = {
                "title": str(escape(ours.title)),
                "description": str(escape(" ".join((ours.description or ours.title).split()))),
                # Documents are data: nothing in them is a template.
                "render_macros": False,
            }
            if ours.source is None:
                # The tables of lists want the room of the table of contents.
                page.meta["hide"] = ["toc"]
            if self.site and self.site.search_text(ours) == "":
                page.meta["search"] = {"exclude": True}
            page.edit_url = collapse_parents(page.edit_url)
        return markdown

    @event_priority(-100)
    def _set_markers_apart(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' names
        """Prepare the markers of a hand-written page, those too that other plugins have put there."""
        return markdown if self._ours(page) else set_apart(markdown)

    on_page_markdown = CombinedEvent(_describe, _set_markers_apart)

    @event_priority(100)
    @template_faults_told()
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' names
        """Put our parts around the rendered body, before other plugins add theirs."""
        ours = self._ours(page)
        if self.site is None:
            return html
        if ours is None:
            return self.site.fill(html, address_from(page.file, files))
        page.toc = page_contents(safe_contents(page.toc), ours)
        return self.site.render(ours, show_links(html), address_from(page.file, files), page.edit_url or "")

    @event_priority(50)
    def _lend_to_search(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs' name
        nav: Navigation,  # noqa: ARG002  # MkDocs' name
    ) -> TemplateContext:
        """Lend the page another content and title while search plugins read it, for they know no other way to it."""
        ours = self._ours(page)
        text = self.site.search_text(ours) if ours and self.site else None
        self._lent = None if text is None else (page.content, page.title)
        if text is not None:
            page.content = text
            page.title = page.title if text else ""
        return context

    @event_priority(-50)
    def _give_back(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs' name
        nav: Navigation,  # noqa: ARG002  # MkDocs' name
    ) -> TemplateContext:
        """Give the page back what it was, before its theme shows it."""
        if self._lent:
            page.content, page.title = self._lent
            self._lent = None
        return context

    on_page_context = CombinedEvent(_lend_to_search, _give_back)

    @event_priority(-150)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002  # MkDocs' names
        """Put the data of lists into the finished page, after every plugin that reads or rewrites pages."""
        ours = self._ours(page)
        return (
            output
            if ours is None or self.site is None
            else self.site.finish(ours, output, address_from(page.file, self._files))
        )

    def _ours(self, page: MkDocsPage) -> Page | None:
        return self.site.page(page.file.src_uri) if self.site and page.file.generated_by else None


def theme_language(theme: Theme) -> str:
    """Return the language that the theme is set to: `language` of Material, `locale` of MkDocs' own; empty without."""
    return next((str(theme[option]) for option in ("language", "locale") if theme.get(option)), "")


def _reads_nested_fences(config: MkDocsConfig) -> bool:
    """Return whether fenced code inside list items is read: Python-Markdown's own extension does not."""
    return "pymdownx.superfences" in config.markdown_extensions
