"""What all outputs share: what is published, under which permanent names and addresses, and how a claim is told.

The corpus of a build holds no draft and nothing under embargo, and of a withdrawn briefing only the note; a preview,
which holds them, has no outputs. Words of sources come from `passage` alone, which keeps to their share.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlsplit

from mkdocs_briefings.derive.last_change import last_change
from mkdocs_briefings.document.words import words
from mkdocs_briefings.model import addresses
from mkdocs_briefings.outputs.clean import MOST_IN_A_TITLE, cut, one_line, title
from mkdocs_briefings.outputs.plain_html import plain_inline
from mkdocs_briefings.pages.claim import mention, mention_as, passage_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.model.corpus import Briefing, Claim, Corpus, Passage
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.pages.view import View

T = TypeVar("T")
_PLAIN = re.compile("[A-Za-z0-9_.~-]*")
"""What needs no quotation in an address."""

MINTED = "2026"
"""The year in the permanent names (RFC 4151): that in which their form was laid down."""

LEAST_OF_A_CLAIM = 200
"""Characters that are left of the words of a claim."""


class Publication:
    """A site as its outputs see it."""

    __slots__ = ("_addresses", "_kept", "corpus", "desk", "settings")

    def __init__(self, desk: View) -> None:
        self.desk = desk
        self.corpus: Corpus = desk.corpus
        self.settings: Settings = desk.settings
        self._kept: dict[str, Any] = {}
        self._addresses: dict[str, str] = {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Give what more than one part of an output asks for, made when it is asked for first."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: T = self._kept[name]
        return kept

    def address(self, target: Target | str) -> str:
        """Give the address of a page, a place in it or a file; relative to the site where its own is not known."""
        path, anchor = (target, "") if isinstance(target, str) else (target.page, target.anchor)
        found = self._addresses.get(path)
        if found is None:
            within = site_path(path, directory_urls=self.settings.directory_urls)
            found = self._addresses[path] = self.settings.address + within
        return f"{found}#{anchor if _PLAIN.fullmatch(anchor) else quote(anchor)}" if anchor else found

    def address_on(self, page: str, target: Target | str) -> str:
        """Give the address of a page or a place as it is written on a page: in full, or from that page on."""
        if self.settings.address:
            return self.address(target)
        here = site_path(page, directory_urls=self.settings.directory_urls)
        return f"{'../' * here.count('/')}{self.address(target)}" or "./"

    def web(self, target: Target | str) -> str | None:
        """Give the full address of a page or a place; none where that of the site is not known."""
        return self.address(target) if self.settings.address else None

    def changed(self, briefing: Briefing) -> dt.date | None:
        """Give the day on which a briefing changed last."""
        return self.once(f"changed {briefing.id}", lambda: last_change(self.corpus, briefing))

    def name(self, path: str) -> str:
        """Give a permanent name to what a path stands for: a tag URI, which no change of addresses touches.

        Args:
            path: of a page or of a part of one, made from the first id that the thing had.

        """
        site = urlsplit(self.settings.address)
        return f"tag:{site.hostname or 'localhost'},{MINTED}:{quote(site.path or '/')}{quote(path)}"

    def uid(self, path: str) -> str:
        """Give the same in the form that calendars have, without the signs that they would escape."""
        site = urlsplit(self.settings.address)
        return f"{quote(path)}@{site.hostname or 'localhost'}{quote(site.path)}"

    def titled(self, about: str) -> str:
        """Give the title of what is about a thing of the site, or about all of it."""
        site = title(self.settings.title)
        return self.desk.say("feed-title", site=site, about=title(about)) if about else site

    def told(self, claim: Claim) -> str:
        """Tell a claim in plain words: its kind, what it says, who says it, who denies it or replies."""
        return one_line(self.said(self.desk, claim))

    def said(self, desk: View, claim: Claim) -> str:
        """The same as it is, in the language of a desk."""
        key = f"said {desk.say.language} {claim.ref}"
        found: str | None = self._kept.get(key)
        if found is None:
            found = self._kept[key] = words(mention(desk, claim))
        return found

    def said_html(self, desk: View, claim: Claim) -> str:
        """The same as HTML for other programs."""
        key = f"said as HTML {desk.say.language} {claim.ref}"
        found: str | None = self._kept.get(key)
        if found is None:
            told = mention(desk, claim)
            found = self._kept[key] = plain_inline(told, self.address)
            self._kept.setdefault(f"said {desk.say.language} {claim.ref}", words(told))
        return found

    def passage(self, passage: Passage) -> str | None:
        """Give the words of a passage; None where the site withholds them."""
        return None if passage in self.desk.derived.withheld else passage_words(self.desk, passage)


def told_short(desk: View, claim: Claim, said: str) -> str:
    """Tell a claim for a list: of too many words its own are cut, never its kind, its voices or who denies it.

    Args:
        desk: the desk.
        claim: the claim.
        said: its words, or others for it.

    """
    said = one_line(said)
    whole = one_line(words(mention_as(desk, claim, said, voiced=True)))
    most = max(LEAST_OF_A_CLAIM, len(said) + MOST_IN_A_TITLE - len(whole))
    if len(whole) <= MOST_IN_A_TITLE or len(said) <= most:
        return whole
    return one_line(words(mention_as(desk, claim, cut(said, most), voiced=True)))


@lru_cache(maxsize=1 << 14)
def site_path(path: str, *, directory_urls: bool) -> str:
    """Give the address of a page or a file within the site, percent-encoded."""
    if not path.endswith(".md"):
        return quote(path)
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if name == "index":
        stem = folder
        ending = "" if not folder else "/"
        return quote(f"{stem}{ending}" if directory_urls else f"{folder}{ending}index.html")
    return quote(f"{stem}/" if directory_urls else f"{stem}.html")


def first_id(id_: str, formerly: tuple[str, ...]) -> str:
    """Give the first id that a thing had: `rename` adds each old one at the end of `formerly`."""
    return formerly[0] if formerly else id_


def briefing_path(briefing: Briefing) -> str:
    """Give the path that stands for a briefing in permanent names."""
    return addresses.briefing(first_id(briefing.id, briefing.formerly)).removesuffix(".md")


def correction_path(briefing: Briefing, number: int) -> str:
    """Give the path that stands for a correction, counted from 0: its date, and the which it is of that date."""
    dated = [one.date.text for one in briefing.corrections[: number + 1]]
    which = f"{dated[-1]}{f'.{dated.count(dated[-1])}' if dated.count(dated[-1]) > 1 else ''}"
    return f"{briefing_path(briefing)}/corrections/{which}"


def version_path(briefing: Briefing, number: str) -> str:
    """Give the path that stands for a recorded version in permanent names."""
    return f"{briefing_path(briefing)}/versions/{number}"


def claim_path(corpus: Corpus, claim: Claim) -> str:
    """Give the path that stands for a claim in permanent names."""
    home = briefing_path(corpus.briefings[claim.briefing])
    return f"{home}/claims/{first_id(claim.id, claim.formerly)}"
