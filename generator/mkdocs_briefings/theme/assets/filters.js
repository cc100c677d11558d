// The filters of lists, kept in the address: reading works without them.
(function () {
  "use strict";

  const say = globalThis.briefingsSay;

  const paper = matchMedia("print");

  function parameters() {
    return new URLSearchParams(location.search);
  }

  // What is none of ours stays in the address.
  function remember(changes) {
    const search = parameters();
    for (const [name, value] of Object.entries(changes)) {
      if (value) search.set(name, value);
      else search.delete(name);
    }
    const text = search.toString();
    const address = location.pathname + (text ? "?" + text : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", address);
  }

  const ENTRY = ".b-entry, .b-row";

  // The headings, each with the entries below it, down to the next of its rank or above; an entry may have one itself.
  function groups() {
    const open = [];
    const found = [];
    for (const element of document.querySelectorAll("article :is(h2, h3, .b-entry, .b-row)")) {
      const own = element.closest(".b-entry");
      if (own && own !== element) {
        found.push({ heading: element, entries: [own] });
        continue;
      }
      if (element.matches(ENTRY)) {
        for (const group of open) group.entries.push(element);
        continue;
      }
      while (open.length && open.at(-1).rank >= element.tagName) open.pop();
      open.push({ heading: element, rank: element.tagName, entries: [] });
      found.push(open.at(-1));
    }
    return found.filter((group) => group.entries.length);
  }

  // A heading goes together with what it introduces and with what leads to it from the tables of contents.
  function hide(heading, hidden) {
    heading.hidden = hidden;
    for (let next = heading.nextElementSibling; next && next.matches("p, table"); next = next.nextElementSibling) {
      next.hidden = hidden;
    }
    if (!heading.id) return;
    const links = document.querySelectorAll(`.md-nav--secondary a[href$="#${CSS.escape(heading.id)}"]`);
    for (const link of links) link.parentElement.hidden = hidden;
  }

  // Rows that tell more of what another row is about.
  function followers() {
    const subject = (row) => row.querySelector("td:first-child a[href]")?.href;
    const rows = new Map([...document.querySelectorAll(".b-row")].map((row) => [subject(row), row]));
    const others = rows.size ? [...document.querySelectorAll("article .b-table tbody tr:not(.b-row)")] : [];
    return others.filter((row) => rows.has(subject(row))).map((row) => ({ mark: row, item: row, entries: [rows.get(subject(row))] }));
  }

  // What a picture marks, with the entries that each mark stands for: one, or a number of them.
  function marks() {
    const found = [...document.querySelectorAll("[data-of]")].map((mark) => ({
      mark,
      item: mark.closest("li, .b-sum") || mark,
      entries: mark.dataset.of.split(" ").map((id) => document.getElementById(id)?.closest(ENTRY)).filter(Boolean),
    }));
    return [...found, ...followers()];
  }

  function recount({ mark, item, entries }, count) {
    if (!mark.matches(".b-tile")) return;
    mark.dataset.share ||= item.style.getPropertyValue("--b-share");
    mark.textContent = count.toLocaleString(globalThis.briefingsWords.language);
    item.style.setProperty("--b-share", (mark.dataset.share * count) / entries.length);
    const words = say("label", { label: mark.dataset.where, words: say("events", { count }) });
    mark.setAttribute("aria-label", words);
    mark.title = words;
  }

  // The picture shows what the list does: filtered on a screen, all of it on paper.
  function draw(found, whole) {
    for (const one of found) {
      const count = whole ? one.entries.length : one.entries.filter((entry) => !entry.hidden).length;
      one.item.hidden = !count;
      recount(one, count);
    }
    const some = found.some((one) => one.item.hidden);
    for (const group of document.querySelectorAll(".b-lane, .b-column dd")) {
      const empty = some && !found.some((one) => !one.item.hidden && group.contains(one.mark));
      for (const part of [group, group.previousElementSibling]) part.hidden = empty;
    }
  }

  // What a filter finds is in sight, and the folds around it say nothing of numbers that no longer hold.
  function unfold(fold, isFiltered) {
    const entries = [...fold.querySelectorAll(ENTRY)];
    if (!entries.length) return;
    fold.hidden = entries.every((entry) => entry.hidden);
    if (isFiltered) fold.dataset.was ??= String(fold.open);
    if (isFiltered || fold.dataset.was) fold.open = isFiltered || fold.dataset.was === "true";
    if (!isFiltered) delete fold.dataset.was;
  }

  function filter(form) {
    const entries = [...document.querySelectorAll(ENTRY)];
    const selects = [...form.querySelectorAll("select")];
    const output = form.querySelector("output");
    const folds = document.querySelectorAll("article .b-fold");
    const headed = groups();
    const marked = marks();

    function apply() {
      let shown = 0;
      for (const entry of entries) {
        const fits = selects.every((s) => !s.value || (entry.dataset[s.name] || "").split(" ").includes(s.value));
        entry.hidden = !fits;
        if (fits) shown += 1;
      }
      for (const { heading, entries: below } of headed) hide(heading, below.every((entry) => entry.hidden));
      const isFiltered = selects.some((s) => s.value);
      for (const fold of folds) unfold(fold, isFiltered);
      if (marked.length) draw(marked, paper.matches);
      output.textContent = say("filter-shown", { count: shown, all: entries.length });
      remember(Object.fromEntries(selects.map((s) => [s.name, s.value])));
    }

    // The address decides, after Back and Forward as well, whatever the browser has put into the fields.
    function read() {
      if (!form.isConnected) return; // instant navigation has put another page in its place
      const asked = parameters();
      for (const select of selects) {
        const value = asked.get(select.name) || "";
        select.value = [...select.options].some((option) => option.value === value) ? value : "";
      }
      apply();
      // Who is sent to an entry sees it.
      if (entries.some((entry) => entry.hidden && entry.querySelector(":target"))) form.reset();
    }

    for (const select of selects) select.addEventListener("change", apply);
    paper.addEventListener("change", () => form.isConnected && marked.length && draw(marked, paper.matches));
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("pageshow", read);
    window.addEventListener("popstate", read);
    form.hidden = false;
    read();
  }

  function start() {
    document.querySelectorAll(".b-filter").forEach(filter);
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
