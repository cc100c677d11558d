// Where notes are in the margin: beside their sentences, never over each other, none further away than a screen.
(function () {
  "use strict";

  const say = globalThis.briefingsSay;

  const GAP = 9;
  const wide = matchMedia("(min-width: 60em)");

  // Decides which notes are shown and where, in pixels from the top of the page. A group is the notes of a paragraph: its
  // `top`, its `ceiling` (where something takes the whole width), `opened` if the reader asked for all of it, and `notes`,
  // each with the name of its target, the height of its citation (`at`) and its own (`tall`). What does not fit on one
  // screen with its sentence is folded, first in the groups that show most.
  function plan(groups, screen, button) {
    const most = groups.map(({ notes }) => notes.length);
    for (;;) {
      const places = stack(groups, most, screen, button);
      const far = places.findIndex((place, n) => place.far && !groups[n].opened);
      let fold = -1;
      // Those above it that push it down fold as well.
      for (let n = far; n >= 0; n -= 1) {
        if (!groups[n].opened && most[n] > 0 && (fold < 0 || most[n] > most[fold])) fold = n;
        if (places[n].top <= groups[n].top) break;
      }
      if (fold < 0) return places;
      most[fold] -= 1;
    }
  }

  function stack(groups, most, screen, button) {
    const above = []; // what is shown so far
    let free = 0;
    return groups.map(({ top, ceiling, opened, notes }, n) => {
      const start = Math.max(top, free);
      let end = start;
      let folded = 0;
      let far = false;
      const looks = notes.map(({ name, at, tall }, nth) => {
        // What is in sight of the citation is not shown again.
        if (above.some((one) => one.name === name && one.top >= at - screen / 2 && one.top + tall <= at + screen)) return "same";
        if (nth >= most[n] && !opened) {
          folded += 1;
          return "folded";
        }
        far ||= end + tall > Math.min(at + screen, ceiling);
        above.push({ name, top: end });
        end += tall;
        return "shown";
      });
      if (folded || opened) end += button;
      if (end > start) free = end + GAP;
      return { top: start, end, looks, folded, far: far || end > ceiling };
    });
  }

  // What a note is beside: the element that its citations are in.
  function block(evidence) {
    return evidence.closest("li") || evidence.previousElementSibling || evidence.parentElement;
  }

  // Instant navigation makes the addresses of links absolute.
  function address(name) {
    return new URL(name, document.baseURI).href;
  }

  function lay(page) {
    const all = [...page.querySelectorAll(".b-evidence")];
    const beside = wide.matches && !page.classList.contains("b-home");
    for (const evidence of all) {
      if (evidence.dataset.wide !== String(beside)) evidence.open = beside;
      evidence.dataset.wide = beside;
      if (!beside) evidence.removeAttribute("data-placed");
    }
    page.style.minHeight = "";
    if (!beside || !all.length) return;
    for (const note of page.querySelectorAll(".b-note")) note.classList.remove("b-folded", "b-same");
    for (const evidence of all) more(evidence).hidden = false;
    const origin = page.getBoundingClientRect();
    const margin = all[0].getBoundingClientRect();
    // Notes stand at the end of the lines: at the left of a page that runs from right to left.
    const rtl = getComputedStyle(page).direction === "rtl";
    const across = [...page.querySelectorAll(":scope > :not(.b-evidence, h1, template), :scope > section > :not(.b-evidence)")]
      .map((one) => one.getBoundingClientRect())
      .filter((box) => box.height && (rtl ? box.left < margin.right : box.right > margin.left));
    const groups = all.map((evidence) => {
      const beside = block(evidence);
      const { top, bottom } = beside.getBoundingClientRect();
      const cites = [...beside.querySelectorAll(".b-cite")];
      const notes = [...evidence.querySelectorAll(".b-note")].map((note) => {
        const name = address(note.dataset.for);
        const cite = cites.find((one) => one.href === name);
        const at = cite ? cite.getClientRects()[0].top : top;
        return { name, at: at - origin.top, tall: note.offsetHeight + parseFloat(getComputedStyle(note).marginBottom) };
      });
      const ceiling = Math.min(...across.filter((box) => box.top >= bottom).map((box) => box.top - origin.top - GAP));
      return { top: top - origin.top, ceiling, opened: "opened" in evidence.dataset, notes };
    });
    const header = document.querySelector(".md-header");
    const button = Math.max(...all.map((evidence) => more(evidence).offsetHeight));
    const places = plan(groups, innerHeight - (header ? header.offsetHeight : 0), button);
    places.forEach(({ top, looks, folded }, n) => {
      const evidence = all[n];
      evidence.style.setProperty("--b-top", top + "px");
      evidence.dataset.placed = "";
      [...evidence.querySelectorAll(".b-note")].forEach((note, nth) => {
        note.classList.toggle("b-folded", looks[nth] === "folded");
        note.classList.toggle("b-same", looks[nth] === "same");
      });
      const opened = "opened" in evidence.dataset;
      more(evidence).hidden = !folded && !opened;
      more(evidence).setAttribute("aria-expanded", String(opened));
      more(evidence).textContent = opened ? say("notes-fewer") : say(looks.includes("shown") ? "notes-more" : "notes-passages", { count: folded });
    });
    page.style.minHeight = Math.max(...places.map(({ end }) => end)) + "px";
  }

  function more(evidence) {
    let button = evidence.querySelector(":scope > .b-more");
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.className = "b-more";
      button.textContent = "more";
      button.addEventListener("click", () => {
        if (!evidence.toggleAttribute("data-opened")) evidence.removeAttribute("data-opened");
        lay(evidence.closest(".b-page"));
      });
      evidence.append(button);
    }
    return button;
  }

  function layAll() {
    document.querySelectorAll(".b-page").forEach(lay);
  }

  // Fonts, pictures, opened details, a narrower window: each changes a height.
  const watching = new ResizeObserver(layAll);

  function start() {
    const page = document.querySelector(".b-page");
    watching.disconnect();
    if (!page) return;
    document.documentElement.classList.add("b-beside", "b-placed");
    lay(page);
    for (const one of [page, ...page.querySelectorAll(".b-evidence")]) watching.observe(one);
  }

  wide.addEventListener("change", layAll);
  addEventListener("resize", layAll);

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
