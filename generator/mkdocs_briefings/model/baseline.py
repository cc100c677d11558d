"""The baseline: frozen warnings, so that only new ones are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Problem, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.settings import Settings

BASELINE_STALE = Rule(
    "baseline-stale",
    Severity.WARNING,
    "The baseline lists a warning that no longer occurs.",
    "The frozen warning could come back unnoticed.",
    "A sentence was given a citation, but the baseline still lists it.",
    "Run `briefings baseline` again.",
)

_HEAD = "# Warnings that were there when checking began; `briefings baseline` writes this file.\n"


def path(settings: Settings) -> str:
    """Return the path of the baseline in the desk."""
    return f"{settings.briefings_dir}/baseline.txt"


def frozen_lines(tree: Mapping[str, bytes], settings: Settings) -> dict[str, int]:
    """Return the warnings that are frozen, each with its line in the file, counted from 1."""
    lines = tree.get(path(settings), b"").decode("utf-8", "replace").splitlines()
    return {line: n for n, line in enumerate(lines, 1) if line and not line.startswith("#")}


def write(problems: Iterable[Problem]) -> str:
    """Write the baseline of the warnings among `problems`; errors are never frozen."""
    return _HEAD + "".join(f"{line}\n" for line in sorted({worded(p) for p in problems if not p.is_error}))


def apply(
    problems: Iterable[Problem], tree: Mapping[str, bytes], settings: Settings, *, partly: bool = False
) -> list[Problem]:
    """Leave out frozen warnings, and report those that the baseline lists but that no longer occur.

    `partly` says that some texts are not here, so that not all warnings were looked for.
    """
    found = list(problems)
    name, frozen = path(settings), frozen_lines(tree, settings)
    kept = [p for p in found if p.is_error or worded(p) not in frozen]
    occurring = {worded(p) for p in found}
    # With errors, not all warnings are looked for.
    partly = partly or any(p.is_error for p in found)
    stale = [(line, n) for line, n in frozen.items() if line not in occurring and not partly]
    return kept + [
        BASELINE_STALE.at(Place(name, line=n, column=1), f"no longer occurs: {line}") for line, n in stale
    ]


def worded(problem: Problem) -> str:
    """Name a warning without its line, which moves as the file is edited."""
    return f"{problem.place.path}: {problem.message} [{problem.rule.code}]"
