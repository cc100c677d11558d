"""A language that the theme has no words in: one line with the nearest, instead of the error of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.mkdocs.site_language import refusal

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = ("de", "en", "ja", "ko", "nb", "pt", "pt-BR", "zh", "zh-Hant")


@pytest.mark.parametrize(
    ("language", "ends"),
    [
        ("german", "The nearest is `de`: labels are then in German"),
        ("Deutsch", "The nearest is `de`: labels are then in German"),
        ("DE", "The nearest is `de`: labels are then in German"),
        ("de-AT", "The nearest is `de`: labels are then in German"),
        ("日本語", "The nearest is `ja`: labels are then in Japanese"),
        ("zh-Hans", "The nearest is `zh`: labels are then in Chinese"),
        ("zh_CN", "The nearest is `zh`: labels are then in Chinese"),
        ("zh-Hant-HK", "The nearest is `zh-Hant`: labels are then in Chinese (Traditional), and what no theme says in English"),
        ("no", "The nearest is `nb`: labels are then in Norwegian Bokmål, and what no theme says in English"),
        ("korean", "The nearest is `ko`: labels are then in Korean, and what no theme says in English"),
        ("pt_br", "The nearest is `pt-BR`: labels are then in Portuguese (Brazil), and what no theme says in English"),
        ("x", "it has de, en, ja, ko, nb, pt, pt-BR, zh, zh-Hant"),
        ("../en", "it has de, en, ja, ko, nb, pt, pt-BR, zh, zh-Hant"),
    ],
)  # fmt: skip
def test_the_nearest_is_named(language: str, ends: str) -> None:
    said = refusal(language, KNOWN)
    assert said.startswith(f"the theme has no words in `{language}`, so no page can be made")
    assert said.endswith(ends)


@pytest.mark.parametrize("language", KNOWN)
def test_what_the_theme_has_is_taken(language: str) -> None:
    assert refusal(language, KNOWN) == ""
    assert refusal(language, ()) == "", "another theme, which may need no files"


def test_check_and_build_say_it_alike(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for folder in ("docs", "seeds", "briefings"):
        (tmp_path / folder).mkdir()
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: D\ntheme: {name: material, language: german}\nplugins: [briefings]\n")
    checked = CliRunner().invoke(main, ["--root", str(tmp_path), "check"])
    assert checked.exit_code == 1
    line = "mkdocs.yml: theme: language: the theme has no words in `german`, so no page can be made. The nearest is `de`"
    assert line in checked.output
    with pytest.raises(Abort):
        build(load_config(str(config)))
    assert line in caplog.text
    config.write_text("site_name: D\ntheme: {name: material, language: de}\nplugins: [briefings]\n")
    assert CliRunner().invoke(main, ["--root", str(tmp_path), "check"]).exit_code == 0
