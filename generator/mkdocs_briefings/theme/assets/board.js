// The day control of the measures board: reading works without it.
(function () {
  "use strict";

  function parameters() {
    return new URLSearchParams(location.search);
  }

  function remember(changes) {
    const search = parameters();
    for (const [name, value] of Object.entries(changes)) {
      if (value) search.set(name, value);
      else search.delete(name);
    }
    const text = search.toString();
    history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  function dayOf(form, days) {
    const first = new Date(form.dataset.first + "T00:00:00Z");
    first.setUTCDate(first.getUTCDate() + days);
    return first.toISOString().slice(0, 10);
  }

  function daysTo(form, day) {
    return Math.round((Date.parse(day) - Date.parse(form.dataset.first)) / 86400000);
  }

  /* The table says what the picture says: of a day, or what stands in the page. */
  const latestCells = new WeakMap();
  function tell(entry, answer, look) {
    const row = document.getElementById(entry)?.closest("tr");
    if (!row) return;
    for (const cell of row.querySelectorAll("td")) {
      const place = cell.cellIndex; // measure, state, in the sources, as told
      if (place < 1 || place > 3) continue;
      if (!latestCells.has(cell)) latestCells.set(cell, [...cell.childNodes]);
      if (!answer) {
        cell.replaceChildren(...latestCells.get(cell));
        continue;
      }
      const [state, told] = answer.cloneNode(true).children;
      if (place === 1) {
        state.className = "b-state " + look;
        cell.replaceChildren(state);
      } else if (place === 2) cell.replaceChildren(...(told ? [told] : []));
      else cell.replaceChildren();
    }
  }

  function inWords(day) {
    return new Date(day).toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long", timeZone: "UTC" });
  }

  function board(root) {
    const form = root.querySelector(".b-day");
    if (!form) return;
    const date = form.elements.day;
    const range = form.elements.at;
    function show(day) {
      const latest = day === form.dataset.now;
      if (date.value !== day) date.value = day;
      date.setCustomValidity("");
      range.value = daysTo(form, day);
      range.setAttribute("aria-valuetext", inWords(day));
      root.style.setProperty("--b-at", (Number(form.dataset.whole) * daysTo(form, day)) / Number(range.max || 1) + "%");
      for (const row of root.querySelectorAll(".b-rows > li")) {
        let answer = null;
        for (const one of row.querySelectorAll("template")) if (one.dataset.from <= day) answer = one.content;
        const look = [...row.querySelectorAll("template")].filter((one) => one.dataset.from <= day).pop().dataset.look;
        const now = row.querySelector(".b-now");
        now.className = "b-now " + look;
        now.textContent = answer.firstElementChild.textContent;
        row.querySelector(".b-heard").hidden = !latest;
        for (const bar of row.querySelectorAll(".b-bar")) bar.classList.toggle("b-future", bar.dataset.from > day);
        tell(row.dataset.of, latest ? null : answer, look);
      }
      if (latest) delete root.dataset.day;
      else root.dataset.day = day; // for paper, where the control is not
      remember({ day: latest ? "" : day });
    }
    function valid(day) {
      const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
      const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day); // not 30 February
      return real && day >= form.dataset.first && day <= form.dataset.last;
    }
    date.addEventListener("input", () => {
      date.setCustomValidity(valid(date.value) ? "" : date.title);
      if (valid(date.value)) show(date.value);
    });
    date.addEventListener("change", () => date.reportValidity());
    range.addEventListener("input", () => show(dayOf(form, Number(range.value))));
    form.addEventListener("reset", (event) => { event.preventDefault(); show(form.dataset.now); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    const asked = parameters().get("day");
    if (asked && valid(asked)) show(asked);
    else range.setAttribute("aria-valuetext", inWords(form.dataset.now));
  }

  function start() {
    document.querySelectorAll(".b-board").forEach(board);
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
