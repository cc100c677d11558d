"""The recipes for hosts: whatever can be read or run here is read and run."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import time
import tomllib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.site.conftest import Built

RECIPES = Path(__file__).parents[2] / "recipes"
COMMANDS = (
    "pip install -r requirements.lock",
    "pip install -r requirements.txt",
    "briefings check --strict",
    "mkdocs build --strict",
)
POLICY = re.compile(r"default-src[^\"\n]+frame-ancestors ['self*]+")


def text(name: str) -> str:
    return (RECIPES / name).read_text(encoding="utf-8")


def test_all_recipes_are_explained() -> None:
    manual = (RECIPES.parent / "docs/publishing.md").read_text(encoding="utf-8")
    assert [one.name for one in sorted(RECIPES.iterdir()) if f"recipes/{one.name}" not in manual] == []


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "netlify.toml", "Dockerfile"])
def test_each_host_checks_and_builds_strictly(name: str) -> None:
    told = text(name)
    assert all(command in told.replace(" --no-cache-dir", "") for command in COMMANDS)


def test_what_hosts_read_can_be_read() -> None:
    jobs = YAML(typ="safe").load(text("gitlab-ci.yml"))
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert tomllib.loads(text("netlify.toml"))["build"]["publish"] == "site"
    subprocess.run(["sh", "-n", RECIPES / "s3-publish"], check=True)


def test_all_servers_send_the_same_policy() -> None:
    policies = {frozenset(POLICY.findall(text(name))) for name in ("nginx.conf", "Caddyfile", "_headers")}
    assert [len(found) for found in policies] == [2], (
        "that of pages, and that of what others may show in a frame"
    )


def test_a_bucket_gets_pages_after_what_they_need(tmp_path: Path) -> None:
    log = tmp_path / "log"
    (tmp_path / "aws").write_text(f'#!/bin/sh\necho "$@" >>{log}\n', encoding="utf-8")
    (tmp_path / "aws").chmod(0o755)
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    run = [str(RECIPES / "s3-publish"), "desk"]
    assert subprocess.run(run, cwd=tmp_path, env=env, capture_output=True, check=False).returncode == 1
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").touch()
    subprocess.run(run, cwd=tmp_path, env=env, check=True)
    first, second, third = log.read_text(encoding="utf-8").splitlines()
    assert "immutable" in first
    assert "no-cache" in second
    assert "--delete" not in first + second
    assert "--delete" in third


def nginx(root: Path, site: Path, port: int) -> list[str]:
    config = (
        text("nginx.conf").replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/srv/site", str(site))
    )
    (root / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {root}/pid; error_log stderr;\n"
        f"events {{}}\nhttp {{ access_log off; client_body_temp_path {root}/a; proxy_temp_path {root}/b; fastcgi_temp_path {root}/c;"
        f" uwsgi_temp_path {root}/d; scgi_temp_path {root}/e;\n{config}\n}}\n",
        encoding="utf-8",
    )
    return ["nginx", "-c", str(root / "nginx.conf")]


def caddy(root: Path, site: Path, port: int) -> list[str]:
    config = (
        text("Caddyfile")
        .replace("\n:8080 {", f"\nhttp://127.0.0.1:{port} {{")
        .replace("/srv/site", str(site))
    )
    (root / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{config}", encoding="utf-8")
    return ["caddy", "run", "--config", str(root / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS = {"nginx": nginx, "caddy": caddy}


@contextmanager
def serving(command: list[str], port: int, home: Path) -> Iterator[None]:
    env = {
        "PATH": "/usr/sbin:/usr/bin:/bin",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
    }
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            for _ in range(100):
                if process.poll() is not None:
                    assert process.stderr is not None
                    raise AssertionError(process.stderr.read().decode())
                try:
                    asked(port, "/")
                    break
                except OSError:
                    time.sleep(0.1)
            yield
        finally:
            process.terminate()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def asked(port: int, path: str) -> tuple[int, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Connection": "close"})
        with connection.getresponse() as answer:
            answer.read()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


@pytest.mark.soak
@pytest.mark.parametrize("name", SERVERS)
def test_a_server_serves_the_site_as_it_should(
    name: str, built: Built, browser: Browser, tmp_path: Path
) -> None:
    site, port = built.site, free_port()
    if not shutil.which(name, path="/usr/sbin:/usr/bin:/bin"):
        pytest.skip(f"{name} is not installed: apt-get install {name}")
    with serving(SERVERS[name](tmp_path, site, port), port, tmp_path):
        status, headers = asked(port, "/")
        assert (status, headers["cache-control"]) == (200, "no-cache")
        assert headers["content-encoding"] == "gzip"
        assert headers["content-type"].startswith("text/html")
        status, headers = asked(port, "/no/such/page")
        assert status == 404
        assert headers["content-type"].startswith("text/html")
        font = next((site / "assets/fonts").glob("*.woff2")).relative_to(site).as_posix()
        assert "immutable" in asked(port, f"/{font}")[1]["cache-control"]
        part = next((site / "pagefind").rglob("*.pf_index")).relative_to(site).as_posix()
        assert "immutable" in asked(port, f"/{part}")[1]["cache-control"]
        assert asked(port, "/assets/briefings.js")[1]["cache-control"] == "no-cache"

        page = browser.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(f"http://127.0.0.1:{port}/")
        page.locator("[data-b-search]").first.click()
        page.locator(".b-search input").fill("lock")
        page.locator(".b-search-hits a").first.wait_for()
        assert wrong == []
        page.close()
