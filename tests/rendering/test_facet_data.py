"""The data inside a page: JSON that no text in it can end, in the place that the template left for it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from mkdocs_postmortem.library import Standpoint
from mkdocs_postmortem.rendering.facet_data import DATA_PLACE, put_data, render_data
from mkdocs_postmortem.views.address import Target, build_addresses
from mkdocs_postmortem.views.facet_table import FacetTable, incident_facets
from tests.documents import VALID, library_of, with_front, with_line


def table_of(*texts: str, **options: Any) -> FacetTable:
    library = library_of(*texts, **options)
    return incident_facets(library, build_addresses(library), Standpoint(library.settings, date(2026, 4, 15)))


def link(target: Target) -> str:
    return f"../{target.uri}"


def test_the_data_comes_back_as_it_was() -> None:
    data = json.loads(render_data(table_of(with_front("tags: [a, b]")), link))

    assert data["columns"]["title"] == ["Checkout failed for 40 minutes"]
    assert data["columns"]["address"] == ["../postmortems/a.md"]
    (tags,) = [facet for facet in data["facets"] if facet["key"] == "tag"]
    assert (tags["title"], tags["cells"]) == ("Tag", [[0, 1]])
    (severity,) = [facet for facet in data["facets"] if facet["key"] == "severity"]
    assert severity["cells"] == [0]
    assert severity["values"][0]["address"] == "../postmortems/severities/sev1.md"


def test_no_text_can_end_the_data() -> None:
    text = with_line("title:", 'title: "</template><!-- &lt; <b> \\u2028 & \\"quoted\\""')

    data = render_data(table_of(text), link)

    assert not {"<", "&"} & set(data)
    assert json.loads(data)["columns"]["title"] == ['</template><!-- &lt; <b> \u2028 & "quoted"']


def test_the_data_stands_where_the_page_left_a_place() -> None:
    html = put_data(f"<main>{DATA_PLACE}</main>", table_of(VALID), link)

    assert html.startswith('<main><template class="pm-data">{"kind":"incident"')
    assert html.endswith("}</template></main>")
    assert put_data("<main></main>", table_of(VALID), link) == "<main></main>"


def test_words_have_a_form_for_one_where_they_need_it() -> None:
    words = json.loads(render_data(table_of(VALID, language="de"), link))["words"]

    assert words["clear-filters"] == "Alle aufheben"
    assert words["results"] == ["{number} von {total} Postmortem", "{number} von {total} Postmortems"]
