// Opens the search: its scripts are fetched when somebody reaches for it, and what is typed meanwhile is kept for it.
(function () {
  "use strict";
  const base = new URL(".", document.currentScript.src).href;
  const KEPT = /^.$/u;

  let loading = null;
  let waits = false;
  let typed = "";

  function fetched(name, values) {
    return new Promise((resolve, reject) => {
      const made = Object.assign(document.createElement(name), values);
      made.onload = resolve;
      made.onerror = () => reject(new Error(values.src || values.href));
      document.head.append(made);
    });
  }

  function early() {
    if (location.protocol === "file:") return;
    for (const { path, ...values } of globalThis.briefingsSearchEarly || []) {
      document.head.append(Object.assign(document.createElement("link"), values, { crossOrigin: "anonymous", href: new URL("../" + path, base).href }));
    }
  }

  function load() {
    if (!loading) early();
    loading ??= Promise.all([
      fetched("script", { src: base + "search.js" }),
      fetched("link", { rel: "stylesheet", href: base + "search.css" }),
    ]);
    loading.catch(() => { loading = null; });
    return loading;
  }

  function tell(error) {
    console.warn("search:", error);
    for (const button of document.querySelectorAll("[data-b-search]")) button.title = globalThis.briefingsSay("search-not-here");
  }

  function open() {
    if (waits) return;
    waits = true;
    typed = "";
    load().then(() => waits && globalThis.briefingsSearch.open(typed)).catch(tell).finally(() => { waits = false; });
  }

  // A page that is loaded again while the dialog was open has its entry in the history.
  function resume() {
    if (history.state?.briefingsSearch) load().then(() => globalThis.briefingsSearch.resume()).catch(tell);
  }

  function isTyping(target) {
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  }

  function button(event) {
    return event.target instanceof Element && event.target.closest("[data-b-search]");
  }

  addEventListener("pageshow", resume);
  document.addEventListener("keydown", (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    open();
  });
  // Whoever types on is not to set off what single keys do elsewhere.
  addEventListener("keydown", (event) => {
    if (!waits || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") waits = false;
    else if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (KEPT.test(event.key)) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener("click", (event) => button(event) && open());
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, (event) => button(event) && load().catch(() => {}));

  // A button that works shows itself; a header without one gets one.
  function buttons() {
    const header = document.querySelector(".md-header__inner");
    if (header && !document.querySelector("[data-b-search]")) {
      const made = Object.assign(document.createElement("button"), { type: "button", className: "b-search-open", textContent: globalThis.briefingsSay("search") + " " });
      made.append(Object.assign(document.createElement("kbd"), { textContent: "/" }));
      made.dataset.bSearch = "";
      header.append(made);
    }
    for (const one of document.querySelectorAll("[data-b-search]")) one.hidden = false;
  }

  if (globalThis.document$?.subscribe) globalThis.document$.subscribe(buttons); // pages without reload
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", buttons);
  else buttons();
})();
