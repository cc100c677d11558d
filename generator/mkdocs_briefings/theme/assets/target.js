// The place that a link leads to: unfolded where it is folded, shown where a filter hides it, and marked.
(function () {
  "use strict";

  // A long quotation may begin in the middle of a screen, but its beginning must be in sight.
  function isSeen(element) {
    const header = document.querySelector(".md-header");
    const { top } = element.getBoundingClientRect();
    return top >= (header ? header.offsetHeight : 0) - 1 && top < innerHeight * 0.8;
  }

  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // a broken percent sign
    }
  }

  function lead() {
    for (const one of document.querySelectorAll(".b-target")) one.classList.remove("b-target");
    const target = location.hash.length > 1 && named();
    if (!target || !target.closest(".b-page")) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (target.closest("[hidden]")) document.querySelector("form.b-filter")?.reset();
    // Without a reload the browser knows no :target.
    target.classList.add("b-target");
    // The forms answer after this turn, and their answer moves what follows.
    setTimeout(() => isSeen(target) || target.scrollIntoView(), 0);
  }

  addEventListener("hashchange", lead);
  // A link to the place where the reader is changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href*='#']");
    if (link && link.href === location.href) setTimeout(lead, 0);
  });

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(lead);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", lead);
  else lead();
})();
