"""A build that fails says where and what to do, and leaves the site of before as it was."""

from __future__ import annotations

import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.powerless import powerless
from tests.site.conftest import BIN, environment, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site.conftest import Desk

pytestmark = pytest.mark.slow


def yaml_syntax(desk: Desk) -> None:
    desk.edit("briefings/2026-01-02-first.yml", "    quote: The", "    quote: said: The")


def unknown_reference(desk: Desk) -> None:
    desk.edit("briefings/2026-01-02-first.yml", "[@closes]", "[@shuts]")


def touched_seed(desk: Desk) -> None:
    desk.edit("seeds/report.txt", "head said", "boss said")


def broken_link(desk: Desk) -> None:
    desk.write("docs/about.md", "# About\n\n[Nowhere](nowhere.md)\n")


def broken_anchor(desk: Desk) -> None:
    desk.write("docs/about.md", "# About\n\n[Nowhere](briefings/first.md#c-nothing)\n")


def broken_template(desk: Desk) -> None:
    desk.write("overrides/main.html", '{% extends "base.html" %}\n{% block content %}\n{% endblok %}\n')


def failing_template(desk: Desk) -> None:
    desk.write(
        "overrides/main.html",
        '{% extends "base.html" %}\n{% block content %}{{ no.such.thing }}{% endblock %}\n',
    )


def page_in_the_way(desk: Desk) -> None:
    desk.write("docs/timeline.md", "# My own timeline\n")


def no_day(desk: Desk) -> None:
    desk.edit("mkdocs.yml", "[briefings]", "[briefings: {as_of: soon}]")


FAILURES: list[tuple[Callable[[Desk], None], tuple[str, ...]]] = [
    (yaml_syntax, ("briefings/2026-01-02-first.yml:9:", "error: ", "\n    ")),
    (unknown_reference, ("briefings/2026-01-02-first.yml:4:", "shuts", "[unknown-claim]", "\n    ")),
    (touched_seed, ("seeds/report.txt:", "[seal-broken]", "\n    ")),
    (broken_link, ("'about.md'", "'nowhere.md'", "strict mode")),
    (broken_anchor, ("'about.md'", "#c-nothing", "strict mode")),
    (broken_template, ("overrides/main.html:3: ", "endblok")),
    (failing_template, ("overrides/main.html:2: ", "'no' is undefined")),
    (page_in_the_way, ("docs/timeline.md:1:1: error: ", "[page-taken]", "\n    ")),
    (no_day, ("mkdocs.yml: briefings: as_of: `soon`", "write 2026-01-24 or today")),
]


@pytest.mark.parametrize(("fault", "told"), FAILURES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_failed_build_leaves_the_old_site(
    small: Desk, fault: Callable[[Desk], None], told: tuple[str, ...]
) -> None:
    small.write("site/index.html", "the site of before")
    small.write("site/old/page.html", "another page of before")
    before = tree(small.site)
    fault(small)
    done = small.build()
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stdout
    for words in told:
        assert words in done.stdout
    assert tree(small.site) == before
    assert small.leftovers() == []


def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(small: Desk) -> None:
    small.write("site/index.html", "the site of before")
    before = tree(small.site)
    (small.root / "briefings").chmod(0)
    try:
        done = powerless("mkdocs", "build", "--strict", cwd=small.root, env=environment())
    finally:
        (small.root / "briefings").chmod(0o755)
    assert done.returncode == 1, done.stdout
    assert "briefings: Permission denied; the old site was not changed" in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(small.site) == before
    assert small.leftovers() == []


@pytest.mark.parametrize("dirty", [(), ("--dirty",)])
def test_where_nothing_can_be_written_it_says_so(small: Desk, dirty: tuple[str, ...]) -> None:
    small.root.chmod(0o555)
    try:
        done = powerless("mkdocs", "build", *dirty, cwd=small.root, env=environment())
    finally:
        small.root.chmod(0o755)
    assert done.returncode == 1, done.stdout
    assert f"{small.root}" in done.stdout
    assert "the site cannot be written there: Permission denied" in done.stdout
    assert "mkdocs build --site-dir DIR" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_full_disk_leaves_the_old_site(small: Desk) -> None:
    small.write("site/index.html", "the site of before")
    small.write("full.py", "def on_post_page(output, **_): raise OSError(28, 'No space left on device')\n")
    small.configure(hooks="[full.py]")
    done = small.build()
    assert done.returncode == 1
    assert f"{small.root}: the site cannot be written there: No space left on device" in done.stdout
    assert "Traceback" not in done.stdout
    assert small.read("site/index.html") == "the site of before"
    assert small.leftovers() == []


def test_a_hook_that_fails_keeps_its_traceback(small: Desk) -> None:
    small.write("bad.py", "def on_post_page(output, **_): open('nowhere.txt')\n")
    small.configure(hooks="[bad.py]")
    done = small.build()
    assert done.returncode == 1
    assert "bad.py" in done.stdout
    assert "cannot be written" not in done.stdout


def test_mended_it_takes_the_place_of_the_old_site(small: Desk) -> None:
    small.write("site/index.html", "the site of before")
    small.write("site/old/page.html", "another page of before")
    (small.root / ".site.stage/left").mkdir(parents=True)
    done = small.build()
    assert done.returncode == 0, done.stdout
    assert "the site of before" not in (small.site / "index.html").read_text("utf-8")
    assert not (small.site / "old").exists()
    assert not (small.site / "left").exists()
    assert small.leftovers() == []


def test_a_site_folder_that_is_a_link_stays_one(small: Desk) -> None:
    """Where a web server reads from another folder, `site` is often a link to it."""
    small.write("public/index.html", "the site of before")
    small.site.symlink_to("public", target_is_directory=True)
    done = small.build()
    assert done.returncode == 0, done.stdout
    assert small.site.is_symlink()
    assert (small.root / "public/briefings/first/index.html").is_file()
    assert small.leftovers() == []


def test_ctrl_c_leaves_the_old_site(small: Desk) -> None:
    small.write("site/index.html", "the site of before")
    small.write(
        "slow.py", 'import time\ndef on_post_page(output, **_): print("now", flush=True); time.sleep(30)\n'
    )
    small.configure(hooks="[slow.py]")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [BIN / "mkdocs", "build"],
        cwd=small.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as build:
        assert build.stdout is not None
        before = [line for line in iter(build.stdout.readline, "now\n") if line or build.wait()]
        assert small.leftovers() != [], before
        build.send_signal(signal.SIGINT)
        printed = build.stdout.read()
    assert build.returncode == 1, printed
    assert "Traceback" not in printed
    assert tree(small.site) == {"index.html": b"the site of before"}
    assert small.leftovers() == []


def test_an_own_template_is_heeded_and_redirects_still_lead_on(small: Desk) -> None:
    small.write(
        "overrides/main.html",
        '{% extends "base.html" %}\n{% block announce %}Mind the gap.{% endblock %}\n',
    )
    small.edit("briefings/2026-01-02-first.yml", "sources:", "formerly: [closure]\nsources:")
    done = small.build()
    assert done.returncode == 0, done.stdout
    moved = (small.site / "briefings/closure/index.html").read_text("utf-8")
    assert "Mind the gap." in moved
    assert '<meta http-equiv="refresh" content="0; url=../first/">' in moved
    assert '<script>location.replace("../first/" + location.hash)</script>' in moved
    assert '<meta name="robots" content="noindex">' in moved
    assert "Mind the gap." in (small.site / "about/index.html").read_text("utf-8")
