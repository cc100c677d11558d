"""Another plugin that ends a build is named, with what to use instead."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs_briefings.mkdocs.neighbours import blame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def module(name: str, text: str) -> ModuleType:
    made = ModuleType(name)
    exec(text, made.__dict__)  # noqa: S102, a module of the test's own
    sys.modules[name] = made
    return made


@pytest.fixture
def made() -> Iterator[dict[str, Any]]:
    """Give plugins of other packages, which fail in a module beside their own, as they are told."""
    text = "class Plugin:\n    def work(self, do):\n        do()\n"
    homes = {
        "rss": "rss_of_others.plugin",
        "lone": "lone_of_others",
        "material/blog": "material.plugins.blog.p",
    }
    before = dict(sys.modules)
    yield {name: module(home, text).Plugin() for name, home in homes.items()}
    sys.modules.clear()
    sys.modules.update(before)


def failed(error: Exception) -> Callable[[], None]:
    def do() -> None:
        raise error

    return do


def told(plugins: dict[str, Any], name: str, error: Exception) -> str:
    with pytest.raises(type(error)) as caught:
        plugins[name].work(failed(error))
    return blame(caught.value, plugins)


def test_a_known_plugin_is_named_with_what_to_use_instead(made: dict[str, Any]) -> None:
    found = told(made, "rss", TypeError("the path\nis None"))
    assert found.startswith("mkdocs.yml: rss: this plugin ended the build (TypeError: the path is None);")
    assert "the old site was not changed" in found
    assert "outputs: [feeds]" in found


@pytest.mark.parametrize(("name", "short"), [("lone", "lone"), ("material/blog", "blog")])
def test_an_unknown_plugin_is_named_too(made: dict[str, Any], name: str, short: str) -> None:
    found = told(made, name, FileNotFoundError(2, "No such file", "/site/about/index.md"))
    assert found.startswith(f"mkdocs.yml: {short}: this plugin ended the build (FileNotFoundError: ")
    assert "the other side of briefings" in found


def test_a_plugin_that_says_itself_what_is_wrong_or_finds_the_disk_full_is_not_blamed(
    made: dict[str, Any],
) -> None:
    assert told(made, "rss", PluginError("set a site_url")) == ""
    assert told(made, "rss", OSError(28, "No space left on device")) == ""


def test_what_no_plugin_ran_is_blamed_on_none(made: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as caught:
        failed(TypeError("ours"))()
    assert blame(caught.value, made) == ""
