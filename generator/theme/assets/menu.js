// The menu of narrow windows by keyboard: a button in place of Material's label, which opens it without a script.
(function () {
  "use strict";

  function start() {
    const button = document.querySelector("[data-b-menu]");
    const drawer = document.getElementById("__drawer");
    const sidebar = document.querySelector(".md-sidebar--primary");
    if (!button || !drawer || !sidebar || !button.hidden) return;

    function tell() {
      button.setAttribute("aria-expanded", drawer.checked);
    }

    function turn(open) {
      drawer.checked = open;
      drawer.dispatchEvent(new Event("change", { bubbles: true }));
    }

    button.hidden = false;
    button.nextElementSibling.hidden = true;
    tell();
    drawer.addEventListener("change", tell);
    button.addEventListener("click", () => {
      turn(!drawer.checked);
      if (drawer.checked) sidebar.querySelector("a[href]")?.focus();
    });
    sidebar.addEventListener("focusout", (event) => {
      if (drawer.checked && event.relatedTarget && !sidebar.contains(event.relatedTarget)) turn(false);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !drawer.checked || !button.isConnected) return;
      turn(false);
      button.focus();
    });
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
