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
      row.closest(".b-fold")?.setAttribute("open", "");  // what changes with the day is in sight
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
    const known = form.elements.known;
    /* What could be said of a measure by what was published until the day in the second field; all, if it is empty. */
    function answersOf(row) {
      const whole = [...row.children].filter((one) => one.matches("template[data-from]"));
      if (!known.value || known.value >= (row.dataset.heard || "9")) return whole;
      const steps = [...row.children].filter((one) => one.matches("template[data-known]") && one.dataset.known <= known.value);
      return steps.length ? [...steps.pop().content.children] : whole;
    }
    function show(day) {
      const latest = day === form.dataset.now && !known.value;
      if (date.value !== day) date.value = day;
      date.setCustomValidity("");
      range.value = daysTo(form, day);
      range.setAttribute("aria-valuetext", inWords(day));
      root.style.setProperty("--b-at", (Number(form.dataset.whole) * daysTo(form, day)) / Number(range.max || 1) + "%");
      for (const row of root.querySelectorAll(".b-rows > li")) {
        const said = answersOf(row).filter((one) => one.dataset.from <= day).pop();
        const answer = said.content;
        const look = said.dataset.look;
        const now = row.querySelector(".b-now");
        now.className = "b-now " + look;
        now.textContent = answer.firstElementChild.textContent;
        row.querySelector(".b-heard").hidden = !latest;
        for (const bar of row.querySelectorAll(".b-bar")) {
          bar.classList.toggle("b-future", bar.dataset.from > day || Boolean(known.value && bar.dataset.heard > known.value));
        }
        tell(row.dataset.of, latest ? null : answer, look);
      }
      root.classList.toggle("b-by-then", Boolean(known.value));
      root.querySelector(".b-known").hidden = !known.value;
      if (latest) delete root.dataset.day;
      else root.dataset.day = day; // for paper, where the control is not
      remember({ day: day === form.dataset.now ? "" : day, known: known.value });
    }
    function real(day) {
      const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
      return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day); // not 30 February
    }
    function valid(day) {
      return real(day) && day >= form.dataset.first && day <= form.dataset.last;
    }
    date.addEventListener("input", () => {
      date.setCustomValidity(valid(date.value) ? "" : date.title);
      if (valid(date.value)) show(date.value);
    });
    date.addEventListener("change", () => date.reportValidity());
    range.addEventListener("input", () => show(dayOf(form, Number(range.value))));
    known.addEventListener("input", () => {
      const good = !known.value || real(known.value);
      known.setCustomValidity(good ? "" : known.title);
      if (good && valid(date.value)) show(date.value);
    });
    known.addEventListener("change", () => known.reportValidity());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      known.value = "";
      known.setCustomValidity("");
      show(form.dataset.now);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    const asked = parameters().get("day");
    const told = parameters().get("known");
    if (told && real(told)) {
      known.value = told;
      show(asked && valid(asked) ? asked : form.dataset.now);
    } else if (asked && valid(asked)) show(asked);
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
