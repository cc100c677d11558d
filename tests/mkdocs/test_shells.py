"""Shells: every page is what the theme's own templates make of it, whatever these read."""

from __future__ import annotations

import shutil
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import ChoiceLoader, DictLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_briefings.mkdocs import plugin as plugin_module
from mkdocs_briefings.mkdocs.shells import TEMPLATE, Shells, is_foreign

if TYPE_CHECKING:
    from jinja2 import Environment

REPOSITORY = Path(__file__).parents[2]
DESKS = {"ours": REPOSITORY, "invented": REPOSITORY / "tests/desk"}


class Recorded(Shells):
    """Shells that keep what MkDocs gave them, and compare each page with its own rendering."""

    def __init__(self, env: Environment, *, foreign: bool) -> None:
        super().__init__(env, foreign=foreign)
        self.contexts: list[dict[str, Any]] = []
        self.differ: list[str] = []
        self.overrides = DictLoader({})
        self.changeable = copy(env)
        """The environment with overrides of a site."""
        assert env.loader is not None
        self.changeable.loader = ChoiceLoader([self.overrides, env.loader])
        self.changeable.auto_reload = True
        self.changeable.cache = {}

    def render(self, context: dict[str, Any]) -> str:
        self.contexts.append(context)
        stock = self.template.render(context)
        spliced = super().render(context)
        if spliced != stock:
            self.differ.append(context["page"].file.src_uri)
        return spliced


def recorded(root: Path, site: Path) -> Recorded:
    """Build a site and give its shells."""
    made: list[Recorded] = []

    def take_over(env: Environment, *, foreign: bool) -> Recorded:
        shells = Recorded(env, foreign=foreign)
        own = env.get_template
        env.get_template = lambda name, *more: shells if name == TEMPLATE and not more else own(name, *more)  # type: ignore[method-assign, assignment]
        made.append(shells)
        return shells

    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        patch.setattr(plugin_module, "take_over", take_over)
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=False)
        config.plugins["briefings"].config["search"] = False
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        (shells,) = made
        return shells


@pytest.mark.slow
@pytest.mark.parametrize("name", DESKS)
def test_all_pages_are_the_same_and_most_are_spliced(name: str, tmp_path: Path) -> None:
    shells = recorded(DESKS[name], tmp_path / "site")
    assert shells.differ == []
    others = {"in the navigation", "a redirect"}
    assert shells.stock.keys() <= others, "every other page is spliced"
    assert shells.spliced == len(shells.contexts) - shells.stock.total() > 80
    assert not [made for made in shells.made.values() if isinstance(made, str)]


SAFE = {
    "page.title, escaped and not": "{{ page.title }}<a title='{{ page.title | e }}'>{{ page.title | striptags }}</a>",
    "our title, escaped and not": "{{ briefings.page.title }}<a title='{{ briefings.page.title | e }}'></a>",
    "addresses": "{{ page.url }} {{ page.canonical_url }} {{ 'index.html' | url }} {{ base_url }}",
    "what a class has alike": "{% if page.is_homepage or briefings.page.kind == 'entity' %}x{% endif %}{{ briefings.page.lang }}",
    "the table of contents": "{% for one in page.toc %}{{ one.title }} {{ one.id }} {{ one.url }}{% endfor %}",
    "what no page has": "{{ page.meta.tags }}{{ page.encrypted }}{% if page.nowhere %}x{% endif %}",
    "other pages": "{% for one in nav %}{{ one.title }}{% endfor %}{{ pages | length }}",
    "whether there is a description": "{% if page.meta.description %}x{% else %}y{% endif %}",
}
UNSAFE = {
    "a length": "{{ page.title | length }}",
    "a word in a title": "{% if 'Order' in page.title %}x{% endif %}",
    "a title in words": "{% if page.title in 'Order No. 7, Order No. 9' %}x{% endif %}",
    "a title among others": "{% if page.title in ['Order No. 7'] %}x{% endif %}",
    "a title that equals": "{% if briefings.page.title == 'Order No. 7' %}x{% endif %}",
    "a file": "{{ page.file.src_uri }}",
    "an absolute address": "{{ page.abs_url }}",
    "capitals": "{{ page.title | upper }}{{ page.title.upper() }}",
    "a part": "{{ page.title[:3] }}",
    "words": "{{ page.title | wordcount }}",
    "another word": "{{ page.title | replace('Order', 'Law') }}",
    "JSON": "{{ page.title | tojson }}",
    "a sum": "{{ page.title + '!' }}",
    "the way to itself": "{{ page.url | url }}",
    "cut words": "{{ briefings.page.description | truncate(20) }}",
    "content that has a table": "{% if '<table' in page.content %}x{% endif %}",
    "the length of the content": "{{ page.content | length }}",
    "entries that are counted": "{{ (page.toc | first).children | length }}",
    "entries that are gone through": "{% for one in page.toc %}{% for two in one.children %}.{% endfor %}{% endfor %}",
    "entries that are printed again": "{% for one in page.toc %}{% for two in one.children %}{{ two.title }}{% endfor %}{% endfor %}",
    "our blocks": "{{ briefings.page.blocks | length }}",
    "front matter as a whole": "{{ page.meta }}",
    "a function": "{{ dict(a=page.title) }}",
    "a page that is another": "{% for one in pages %}{{ one.page == page }}{% endfor %}",
    "a test": "{{ page.title is eq('Order No. 7') }}",
    "a loop over words": "{% for one in page.title %}{{ one }}{% endfor %}",
    "a format": "{{ '%.3s' | format(page.title) }}{{ '{:>99}'.format(page.title) }}",
    "a mapped filter": "{{ [page.title] | map('upper') | join }}",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    root = tmp_path_factory.mktemp("desk")
    for folder in ("briefings", "seeds"):
        shutil.copytree(REPOSITORY / "tests/cases/_base" / folder, root / folder)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: Desk\nsite_url: https://desk.example/\ntheme: {name: material, font: false}\nplugins: [briefings]\n"
        "nav: [index.md]\n"
    )
    return recorded(root, root / "site")


def tried(desk: Recorded, override: str) -> tuple[Shells, list[str]]:
    """Render all pages with an override of the site; give the shells, and the pages that are not the same."""
    desk.overrides.mapping = {
        "main.html": f'{{% extends "base.html" %}}{{% block footer %}}<i>{override}</i>{{% endblock %}}'
    }
    shells = Shells(desk.changeable, foreign=False)
    differ = []
    for context in desk.contexts:
        context["page"].active = True
        try:
            stock = shells.template.render(context)
        except TypeError:  # an override that fails on a page fails with shells, too
            with pytest.raises(TypeError):
                shells.render(context)
            continue
        differ += [] if shells.render(context) == stock else [context["page"].file.src_uri]
    return shells, differ


@pytest.mark.slow
@pytest.mark.parametrize("override", SAFE.values(), ids=SAFE)
def test_what_only_prints_words_is_spliced(desk: Recorded, override: str) -> None:
    shells, differ = tried(desk, override)
    assert differ == []
    assert shells.stock.keys() <= {"in the navigation"}
    assert shells.spliced


@pytest.mark.slow
@pytest.mark.parametrize("override", UNSAFE.values(), ids=UNSAFE)
def test_what_looks_into_words_is_rendered_page_by_page(desk: Recorded, override: str) -> None:
    shells, differ = tried(desk, override)
    assert differ == []
    assert any(why.startswith("a template") for why in shells.stock), shells.stock


@pytest.mark.slow
def test_a_page_above_others_has_other_links(desk: Recorded) -> None:
    """The way from `briefings/first/` to what is below it is shorter than from its neighbours."""
    urls = [context["page"].url for context in desk.contexts if context["page"].url.count("/") > 1]
    shells, differ = tried(desk, "".join(f"{{{{ '{url}deep/' | url }}}}" for url in urls[::2]))
    assert differ == []
    assert shells.spliced
    assert shells.stock["above other pages"]


HOOKS = {
    "context": (
        "def on_page_context(context, page, config, nav):\n    context['mine'] = page.file.src_uri\n    return context\n",
        True,
    ),
    "front matter": (
        "def on_page_context(context, page, config, nav):\n    page.meta['x'] = page.file.src_uri\n",
        True,
    ),
    "content": ("def on_page_content(html, page, config, files):\n    return html + page.file.src_uri\n", False),
    "post page": ("def on_post_page(output, page, config):\n    return output + page.file.src_uri\n", False),
    "environment": ("def on_env(env, config, files):\n    for one in files.documentation_pages():\n        one.page.meta['x'] = one.src_uri\n", False),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("hook", "foreign"), HOOKS.values(), ids=HOOKS)
def test_hooks_see_what_they_always_saw(hook: str, foreign: bool, tmp_path: Path) -> None:
    for folder in ("briefings", "seeds"):
        shutil.copytree(REPOSITORY / "tests/cases/_base" / folder, tmp_path / folder)
    (tmp_path / "docs").mkdir()
    (tmp_path / "over").mkdir()
    (tmp_path / "over/main.html").write_text(
        '{% extends "base.html" %}{% block footer %}{{ mine }}{% if page %}{{ page.meta.x }}{% endif %}{% endblock %}'
    )
    (tmp_path / "hook.py").write_text(hook)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Desk\ntheme: {name: material, font: false, custom_dir: over}\nplugins: [briefings]\nhooks: [hook.py]\n"
    )
    shells = recorded(tmp_path, tmp_path / "site")
    assert shells.differ == []
    assert bool(shells.spliced) is not foreign
    page = next((tmp_path / "site").glob("briefings/*/index.html"))
    path = page.parent.relative_to(tmp_path / "site").as_posix() + ".md"
    assert path in page.read_text("utf-8")


def test_plugins_that_only_read_are_no_strangers(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\nplugins: [search]\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    assert not is_foreign(config, None)
