// The menu of narrow windows by keyboard: a button in place of Material's label, which opens it without a script.
(function () {
  "use strict";

  // Under instant navigation some of these are others on the next page.
  const button = () => document.querySelector("[data-b-menu]");
  const drawer = () => document.getElementById("__drawer");
  const sidebar = () => document.querySelector(".md-sidebar--primary");

  function tell() {
    button()?.setAttribute("aria-expanded", Boolean(drawer()?.checked));
  }

  function turn(open) {
    drawer().checked = open;
    drawer().dispatchEvent(new Event("change", { bubbles: true }));
  }

  function start() {
    // Material lets wide tables of hand-written pages scroll, out of reach for the keyboard in some browsers.
    for (const table of document.querySelectorAll(".md-typeset__scrollwrap")) table.tabIndex = 0;
    if (!button() || !drawer()) return;
    button().hidden = false;
    button().nextElementSibling.hidden = true;
    tell();
  }

  document.addEventListener("change", (event) => event.target === drawer() && tell());
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-b-menu]")) return;
    turn(!drawer().checked);
    if (drawer().checked) sidebar()?.querySelector("a[href]")?.focus();
  });
  document.addEventListener("focusout", (event) => {
    if (!drawer()?.checked || !event.relatedTarget || !sidebar()?.contains(event.target)) return;
    if (!sidebar().contains(event.relatedTarget)) turn(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !button() || !drawer()?.checked) return;
    turn(false);
    button().focus();
  });

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
