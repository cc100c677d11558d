// Fewer stops on the way to the text, and names that tell what a link leads to, for keyboards and voices.
(function () {
  "use strict";

  const say = globalThis.briefingsSay;
  const wide = matchMedia("(min-width: 76.25em)");
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  // A row of links is one stop; arrows lead along it.
  function row(list, current) {
    const links = [...list.querySelectorAll("a[href]")].filter((link) => link.checkVisibility({ visibilityProperty: true }));
    if (links.length < 2) return;
    const stop = (at) => links.forEach((link) => { link.tabIndex = link === at ? 0 : -1; });
    stop(links.find((link) => link.closest(current)) || links[0]);
    list.addEventListener("keydown", (event) => {
      const at = links.indexOf(event.target);
      const rtl = getComputedStyle(list).direction === "rtl" && event.key.match(/Left|Right/) ? -1 : 1;
      const to = event.key === "Home" ? 0 : event.key === "End" ? links.length - 1 : at + rtl * STEPS[event.key];
      if (at < 0 || !links[to] || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      stop(links[to]);
      links[to].focus();
    });
  }

  // The name of the site leads where the first tab or line of the menu does: one of the two is enough.
  function home() {
    const brand = document.querySelector(".b-brand");
    const again = brand && [...document.querySelectorAll(".md-tabs a[href], .md-sidebar--primary a[href]:not(.md-logo)")].some((link) => link.href === brand.href);
    if (again) brand.tabIndex = -1;
  }

  function start() {
    const tabs = document.querySelector(".md-tabs__list");
    const menu = document.querySelector(".md-sidebar--primary");
    const contents = document.querySelector(".md-sidebar--secondary");
    if (tabs) row(tabs, ".md-tabs__item--active");
    // On narrow windows it is a menu, by whose links Tab leads.
    if (menu && wide.matches) row(menu, ".md-nav__link--active");
    if (contents) {
      row(contents, ".md-nav__link--active");
      document.querySelector(".md-content")?.after(contents); // the text first; where it is seen, the style says
    }
    home();
    // The table of contents has the same links, under the names of their headings.
    for (const link of document.querySelectorAll(".headerlink")) {
      link.tabIndex = -1;
      link.setAttribute("aria-hidden", "true");
    }
    const titles = [...document.querySelectorAll(".b-page a[href]:not(.b-cite, .b-number)")];
    for (const link of document.querySelectorAll(".b-page .b-cite")) {
      const kept = document.querySelector("template#b-previews")?.content.children || [];
      const note = [...document.querySelectorAll(".b-note"), ...kept].find((one) => new URL(one.dataset.for, document.baseURI).href === link.href);
      // An article that is cited as a whole has no note: it is named where the page lists its sources.
      const who = (note?.querySelector(".b-who") || titles.find((one) => one.href === link.href))?.cloneNode(true);
      if (!who) continue;
      who.querySelector(".b-number")?.remove();
      link.setAttribute("aria-label", say("cite-name", { mark: link.textContent, who: who.textContent.trim() }));
    }
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
