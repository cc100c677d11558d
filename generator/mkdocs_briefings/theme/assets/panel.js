// Only in the desk's preview: lists what is wrong, as `problems.json` tells it. MkDocs reloads the page after each build.
(function () {
  "use strict";

  const say = globalThis.briefingsSay;

  const source = new URL("../problems.json", document.currentScript.src);
  const CHOICE = "briefings.panel.";
  const SETTLING = "briefings.settling";

  function make(name, props, ...children) {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children.filter((child) => child !== ""));
    return element;
  }

  // A choice holds until what it hides is mended: hidden warnings hide no error, nor errors the next ones.
  function stored(act) {
    try {
      return act(sessionStorage);
    } catch {
      return null;
    }
  }

  function chosen(worst) {
    return stored((storage) => storage.getItem(CHOICE + worst));
  }

  function remember(worst, choice) {
    stored((storage) => storage.setItem(CHOICE + worst, choice));
  }

  function forget(worst) {
    stored((storage) => storage.removeItem(CHOICE + worst));
  }

  function count(problems, severity) {
    const n = problems.filter((one) => one.severity === severity).length;
    if (!n) return [];
    if (severity === "error") return [say("panel-errors", { count: n })];
    return [severity === "warning" ? say("panel-warnings", { count: n }) : say("panel-doubts", { count: n })];
  }

  function item(one) {
    const place = one.path && [one.path, one.line, one.column].filter(Boolean).join(":");
    const shown = one.editor ? make("a", { href: one.editor }, place) : place;
    const head = make("p", {}, shown, place ? ": " : "", make("strong", {}, one.severity), ": " + one.message);
    if (one.code) head.append(" [" + one.code + "]");
    const made = make("li", {}, head);
    made.dataset.severity = one.severity;
    if ((one.before + one.at + one.after).trim()) {
      made.append(make("pre", {}, one.before, one.at ? make("mark", {}, one.at) : "", one.after));
    }
    if (one.hint) made.append(make("p", { className: "b-panel__soft" }, one.hint));
    return made;
  }

  function aside(words, paths) {
    return paths.length ? make("p", { className: "b-panel__soft" }, words + " " + paths.join(", ") + ".") : "";
  }

  function show(told) {
    document.querySelector(".b-panel")?.remove();
    const errors = count(told.problems, "error");
    const warnings = count(told.problems, "warning");
    const worst = errors.length ? "error" : warnings.length ? "warning" : "doubt";
    if (!errors.length) forget("error");
    if (!errors.length && !warnings.length) forget("warning");
    if (!told.problems.length) return forget("doubt");
    const status = make("p", {});
    status.setAttribute("role", "status");
    const button = make("button", { type: "button" });
    button.setAttribute("aria-controls", "b-panel-list");
    const list = make(
      "div",
      { className: "b-panel__list", id: "b-panel-list", tabIndex: 0 },
      aside(say("panel-held"), told.held),
      aside(say("panel-left-out"), told.left_out),
      make("ol", {}, ...told.problems.map(item))
    );
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", say("panel-list"));
    const panel = make(
      "section",
      { className: "b-panel" },
      make("div", { className: "b-panel__bar" }, status, button),
      list
    );
    panel.setAttribute("aria-label", say("panel"));
    panel.dataset.worst = worst;

    function open(is) {
      list.hidden = !is;
      panel.toggleAttribute("data-open", is);
      button.setAttribute("aria-expanded", String(is));
      button.textContent = is ? say("panel-hide") : say("panel-show");
    }

    button.addEventListener("click", () => {
      open(list.hidden);
      remember(worst, list.hidden ? "hidden" : "open");
    });
    panel.addEventListener("close", () => {
      if (list.hidden) return;
      if (panel.contains(document.activeElement)) button.focus();
      open(false);
      remember(worst, "hidden");
    });
    // Warnings and doubts wait to be asked for; errors do not.
    open((chosen(worst) || (worst === "error" ? "open" : "hidden")) === "open");
    document.body.append(panel);
    // A reader of the screen announces what changes, not what is there.
    status.textContent = [...errors, ...warnings, ...count(told.problems, "doubt")].join(", ");
  }

  // While an edit settles, a page may still be old. When all is true, that is told as well, even if the page is loaded anew.
  let timer;

  function tell(state) {
    clearTimeout(timer);
    const waited = stored((storage) => storage.getItem(SETTLING));
    let shown = document.querySelector(".b-settling");
    if (state === "settling") {
      stored((storage) => storage.setItem(SETTLING, "yes"));
      timer = setTimeout(load, 300);
    } else {
      stored((storage) => storage.removeItem(SETTLING));
      if (!waited && !shown) return;
      timer = setTimeout(() => document.querySelector(".b-settling")?.remove(), 3000);
    }
    if (!shown) {
      shown = make("p", { className: "b-settling" });
      shown.setAttribute("role", "status");
      document.body.append(shown);
    }
    shown.dataset.state = state;
    const words = state === "settling" ? say("panel-updating") : say("panel-done");
    if (shown.textContent !== words) shown.textContent = words;
  }

  let last = "";

  async function load() {
    try {
      const response = await fetch(source, { cache: "no-store" });
      if (!response.ok) return;
      const told = await response.json();
      tell(told.state);
      if (told.desk) lead(told.desk);
      const now = JSON.stringify([told.problems, told.held, told.left_out]);
      if (now !== last || !document.querySelector(".b-panel")) show(told);
      last = now;
    } catch {
      // The page is being left, or the preview has ended.
    }
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, dialog");
    if (event.key !== "Escape" || event.defaultPrevented || typing || document.querySelector("dialog[open]")) return;
    document.querySelector(".b-panel")?.dispatchEvent(new Event("close"));
  });

  // The way to the page of what is to do, from the foot of every page.
  function lead(address) {
    const foot = document.querySelector(".md-footer-meta__inner") || document.querySelector("footer") || document.body;
    if (document.querySelector(".b-to-desk")) return;
    foot.prepend(make("a", { className: "b-to-desk", href: new URL(address, source).href }, "What the desk has still to do"));
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(load);
  else load();
})();
