"""A colour that a site chose: all words can be read, in Material's twenty-one colours and in one's own, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site.conftest import Built, Desk, Visit

pytestmark = pytest.mark.slow

PRIMARY = [
    "red",
    "pink",
    "purple",
    "deep-purple",
    "indigo",
    "blue",
    "light-blue",
    "cyan",
    "teal",
    "green",
    "light-green",
    "lime",
    "yellow",
    "amber",
    "orange",
    "deep-orange",
    "brown",
    "grey",
    "blue-grey",
    "black",
    "white",
]
ACCENT = PRIMARY[:16]
FAINT = """
([colours, schemes]) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => {
    const [r, g, b] = color.map((one) => one / 255).map((one) => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const over = (top, below) => top.slice(0, 3).map((one, i) => one * top[3] / 255 + below[i] * (1 - top[3] / 255));
  const ground = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.push(rgb(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  document.querySelectorAll("style, *").forEach((one) => { if (one.style) one.style.transition = "none"; });
  const words = [...document.querySelectorAll(".b-header *, .md-tabs *, .md-nav *, .md-content *, .md-footer *, .b-search *")]
    .filter((one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !one.closest(".headerlink, svg, .b-figure")
      && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const found = [];
  for (const scheme of schemes) for (const [name, value] of colours) {
    document.body.dataset.mdColorScheme = scheme;
    document.body.dataset[name] = value;
    const seen = new Set();
    for (const one of words) {
      const style = getComputedStyle(one);
      const key = `${one.className}|${one.parentElement.className}|${style.color}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const below = ground(one);
      const [a, b] = [light(over(rgb(style.color), below)), light(below)];
      const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
      if (contrast < 4.5) found.push([scheme, name, value, one.textContent.trim().slice(0, 30), contrast.toFixed(2)].join(" "));
    }
  }
  return [words.length, found];
}
"""


def faint(page: Visit, name: str, values: list[str]) -> list[str]:
    """Give the words of a page that hardly differ from their ground (WCAG 2.2, 1.4.3: 4.5 to 1)."""
    looked, found = page.page.evaluate(FAINT, [[[name, value] for value in values], ["default", "slate"]])
    assert looked > 20
    return list(found)


def test_words_can_be_read_in_each_colour_of_material(built: Built, visit: Callable[..., Visit]) -> None:
    del built
    page = visit()
    page.open("briefings/")
    page.page.keyboard.press("/")
    page.page.locator(".b-search input").fill("lock")
    page.page.locator(".b-search-hits mark").first.wait_for()
    assert faint(page, "mdColorPrimary", PRIMARY) == []
    colours = page.page.evaluate(
        """() => ["teal", "custom"].map((one) => {
            document.body.dataset.mdColorScheme = "default"; document.body.dataset.mdColorPrimary = one;
            return getComputedStyle(document.querySelector(".md-header")).backgroundColor; })"""
    )
    assert colours == ["rgb(0, 148, 133)", "rgb(255, 255, 255)"], "the colour is that of the head"


def test_links_can_be_read_under_the_mouse(built: Built, visit: Callable[..., Visit]) -> None:
    del built
    page = visit()
    page.open("about/")
    page.page.locator(".md-typeset p a").first.hover()
    assert faint(page, "mdColorAccent", ACCENT) == []


def test_a_site_chooses_its_colour_its_type_and_its_first_page(
    small: Desk, visit: Callable[..., Visit]
) -> None:
    small.edit(
        "mkdocs.yml",
        "plugins: [briefings]",
        "plugins: [briefings: {color: '#7a1f3d', typeface: system, home: [briefings]}]\ncopyright: © 2026 A desk",
    )
    done = small.build()
    assert done.returncode == 0, done.stdout
    with serving(small.site) as port:
        page = visit(url=f"http://127.0.0.1:{port}/")
        page.open("")
        head = page.page.locator(".md-header")
        assert head.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(122, 31, 61)"
        assert page.page.locator(".b-brand").evaluate("one => getComputedStyle(one).color") == "lch(100 0 0)"
        assert "system-ui" in page.page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily")
        assert page.page.locator("article h2").all_inner_texts() == ["Briefings"]
        assert "© 2026 A desk" in page.page.locator("footer").inner_text()
        assert (
            page.page.evaluate(
                "document.fonts.size && [...document.fonts].some(one => one.status === 'loaded')"
            )
            is False
        )
