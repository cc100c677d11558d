// The filters of lists, kept in the address: reading works without them.
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

  function filter(form) {
    const entries = [...document.querySelectorAll(".b-entry")];
    const selects = [...form.querySelectorAll("select")];
    const output = form.querySelector("output");
    function apply() {
      let shown = 0;
      for (const entry of entries) {
        const fits = selects.every((s) => !s.value || (entry.dataset[s.name] || "").split(" ").includes(s.value));
        entry.hidden = !fits;
        if (fits) shown += 1;
      }
      output.textContent = shown + " of " + entries.length;
      remember(Object.fromEntries(selects.map((s) => [s.name, s.value])));
    }
    const asked = parameters();
    for (const select of selects) {
      const value = asked.get(select.name);
      if (value && [...select.options].some((option) => option.value === value)) select.value = value;
      select.addEventListener("change", apply);
    }
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
  }

  function start() {
    document.querySelectorAll(".b-filter").forEach(filter);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
