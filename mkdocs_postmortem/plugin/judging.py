"""What counts against a build: the problems that neither a comment of a document nor the baseline takes out."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_postmortem.library import Loaded
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules.baseline import Compared, documents_of
from mkdocs_postmortem.rules.baseline_file import BaselineError, read_baseline
from mkdocs_postmortem.rules.judge import pass_judgement
from mkdocs_postmortem.settings import Settings

log = get_plugin_logger(__name__)


def judge_library(loaded: Loaded, root: Path, settings: Settings) -> tuple[Problem, ...]:
    """Return the problems that count, and log how many others there are.

    Raises PluginError with the line when the settings' baseline, below `root`, cannot be used.
    """
    judgement = pass_judgement(loaded)
    compared = Compared(judgement.problems)
    if settings.baseline is not None:
        try:
            baseline = read_baseline(root / settings.baseline, settings.baseline)
        except BaselineError as error:
            raise PluginError(f"postmortem: {error.problem}") from None
        compared = baseline.compare(judgement.problems, documents_of(loaded))
    if judgement.ignored or compared.known:
        log.info(
            "problems that do not count: %d ignored, %d known from the baseline",
            len(judgement.ignored),
            len(compared.known),
        )
    return compared.new
