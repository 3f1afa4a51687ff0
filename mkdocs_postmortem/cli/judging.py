"""The judgement over a project's library as its reports may show it."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.reading.settings_file import Project
from mkdocs_postmortem.rules.judge import Judgement, pass_judgement


def judge_project(project: Project, loaded: Loaded) -> Judgement:
    """Return all problems of a project's library, with nothing in their words that the environment says."""
    judgement, masks = pass_judgement(loaded), project.masks
    if not masks:
        return judgement
    ignored = (replace(one, problem=masks.cover_problem(one.problem)) for one in judgement.ignored)
    return Judgement(tuple(map(masks.cover_problem, judgement.problems)), tuple(ignored))
