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

  function board(root) {
    const form = root.querySelector(".b-day");
    if (!form) return;
    const date = form.elements.day;
    const range = form.elements.at;
    function show(day) {
      const latest = day >= form.dataset.now;
      if (date.value !== day) date.value = day;
      date.setCustomValidity("");
      range.value = daysTo(form, day);
      range.setAttribute("aria-valuetext", day);
      for (const row of root.querySelectorAll(".b-rows > li")) {
        const now = row.querySelector(".b-now");
        let state = "";
        let look = "";
        for (const bar of row.querySelectorAll(".b-bar")) {
          const reached = bar.dataset.from <= day;
          bar.classList.toggle("b-future", !reached);
          if (reached) [state, look] = [bar.dataset.state, bar.className.match(/\bs-\S+/)[0]];
        }
        now.className = "b-now " + look;
        now.textContent = latest ? now.dataset.latest : state || "not known on this day";
        row.querySelector(".b-heard").hidden = !latest;
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
  }

  function start() {
    document.querySelectorAll(".b-board").forEach(board);
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
