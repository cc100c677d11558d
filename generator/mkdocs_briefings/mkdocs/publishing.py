"""The end of a build: the new site in the old one's place, or the old one as it was and what failed in words."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from mkdocs.exceptions import PluginError

from mkdocs_briefings.files.publish import private, unwritable
from mkdocs_briefings.mkdocs import internals
from mkdocs_briefings.mkdocs.failure import template_place
from mkdocs_briefings.mkdocs.neighbours import blame
from mkdocs_briefings.mkdocs.standing import stand
from mkdocs_briefings.pages.phrases import counted
from mkdocs_briefings.report.summary import basis, summary

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_briefings.mkdocs.session import Current, Session
    from mkdocs_briefings.mkdocs.update import Standing

log = logging.getLogger("mkdocs.plugins.briefings")


def publish(session: Session, current: Current, config: MkDocsConfig) -> None:
    """Make the search, then take the new site into the old one's place, for others who finish it there."""
    current.rendering.close()
    if current.is_kept:
        _publish_kept(current, config)
        return
    _tell_changed(current, config)
    if session.search is not None and current.result is not None and current.files is not None:
        # In a preview, pages are read again and again, and nobody may look at the desk meanwhile.
        current.step("Making the search index")
        searching = current.searching or session.search.write(current.result, current.files, config)
        searching.wait()
        current.step.end()
    if session.preview is not None:
        session.preview.write(Path(config.site_dir))
        session.preview.settle()
    if current.warm is not None:
        current.warm.leave()
    if current.stage is not None and not _is_refused(session, current):
        if current.warm is not None and current.result is not None:
            current.warm.keep(current.stage.folder, current.result, current.tree, current.outputs)
        current.published = True
        current.stage.publish()
        config.site_dir = current.site


def _publish_kept(current: Current, config: MkDocsConfig) -> None:
    """Publish the site of a build before, not what MkDocs made of nothing; one that stands already is left alone."""
    assert current.warm is not None, "there is one"  # noqa: S101
    assert current.stage is not None, "a dirty build keeps none"  # noqa: S101
    config.site_dir = current.site
    if current.warm.brought is None:
        current.stage.drop()
        current.stage = None
        return
    current.stage.replace(current.warm.brought)
    current.published = True
    current.stage.publish()


def finish(session: Session, current: Current) -> Standing | None:
    """Let go of the old site, unless strict mode refuses the new one.

    Returns:
        The site of a preview, if an edit of the desk can change it in part.

    Raises:
        PluginError: there are warnings of ours that MkDocs, told to be quiet, has not counted.

    """
    if _is_refused(session, current):
        current.end()
        if not internals.warned():
            told = "\n".join(current.warnings)
            raise PluginError(
                f"Aborted with {counted(len(current.warnings), 'warning')} in strict mode!\n{told}"
            )
        return None
    if current.stage is not None:
        current.stage.settle()
        if not session.serving and (told := private(current.stage.site)):
            log.info(told)
    current.over()
    if current.shells is not None:
        log.info(current.shells.told())
    if current.warm is not None and current.is_kept:
        log.info("%s", current.warm.summary)
    if not session.serving and current.result is not None:
        warnings = sum(not problem.is_error for problem in current.result.problems)
        log.info("%s, %s; %s", summary(current.result), counted(warnings, "warning"), basis(current.result))
    return stand(session, current) if session.serving else None


def fail(session: Session, current: Current, error: Exception) -> None:
    """Leave the old site; instead of a traceback a template gets its place, a full disk or another plugin its remedy.

    Raises:
        PluginError: a template is wrong, another plugin failed, or the site cannot be written.

    """
    current.end()
    if session.preview is not None:
        session.preview.error = error
    if isinstance(error, TemplateError):
        raise PluginError(f"{_template_place(error, current.root)}error: {error}") from error
    others = {name: one for name, one in current.config.plugins.items() if one is not current.plugin}
    if told := blame(error, others):
        log.debug("the traceback of that plugin", exc_info=error)
        named = PluginError(told)
        if session.preview is not None:
            session.preview.error = named
        raise named from error
    apart = not session.dirty
    if isinstance(error, OSError) and (told := unwritable(error, Path(current.site), apart=apart)):
        raise PluginError(told) from error


def _is_refused(session: Session, current: Current) -> bool:
    """Return whether strict mode, which counts only what is printed, ends this build."""
    strict = current.config.strict and not session.serving
    return strict and (internals.warned() or bool(current.warnings))


def _tell_changed(current: Current, config: MkDocsConfig) -> None:
    """Say once what others did to generated pages."""
    shared = current.shared
    if shared is None:
        return
    if changed := sorted(set(shared.changed)):
        current.warn(
            f"another plugin or a hook changes the Markdown of {counted(len(changed), 'generated page')} "
            f"({changed[0]}{' and others' if changed[1:] else ''}): the change is ignored. "
            "Write `render: markdown` below `briefings` in mkdocs.yml to have these pages made from Markdown"
        )
    level = config.validation.links.not_found
    for lost, path in sorted(shared.lost.items()):
        log.log(level, "%s leads to %s, which another plugin removed", path, lost)


def _template_place(error: TemplateError, root: Path) -> str:
    """Say which line of which template is wrong, as far as Jinja tells."""
    name, line = template_place(error)
    if not name:
        return ""
    path = Path(name)
    return f"{path.relative_to(root) if path.is_relative_to(root) else path}:{line}: "
