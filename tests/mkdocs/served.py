"""Sites without a browser: a desk that is published, or served, edited, and held against a build that begins anew."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs_briefings.mkdocs.plugin import BriefingsPlugin

if TYPE_CHECKING:
    from mkdocs_briefings.mkdocs.server import Serving

REPOSITORY = Path(__file__).parents[2]
DESK = REPOSITORY / "tests/desk"
ADDRESS = "http://127.0.0.1:8000/"


def desk(root: Path, of: Path = DESK) -> Path:
    """Copy a desk."""
    shutil.copytree(of, root)
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """Read a site; what tells of problems is told apart."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Served:
    """A desk that is served, but for the sockets."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site = root, site
        self.site.mkdir()
        self.whole = 0
        """How many builds MkDocs made."""
        self.config = self.load()
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.build(self.config)
        self.server = LiveReloadServer(self.build, "127.0.0.1", 0, str(self.site))
        self.config.plugins.on_serve(self.server, config=self.config, builder=self.build)

    def load(self) -> MkDocsConfig:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site))
        config.site_url = ADDRESS
        return config

    def build(self, config: MkDocsConfig | None = None) -> None:
        self.whole += 1
        build(config or self.load(), serve_url=ADDRESS)

    @property
    def preview(self) -> Serving:
        plugin = self.config.plugins["briefings"]
        assert isinstance(plugin, BriefingsPlugin)
        assert plugin.session.preview is not None
        return plugin.session.preview

    def write(self, path: str, text: str | None) -> None:
        """Write a file, or remove it."""
        target = self.root / path
        if text is None:
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")

    def edit(self, *files: tuple[str, str | None]) -> None:
        """Change files and have the server take that up."""
        for path, text in files:
            self.write(path, text)
        self.preview.watcher.note([self.root / path for path, _ in files])
        builder: Any = self.server.builder
        builder()

    def close(self) -> None:
        self.config.plugins.on_shutdown()
        self.server.server_close()


def cold(root: Path, site: Path) -> dict[str, bytes]:
    """Build the preview of a desk as if nothing had been before."""
    # MkDocs keeps plugins from one configuration to the next.
    cache: dict[str, Any] = cast("Any", MkDocsConfig.plugins).plugin_cache
    kept = dict(cache)
    cache.clear()
    listening = logging.getLogger("mkdocs").handlers[:]
    for handler in listening:
        logging.getLogger("mkdocs").removeHandler(handler)
    served = Served(root, site)
    try:
        return tree(site)
    finally:
        served.close()
        shutil.rmtree(site)
        cache.update(kept)
        for handler in listening:
            logging.getLogger("mkdocs").addHandler(handler)


def built(root: Path, **options: Any) -> dict[str, bytes]:
    """Publish a site as the command does."""
    # MkDocs keeps plugins from one configuration to the next.
    cast("Any", MkDocsConfig.plugins).plugin_cache.clear()
    config = load_config(str(root / "mkdocs.yml"), **options)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return tree(root / "site")


def differing(one: dict[str, bytes], two: dict[str, bytes]) -> list[str]:
    """Name the files that are not the same in two sites."""
    return sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))
