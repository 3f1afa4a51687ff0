"""What must hold for every document that is adopted, not only for those we thought of."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.editing.adopt import adopt_postmortem
from mkdocs_postmortem.editing.foreign import ORIGINS
from mkdocs_postmortem.editing.front_matter_writer import FieldValue, add_fields, find_block, write_fields
from mkdocs_postmortem.editing.manuscript import Manuscript, open_manuscript
from mkdocs_postmortem.editing.proof import Reader, new_problems
from mkdocs_postmortem.reading.source_file import decode_source
from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain
from tests.documents import settings_of
from tests.editing.adoptions import adopt

QUICK = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
VALUES = st.one_of(
    TEXT,
    st.sampled_from(
        ["High", "SEV-3 (legend)", "2026-03-01 14:05", "2026-03-01", "1 March 2026 2:05 pm UTC", "a, b; c", "Draft",
         "---", "Resolved", "TBD", "yes", "no: nothing lost", "#1", "{a: b}", "[x", "'", '"', "&a", "12", ": ",
         "https://example.org"]
    ),
)  # fmt: skip
LABELS = st.sampled_from(
    ["Severity", "Status", "Date", "Start", "End", "Detected", "Services", "Author", "Reviewers", "Incident ID",
     "Title", "Tags", "Summary", "Regions", "Data loss", "Alerts", "Trigger", "Published", "Time zone"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["id", "uuid", "title", "date", "severity", "resolved", "resolvedWhen", "affected", "section", "start_time", "url",
     "end_time", "categories", "keywords", "product", "tags", "status", "layout", "impact", "timezone", "x-own",
     "# note", " a"]
)  # fmt: skip


@st.composite
def lines(draw: st.DrawFn) -> str:
    label, value = draw(LABELS), draw(VALUES).replace("\n", " ").replace("\r", " ")
    form = draw(st.sampled_from(["**{}:** {}", "- {}: {}", "| {} | {} |", "**{}**: {}  ", "## {}\n\n{}", "{}: {}"]))
    return form.format(label, value)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Return a document in one of the shapes that people have: with and without front matter, in any line ends."""
    header = draw(st.lists(st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]}: {pair[1]}"), max_size=5))
    border = draw(st.sampled_from([("", ""), ("---\n", "---\n"), ("+++\n", "+++\n"), ("---\n", ""), ("", "\n")]))
    block = border[0] + "".join(f"{line}\n" for line in header) + border[1]
    body = draw(st.lists(st.one_of(lines(), TEXT), max_size=8))
    whole = (
        block
        + "\n".join(body)
        + draw(st.sampled_from(["", "\n", "\n\n## Timeline\n\n- 14:05 UTC Alert\n- 14:45 Fixed\n"]))
    )
    return draw(st.sampled_from(["", "\ufeff"])) + whole.replace("\n", draw(ENDS))


def body_of(manuscript: Manuscript) -> str:
    """Return the text below the front matter, all of it where there is none."""
    block = find_block(manuscript)
    return "".join(manuscript.lines[block.closing_line if block else 0 :])


@QUICK
@given(documents(), st.sampled_from([None, *ORIGINS]))
def test_adopting_is_refused_or_keeps_the_bytes_of_the_body(text: str, origin: str | None) -> None:
    adoption = adopt(text, origin=origin)

    if adoption.refused:
        assert adoption.after.text == text
    else:
        assert text.endswith(body_of(adoption.after))
        assert find_block(adoption.before) is None or body_of(adoption.after) == body_of(adoption.before)


@QUICK
@given(documents(), st.sampled_from([None, *ORIGINS]), st.booleans())
def test_adopting_again_changes_nothing(text: str, origin: str | None, tidy: bool) -> None:  # noqa: FBT001
    once = adopt(text, origin=origin, tidy=tidy)

    assert adopt(once.after.text, origin=origin, tidy=tidy).after.text == once.after.text


@QUICK
@given(documents())
def test_adopting_adds_no_problem_to_those_that_a_document_has_behind_any_front_matter(text: str) -> None:
    adoption, reader = adopt(text), Reader(settings_of())
    before = reader.read(adoption.before)
    if not before.postmortem.readable:
        before = reader.read(add_fields(adoption.before, {"x-none": "here"}))

    if adoption.changed and not adoption.converted:
        assert new_problems(before, reader.read(adoption.after)) == []


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_opened(data: bytes) -> None:
    opened = open_manuscript(data, decode_source(data, "a.md", "a.md"))

    if isinstance(opened, Manuscript):
        assert opened.text.encode() == data
        assert adopt_postmortem(opened, settings_of()).after.text.endswith(body_of(opened))


@QUICK
@given(TEXT)
def test_a_value_is_read_back_as_it_was_written(text: str) -> None:
    line = text.replace("\n", " ")
    assert _written({"title": line, "services": (line, "b")}) == {"title": line, "services": (line, "b")}


def _written(values: dict[str, FieldValue]) -> object:
    root, _ = compose_front_matter("\n".join(write_fields(values)), "")
    return plain(root) if root else None
