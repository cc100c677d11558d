"""What ended a build is told with its place, wherever there is one."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateError
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs_briefings.mkdocs.failure import Where, failures, is_reported, warned

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
site_name: A desk of briefings
theme:
  name: material
plugins:
  - search
  - briefings:
      as_of: soon
      manual: maybe
# A comment: manual
nav: [index.md]
"""


@pytest.fixture
def where(tmp_path: Path) -> Where:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return Where(tmp_path / "mkdocs.yml", tmp_path / "docs", lambda spot: f"edit:{spot}")


@pytest.mark.parametrize(
    ("said", "line", "marked"),
    [
        ("Config value 'plugins': Plugin 'briefings' option 'manual': Expected type: bool", 8, "manual"),
        ("Config value 'theme': Unrecognised theme name: 'foo'.", 2, "theme"),
        ("Config value 'site_name': Required configuration not provided.", 1, "site_name"),
        ("Config value 'nav': The nav is no list", 10, "nav"),
        ("Config value 'gone': There is no such option", 1, "site_name"),
    ],
)
def test_an_option_that_is_wrong_is_told_at_its_line(where: Where, said: str, line: int, marked: str) -> None:
    (one,) = failures(Abort("Aborted with a configuration error!"), [said], where)
    assert (one.path, one.line, one.at) == ("mkdocs.yml", line, marked)
    assert said.endswith(one.message)
    assert one.editor == f"edit:mkdocs.yml:{line}:{one.column}"
    assert one.hint


def test_an_option_of_ours_is_told_at_its_line(where: Where) -> None:
    (one,) = failures(PluginError("mkdocs.yml: briefings: as_of: `soon` is not a day"), [], where)
    assert (one.path, one.line, one.column, one.at) == ("mkdocs.yml", 7, 7, "as_of")


def test_yaml_that_cannot_be_read_is_told_where_it_stops(where: Where) -> None:
    where.config.write_text("site_name: A desk\ntheme: {{name: material}\n", "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_config(str(where.config))
    (one,) = failures(caught.value, [], where)
    assert one.path == "mkdocs.yml"
    assert one.line in {2, 3}
    assert one.message.startswith("mkdocs.yml cannot be read: ")
    assert str(where.root) not in one.message


def test_yaml_that_is_nested_too_deeply_is_told_in_one_sentence(where: Where) -> None:
    error = RecursionError("maximum recursion depth exceeded")
    # As it comes out of the parser, without an input that would bring it there.
    code = compile("def compose(error):\n    raise error\n", "/lib/yaml/composer.py", "exec")
    space: dict[str, Any] = {}
    exec(code, space)  # noqa: S102
    with pytest.raises(RecursionError) as caught:
        space["compose"](error)
    (one,) = failures(caught.value, [], where)
    assert (one.path, one.line) == ("mkdocs.yml", 1)
    assert one.message == "mkdocs.yml cannot be read: this is nested too deeply to be read"


@pytest.mark.parametrize(
    "text", ["one\n{% endblok %}\n", "one\n{{ no.such.thing }}\n"], ids=["syntax", "name"]
)
def test_a_template_is_told_at_its_line(where: Where, text: str) -> None:
    (where.root / "main.html").write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        Environment(loader=FileSystemLoader(where.root), autoescape=True).get_template("main.html").render()
    (one,) = failures(caught.value, [], where)
    assert (one.path, one.line) == ("main.html", 2)
    assert one.before + one.at + one.after == text.split("\n")[1]
    told = PluginError(f"{where.root}/main.html:2: error: {caught.value}")
    told.__cause__ = caught.value
    assert failures(told, [], where) == [one], "as the plugin passes it on"


def test_a_hook_is_told_at_its_line_and_other_code_without_one(where: Where) -> None:
    hook = where.root / "hook.py"
    hook.write_text("def fall():\n    return {}['x']\n", "utf-8")
    space: dict[str, object] = {}
    exec(compile(hook.read_text("utf-8"), str(hook), "exec"), space)  # noqa: S102, as MkDocs runs hooks
    with pytest.raises(KeyError) as caught:
        space["fall"]()  # type: ignore[operator]
    (one,) = failures(caught.value, [], where)
    assert (one.path, one.line, one.message) == ("hook.py", 2, "KeyError: 'x'")
    with pytest.raises(ZeroDivisionError) as other:
        _ = 1 / 0
    (one,) = failures(other.value, [], where)
    assert (one.path, one.message) == ("", "ZeroDivisionError: division by zero")
    (one,) = failures(Abort("Aborted with 1 warnings in strict mode!"), [], where)
    assert one.message == "Aborted with 1 warnings in strict mode!"


def test_a_link_that_leads_nowhere_is_told_at_its_place(where: Where) -> None:
    where.docs.mkdir()
    (where.docs / "about.md").write_text("# About\n\nSee [it](nowhere.md).\n", "utf-8")
    said = "Doc file 'about.md' contains a link 'nowhere.md', but the target is not found."
    generated = said.replace("about.md", "sources/x.md")
    one, other = warned([said, generated], where)
    assert (one.path, one.line, one.column, one.severity) == ("docs/about.md", 3, 10, "warning")
    assert (other.path, other.message) == ("", generated)


def test_an_option_that_mkdocs_only_warns_of_is_told_at_its_line(where: Where) -> None:
    said = "Config value 'plugins': Plugin 'tags' option 'manual': Unrecognised configuration name: manual"
    (one,) = warned([said], where)
    assert (one.path, one.line, one.at, one.severity) == ("mkdocs.yml", 8, "manual", "warning")
    assert one.message.endswith("Unrecognised configuration name: manual")
    assert one.hint
    assert "until then" not in one.hint, "the site was built"


def test_of_the_log_only_what_has_no_other_place_is_told() -> None:
    assert is_reported("Config value 'nav': The nav is no list")
    assert is_reported("Doc file 'a.md' contains an absolute link '/b.md', it was left as is.")
    assert not is_reported("briefings/a.yml:1:1: error: no [x]")
    assert not is_reported("Building documentation...")


def test_a_file_of_the_desk_that_cannot_be_read_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "briefings/a.yml"))

    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\nplugins: [briefings]\n", "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    monkeypatch.setattr("mkdocs_briefings.mkdocs.desk_build.read", refuse)
    config.plugins.on_config(config)
    with pytest.raises(PluginError, match=r"^briefings/a\.yml: Permission denied; the old site"):
        config.plugins.on_pre_build(config=config)
