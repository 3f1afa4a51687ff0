"""Which libraries the paths of a check belong to, and what is found in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_postmortem.checking.folder import Checked, Means, check_folder
from mkdocs_postmortem.cli.baselines import compare_with_baseline
from mkdocs_postmortem.cli.covering import cover_judgement
from mkdocs_postmortem.cli.project import fail
from mkdocs_postmortem.library.folder import find_exposure, shown_path
from mkdocs_postmortem.library.hand_pages import check_hand_pages
from mkdocs_postmortem.problems import Problem, printable
from mkdocs_postmortem.reading.on_disk import is_folder, real_path
from mkdocs_postmortem.reading.settings_file import Project
from mkdocs_postmortem.rules.comparison import find_new_problems
from mkdocs_postmortem.rules.ignoring import Ignored
from mkdocs_postmortem.rules.judge import pass_judgement

_NOT_OUTSIDE = {"exclude": (), "baseline": None, "incidents_csv": None}
"""Settings that are about the project's own library and hold for no folder outside of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A library and the paths of it that are wanted, None for all of it.

    `may_be_empty` says that the wanted paths need not be documents, `is_own` that it is the project's library.
    """

    project: Project
    wanted: tuple[Path, ...] | None = None
    may_be_empty: bool = False
    is_own: bool = True

    @property
    def folder(self) -> Path:
        """Return the folder of the documents."""
        return self.project.root / self.project.settings.folder

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folders whose Markdown files a check reads: markers stand in those of the site's other pages."""
        docs_dir = self.project.root / self.project.docs_dir
        return (self.folder, docs_dir) if self.is_own else (self.folder,)

    @property
    def lists(self) -> tuple[Path, ...]:
        """Return the lists of other tools that a check reads beside the documents."""
        listed = self.project.settings.incidents_csv
        return (self.project.root / listed.file,) if listed else ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check of a part found; paths are relative to `root`.

    `ignored` are problems that comments hide, `known` those that stand in the baseline. `gone` counts the entries of
    the baseline that occur no more, which only a check of the whole library can tell. `checked` is the whole library.
    """

    root: Path
    documents: tuple[str, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...] = ()
    known: tuple[Problem, ...] = ()
    gone: int = 0
    checked: Checked | None = None


def find_parts(project: Project, paths: Sequence[Path], *, may_be_empty: bool = False) -> Iterable[Part]:
    """Yield the libraries that the paths belong to: the project's, and each folder outside as one of its own."""
    folder = project.root / project.settings.folder
    real = real_path(folder)
    places = {path.absolute(): _place_in(real, path.absolute()) for path in paths}
    inside = tuple(folder.absolute() / place for place in places.values() if place is not None)
    if inside or not paths:
        whole = not paths or folder.absolute() in inside
        yield Part(project, None if whole else inside, may_be_empty)
    outside = [path for path, place in places.items() if place is None]
    for parent in dict.fromkeys(path if path.is_dir() else path.parent for path in outside):
        files = tuple(path for path in outside if path.is_file() and path.parent == parent)
        settings = project.settings.model_copy(update={"folder": _shown_folder(parent), **_NOT_OUTSIDE})
        own = replace(project, root=Path.cwd(), settings=settings, docs_dir=_docs_beside(parent, project))
        yield Part(own, files if parent not in outside else None, may_be_empty, is_own=False)


def _place_in(folder: Path, path: Path) -> Path | None:
    """Return where a path lies below a folder without links, however it is spelled, None when it lies outside.

    A link that stands in the folder lies there, wherever it leads; one on the way to the folder is followed.
    """
    here = real_path(path) if path.name == ".." else real_path(path.parent) / path.name
    places = (here, real_path(path)) if is_folder(path) else (here,)
    return next((place.relative_to(folder) for place in places if _is_inside(place, folder)), None)


def _docs_beside(folder: Path, project: Project) -> str:
    """Return docs_dir of a project with another root, where its folder lies as the settings say; else the project's."""
    parts = Path(project.settings.folder).parts
    is_alike = bool(parts) and folder.parts[-len(parts) :] == parts
    root = folder.parents[len(parts) - 1] if is_alike else project.root.absolute()
    return str(root / project.docs_dir)


def check_part(part: Part, base: str | None, means: Means) -> Findings:
    """Return what is wrong with a part; with the name of a revision as `base`, what has changed since and its effects.

    Ends the command with status 2 when the wanted paths are no documents, or git knows nothing of the revision.
    """
    project = part.project
    checked = check_folder(project.root, project.settings, project.docs_dir, means)
    exposed = find_exposure(project.root, project.settings, project.root / project.docs_dir)
    names, found = name_documents(part, checked), _findings_of(project, checked)
    if base is not None and part.folder.is_dir():
        found = _limited(found, *_changed_since(base, part, names, found.problems))
    elif part.wanted is not None:
        found = _limited(found, names, (p for p in found.problems if p.location.path in names))
    if part.wanted is not None:
        return found
    pages = _faults_of_pages(project, base) if part.is_own else ()
    return replace(found, problems=(*exposed, *found.problems, *pages))


def _faults_of_pages(project: Project, base: str | None) -> tuple[Problem, ...]:
    """Return what is wrong with the markers of hand-written pages; with a revision, of those that changed since."""
    docs_dir = project.root / project.docs_dir
    found = check_hand_pages(project.root, project.settings, docs_dir)
    if found and base is not None:
        from mkdocs_postmortem.library import revision  # noqa: PLC0415  # most checks never start another program

        changed = {docs_dir / name for name in revision.find_revision(docs_dir, base).changed_files()}
        found = tuple(problem for problem in found if project.root / problem.location.path in changed)
    return tuple(map(project.masks.cover_problem, found))


def _findings_of(project: Project, checked: Checked) -> Findings:
    """Return what was found in a whole library, without what its baseline knows."""
    judgement = cover_judgement(checked.judgement, project.masks)
    compared = compare_with_baseline(project, checked, judgement.problems)
    return Findings(
        project.root, checked.documents, compared.new, judgement.ignored, compared.known, compared.gone, checked
    )


def _limited(found: Findings, names: tuple[str, ...], problems: Iterable[Problem]) -> Findings:
    """Return the findings of these documents only, with these problems; entries for others may well occur elsewhere."""
    ignored = tuple(one for one in found.ignored if one.problem.location.path in names)
    known = tuple(problem for problem in found.known if problem.location.path in names)
    return replace(found, documents=names, problems=tuple(problems), ignored=ignored, known=known, gone=0)


def name_documents(part: Part, checked: Checked) -> tuple[str, ...]:
    """Return the paths of the wanted documents, in the order of the library.

    Ends the command when there are none, unless the part may be empty.
    """
    if part.wanted is None:
        return checked.documents
    known = dict.fromkeys((*checked.documents, *checked.beside))
    found = tuple(name for name in known if _is_wanted((part.project.root / name).absolute(), part.wanted))
    if not (found or part.may_be_empty):
        listed = ", ".join(map(str, part.wanted))
        folder = part.project.masks.cover(part.project.settings.folder)
        fail(f"{listed}: no document of {folder} (documents end in .md and are not excluded)")
    return found


def _changed_since(
    base: str, part: Part, names: tuple[str, ...], problems: tuple[Problem, ...]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the changed ones of the named documents, their problems, and those that the change causes elsewhere."""
    from mkdocs_postmortem.library import git, revision  # noqa: PLC0415  # most checks never start another program

    settings = part.project.settings
    try:
        found = revision.find_revision(part.folder, base)
        changed = {shown_path(name, settings) for name in found.changed_files()}
        earlier = revision.load_revision(found, part.project.root, settings, part.project.docs_dir)
        before = cover_judgement(pass_judgement(earlier), part.project.masks).problems
    except git.RevisionError as error:
        fail(printable(part.project.masks.cover(f"--diff: {error}")))
    caused = set(find_new_problems(before, problems))
    wanted = None if part.wanted is None else set(names)
    shown = (p for p in problems if p.location.path in changed or p in caused)
    return (
        tuple(name for name in names if name in changed),
        tuple(p for p in shown if wanted is None or p.location.path in wanted),
    )


def _is_wanted(path: Path, wanted: Sequence[Path]) -> bool:
    return any(_is_inside(path, one) for one in wanted)


def _is_inside(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def _shown_folder(folder: Path) -> str:
    """Return the folder as the user would write it: relative to the current one when it lies below it."""
    return str(folder.relative_to(Path.cwd())) if _is_inside(folder, Path.cwd()) else str(folder)
