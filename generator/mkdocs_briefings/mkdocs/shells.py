"""The theme's templates rendered once for each class of generated pages; every other page is spliced into that.

A shell is safe by what its templates read (`probes`): they may print the words of a page, and look into what all pages
of its class have alike. Whatever else they do, their pages are rendered as ever. The first page of each class is
compared with its own rendering.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.structure.toc import AnchorLink

from mkdocs_briefings.mkdocs.escaped_words import without_tags
from mkdocs_briefings.mkdocs.generated import folder_of
from mkdocs_briefings.mkdocs.probes import (
    BEGIN,
    END,
    ESCAPED,
    RAW,
    Items,
    Probe,
    Slot,
    UnknownReadError,
    guarded,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_briefings.mkdocs.generated import GeneratedPage
    from mkdocs_briefings.pages.page import Page

TEMPLATE = "briefings.html"
_CONTENTS = (
    '{% import "partials/language.html" as lang with context %}{% set features = config.theme.features or [] %}'
    '{% include "partials/toc.html" %}'
)
"""The table of contents as the theme's pages have it."""
_SLOT = re.compile(f"{BEGIN}([^{BEGIN}{END}]*?)({RAW}|{ESCAPED}|){END}")
_CONTEXT = frozenset(
    {
        "nav",
        "pages",
        "base_url",
        "extra_css",
        "extra_javascript",
        "mkdocs_version",
        "build_date_utc",
        "config",
        "page",
    }
    | {"briefings", "properdocs_version"}
)
"""What MkDocs and we tell a template; whatever else there is came from somebody else."""
_WRITTEN = ("head", "foot")
"""HTML that outputs add to a page."""
_TOLD = frozenset({"page", "moved_to", *_WRITTEN})
"""What we tell one."""
_READERS = frozenset({"mkdocs.contrib.search", "material.plugins.search.plugin"})
"""Modules of plugins that read a page when its context is made, and change nothing."""
_ALIKE = (
    *("active", "is_homepage", "is_index", "is_link", "is_page", "is_section", "is_top_level"),
    *("ancestors", "children", "next_page", "parent", "previous_page"),
)
"""What a template may look into of MkDocs' page, for the key of a class holds it."""
_ADDRESSES = ("canonical_url", "edit_url", "update_date")
_ALIKE_OF_OURS = ("kind", "lang", "listed", "indexed")
_WORDS = ("title", "description", "modified", "version")
_OWN = frozenset({"title", "description", "date", "tags"})
"""What the front matter of each page says for itself."""

Part = str | tuple[str, str]
"""Text of a shell, or the name of a slot and its form."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered template with gaps."""

    parts: tuple[Part, ...]
    above: frozenset[str] = frozenset()
    """The addresses of folders that hold a target of its links: from there, the way to it is shorter."""

    def filled(self, values: Mapping[str, str]) -> str:
        return "".join(
            [part if isinstance(part, str) else _printed(values[part[0]], part[1]) for part in self.parts]
        )


class Shells:
    """Stands in for the template of generated pages, and counts which way they took."""

    def __init__(self, env: Environment, *, foreign: bool) -> None:
        """Take over the template of generated pages in an environment.

        Args:
            env: renders the pages.
            foreign: whether others have a hand in what templates are told.

        """
        self.env, self.foreign = env, foreign
        self.template = env.get_template(TEMPLATE)
        self.contents_template = env.from_string(_CONTENTS)
        self.navigation: frozenset[int] | None = None
        """The pages of the navigation."""
        self.made: dict[object, Shell | str] = {}
        """The shell of each class, or why there is none."""
        self.contents: dict[object, Shell] = {}
        self.spliced = 0
        self.stock: Counter[str] = Counter()
        """How many pages were rendered as ever, by the reason."""

    def render(self, context: dict[str, Any]) -> str:
        """Render a page: what MkDocs calls with its context."""
        page = context["page"]
        try:
            return self._spliced(context, page, context["briefings"]["page"])
        except UnknownReadError as why:
            self.stock[str(why)] += 1
            return self.template.render(context)
        finally:
            page.let_go()

    def told(self) -> str:
        """Say which way the pages took, the commonest reason first."""
        reasons = ", ".join(f"{number} {why}" for why, number in self.stock.most_common())
        one_by_one = f"; rendered one by one: {reasons}" if reasons else ""
        total = self.spliced + self.stock.total()
        return f"{self.spliced} of {total} generated pages spliced into {len(self.made)} renderings of the theme{one_by_one}"

    def _spliced(self, context: dict[str, Any], page: GeneratedPage, made: Page) -> str:
        if self.foreign or context.keys() - _CONTEXT or context["briefings"].keys() - _TOLD:
            raise UnknownReadError("another plugin or a hook changes what templates are told")
        if self.navigation is None:
            self.navigation = frozenset(id(one) for one in context["nav"].pages)
        if id(page) in self.navigation or page.parent is not None:
            raise UnknownReadError("in the navigation")
        if made.moved_to:
            raise UnknownReadError("a redirect")
        key = _key(context, page, made)
        shell = self.made.get(key)
        if shell is None:
            shell = self.made[key] = self._shell(context, page, made)
        if isinstance(shell, str):
            raise UnknownReadError(shell)
        if page.url in shell.above:
            raise UnknownReadError("above other pages")
        output = shell.filled(self._values(context, page, made))
        self.spliced += 1
        return output

    def _shell(self, context: dict[str, Any], page: GeneratedPage, made: Page) -> Shell | str:
        """Make the shell of a page's class, or say why it has none."""
        try:
            entries = page.toc.items
            # Two tables of contents: what a template makes of their length outside of the table would differ.
            first, second = (
                self._probed(context, page, made, n if entries[0].children else 0) for n in (1, 2)
            )
            if first != second:
                return "a template counts the entries of the table of contents"
            if first.filled(self._values(context, page, made)) != self.template.render(context):
                return "a template does with a page what no shell does"
        except UnknownReadError as why:
            return f"a template reads {why}"
        except Exception as error:  # noqa: BLE001, whatever a template does with a probe, its pages are rendered as ever
            return f"a template cannot be filled with slots ({type(error).__name__})"
        return first

    def _probed(self, context: dict[str, Any], page: GeneratedPage, made: Page, entries: int) -> Shell:
        """Render a template with slots, in a table of contents with some entries."""
        top = page.toc.items[0]
        below = [AnchorLink("", "", top.level + 1) for _ in range(entries)]
        slots = {
            "url": Slot("url"),
            "content": Slot("content"),
            "title": Slot("title", safe=True),
            "toc": Items([_entry(top, "h1", Items(_entry(one, "entry", Items(())) for one in below))]),
            "meta": {
                **page.meta,
                **{name: Slot(f"meta.{name}", safe=True) for name in _OWN & page.meta.keys()},
            },
            **{name: Slot(name) for name in _ADDRESSES if getattr(page, name)},
        }
        ours = {name: Slot(f"made.{name}") for name in _WORDS if getattr(made, name)}
        told = {
            **context,
            "page": Probe("page", page, {*_ALIKE, *_ADDRESSES}, slots),
            "briefings": {
                "page": Probe("briefings.page", made, {*_ALIKE_OF_OURS, *_WORDS}, ours),
                "moved_to": "",
                **{name: Slot(name) if context["briefings"][name] else "" for name in _WRITTEN},
            },
        }
        with guarded(self.env, folder_of(page)) as targets:
            rendered = self.template.render(told)
            contents = self.contents_template.render(told)
        if entries:
            rendered = rendered.replace(contents, f"{BEGIN}contents{RAW}{END}")
        found = _parts(rendered)
        allowed = {"url", "content", "title", "contents", "h1.title", "h1.id", "#h1", *_WRITTEN, *_ADDRESSES}
        allowed |= {f"meta.{name}" for name in _OWN} | {f"made.{name}" for name in _WORDS}
        if strange := {part[0] for part in found if not isinstance(part, str)} - allowed:
            raise UnknownReadError(f"page.toc beside {', '.join(sorted(strange))}")
        return Shell(found, _above(targets, context["config"]))

    def _contents(self, context: dict[str, Any], page: GeneratedPage) -> str:
        """Render a page's table of contents, of which those with the same levels have the same shell."""
        entries = [*_flat(page.toc)]
        shape = tuple((depth, one.level) for depth, one in entries)
        shell = self.contents.get(shape)
        if shell is None:
            numbers = iter(range(len(entries)))

            def probed(links: Iterable[AnchorLink]) -> Items:
                return Items([_entry(one, str(next(numbers)), probed(one.children)) for one in links])

            told = {
                **context,
                "page": Probe("page", page, (), {"toc": probed(page.toc), "url": Slot("url")}),
                "briefings": {"page": Probe("briefings.page", context["briefings"]["page"], (), {})},
            }
            with guarded(self.env, folder_of(page)):
                shell = self.contents[shape] = Shell(_parts(self.contents_template.render(told)))
        values = {}
        for number, (_, one) in enumerate(entries):
            values.update({f"{number}.title": one.title, f"{number}.id": one.id, f"#{number}": one.url})
        return shell.filled(values)

    def _values(self, context: dict[str, Any], page: GeneratedPage, made: Page) -> Mapping[str, str]:
        written = {name: context["briefings"][name] for name in _WRITTEN}
        return _Values(page, made, written, lambda: self._contents(context, page))


class _Values(dict[str, str]):
    """The words of a page by the names of slots, each found when a shell asks for it."""

    def __init__(
        self, page: GeneratedPage, made: Page, written: Mapping[str, str], contents: Callable[[], str]
    ) -> None:
        super().__init__(written)
        self.page, self.made, self.contents = page, made, contents

    def __missing__(self, name: str) -> str:
        value = self[name] = self._found(name)
        return value

    def _found(self, name: str) -> str:
        of, _, rest = name.partition(".")
        match of:
            case "contents":
                return self.contents()
            case "made":
                return str(getattr(self.made, rest))
            case "meta":
                value = self.page.meta[rest]
            case "h1":
                value = getattr(self.page.toc.items[0], rest)
            case "#h1":
                value = self.page.toc.items[0].url
            case _:
                value = getattr(self.page, name)
        return value if isinstance(value, str) else str(value)


def take_over(env: Environment, *, foreign: bool) -> Shells:
    """Have an environment give the shells to whoever asks for the template of generated pages, which MkDocs does."""
    shells = Shells(env, foreign=foreign)
    own = env.get_template

    def get_template(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002, Jinja's name
        return shells if name == TEMPLATE and parent is None else own(name, parent, globals)

    env.get_template = get_template  # type: ignore[method-assign]  # nothing else is asked for a page's template
    return shells


def is_foreign(config: MkDocsConfig, own: object) -> bool:
    """Return whether plugins or hooks other than ours change what templates are told of a page."""
    owners = (getattr(method, "__self__", None) for method in config.plugins.events["page_context"])
    return any(owner is not own and type(owner).__module__ not in _READERS for owner in owners)


def _key(context: Mapping[str, Any], page: GeneratedPage, made: Page) -> object:
    """Name the class of a page by all that its template may look into."""
    entries = page.toc.items
    if len(entries) != 1:
        raise UnknownReadError("without one heading at its top")
    return (
        folder_of(page),
        context["base_url"],
        entries[0].level,
        bool(entries[0].children),
        *(getattr(made, name) for name in _ALIKE_OF_OURS),
        *(bool(context["briefings"][name]) for name in _WRITTEN),
        *(bool(getattr(made, name)) for name in ("title", "description", "modified")),
        *(bool(getattr(page, name)) for name in _ADDRESSES),
        *(repr(getattr(page, name)) for name in _ALIKE),
        *((name, bool(value) if name in _OWN else repr(value)) for name, value in page.meta.items()),
    )


def _entry(link: AnchorLink, name: str, children: Items) -> Probe:
    """Stand in for an entry of a table of contents."""
    slots = {
        "title": Slot(f"{name}.title"),
        "id": Slot(f"{name}.id"),
        "url": Slot(f"#{name}"),
        "children": children,
    }
    return Probe("an entry of page.toc", link, ("level",), slots)


def _flat(links: Iterable[AnchorLink], depth: int = 0) -> Iterator[tuple[int, AnchorLink]]:
    for link in links:
        yield depth, link
        yield from _flat(link.children, depth + 1)


def _parts(rendered: str) -> tuple[Part, ...]:
    """Take what was rendered with slots apart."""
    parts: list[Part] = []
    at = 0
    for found in _SLOT.finditer(rendered):
        parts += (rendered[at : found.start()], (found[1], found[2]))
        at = found.end()
    parts.append(rendered[at:])
    if any(mark in part for part in parts if isinstance(part, str) for mark in (BEGIN, END)):
        raise UnknownReadError("what it has changed")
    return tuple(parts)


def _printed(value: str, form: str) -> str:
    if form == RAW:
        return value
    return str(escape(value)) if form == ESCAPED else str(without_tags(value))


def _above(targets: Iterable[str], config: MkDocsConfig) -> frozenset[str]:
    """Name the folders, each with a slash at its end, that hold one of these targets, or a script or a style sheet."""
    paths = {*targets, *map(str, config.extra_css), *map(str, config.extra_javascript)}
    return frozenset(path[: n + 1] for path in paths for n, sign in enumerate(path) if sign == "/")
