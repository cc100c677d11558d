// The search of the site: one dialog over whichever engine the site has; nothing is fetched before it is opened.
(function () {
  "use strict";
  if (globalThis.briefingsSearch) return;

  const say = globalThis.briefingsSay;
  const FACETS = {
    kind: "filter-kind", storyline: "filter-storyline", year: "filter-year", publisher: "filter-publisher", state: "head-state",
  };
  const BATCH = 10;
  const CJK = /[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const OWNER = /(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu;

  // What engines share. Each registers itself here: `start()`, then `find(terms, chosen)`.
  const search = (globalThis.briefingsSearch = {
    base: new URL("..", document.currentScript.src).href,
    engines: {},
    CJK,
    OWNER,
    fold(text) {
      return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    },
    // The words of a query; a stretch of Chinese or Japanese is one, found anywhere in a text.
    terms(query) {
      const parted = query.replace(OWNER, "").replace(CJK, " $& ");
      return [...new Set((parted.match(WORD) || []).map(search.fold))];
    },
    // The singular of what looks like a plural.
    single(word) {
      if (word.length < 4 || word === "news" || /[sui]s$|[^s]$/.test(word)) return word;
      if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3) + "y";
      return word.slice(0, /(x|z|ch|sh|ss)es$/.test(word) ? -2 : -1);
    },
    isCjk(term) {
      return term.search(CJK) === 0;
    },
    // The places [from, to] in a text that a query's words stand at.
    marks(text, terms) {
      const found = [];
      for (const word of text.matchAll(WORD)) {
        const folded = search.fold(word[0]);
        if (terms.some((term) => !search.isCjk(term) && (folded.startsWith(term) || search.single(folded) === search.single(term)))) {
          found.push([word.index, word.index + word[0].length]);
        }
      }
      for (const term of terms.filter(search.isCjk)) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
          found.push([at, at + term.length]);
        }
      }
      return found.sort((a, b) => a[0] - b[0]);
    },
    script(path) {
      return new Promise((resolve, reject) => {
        const made = document.createElement("script");
        made.src = search.base + path;
        made.onload = resolve;
        made.onerror = () => reject(new Error(made.src));
        document.head.append(made);
      });
    },
    // The address of a hit on this site, whatever path the site is under.
    address(url, anchor) {
      return new URL(url, search.base).href + (anchor ? "#" + anchor : "");
    },
  });

  let named = null;

  // Which names there are is fetched only for a query that may misspell one.
  function names() {
    named ??= search.script("search/names.js").then(() => search.script("assets/search-names.js"));
    named.catch(() => { named = null; });
    return named;
  }

  function engine() {
    const { pagefind, records } = search.engines;
    return location.protocol === "file:" ? records : pagefind || records;
  }

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  // Some words around the first place that was found, what was found marked.
  function excerpt(text, marks) {
    const most = 220;
    let from = Math.max(0, (marks.length ? marks[0][0] : 0) - 60);
    if (from) from = text.indexOf(" ", from) + 1 || from;
    if (marks.length && from > marks[0][0]) from = marks[0][0];
    let to = Math.min(text.length, from + most);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + most / 2);
    const parts = [from ? "… " : ""];
    let at = from;
    for (const [start, end] of marks) {
      if (start < at || end > to) continue;
      parts.push(text.slice(at, start), make("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    parts.push(text.slice(at, to), to < text.length ? " …" : "");
    return parts;
  }

  // A hit: the page, unless the hit above is on it too, the words that were found, and what and whose they are.
  function row(hit, again) {
    const link = make("a", { href: search.address(hit.url, hit.anchor) });
    if (!again) link.append(make("span", { className: "b-search-title", lang: hit.lang }, ...whole(hit.title, hit.titleMarks)));
    if (hit.text) link.append(make("span", { className: "b-search-text", lang: hit.lang }, ...excerpt(hit.text, hit.marks)));
    const by = [hit.said, hit.by].filter(Boolean).map((words) => " · " + words).join("");
    link.append(make("span", { className: "b-search-by" }, make("b", { className: "b-search-kind", textContent: hit.kind }), by));
    const made = make("li", { className: again ? "b-search-again" : "" }, link);
    made.dataset.page = hit.url;
    return made;
  }

  function whole(text, marks) {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks) {
      if (start < at) continue;
      parts.push(text.slice(at, start), make("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  function dialog() {
    const input = make("input", { type: "search", id: "b-search-input", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
    input.setAttribute("aria-describedby", "b-search-count");
    const label = make("label", { htmlFor: input.id, textContent: say("search") });
    const close = make("button", { type: "button", className: "b-search-close", textContent: say("close") });
    // On a phone the facets stand behind this button, so that the first hits are in sight.
    const filter = make("button", { type: "button", className: "b-search-filter", textContent: say("filter"), hidden: true });
    filter.setAttribute("aria-expanded", "false");
    filter.setAttribute("aria-controls", "b-search-facets");
    const facets = make("div", { className: "b-search-facets", id: "b-search-facets", hidden: true });
    facets.setAttribute("role", "group");
    facets.setAttribute("aria-label", say("search-narrow"));
    const count = make("p", { className: "b-search-count", id: "b-search-count" });
    count.setAttribute("aria-live", "polite");
    const mean = make("div", { className: "b-search-mean" });
    mean.setAttribute("aria-live", "polite");
    const hits = make("ol", { className: "b-search-hits" });
    const more = make("button", { type: "button", className: "b-search-more", textContent: say("search-more"), hidden: true });
    const body = make("div", { className: "b-search-body" }, hits, more);
    const root = make("dialog", { className: "b-search" },
      make("div", { className: "b-search-head" }, label, input, close), filter, facets, count, mean, body);
    root.setAttribute("aria-label", say("search"));
    document.body.append(root);

    const selects = {};
    for (const [name, words] of Object.entries(FACETS)) {
      selects[name] = make("select", { name });
      facets.append(make("label", {}, say(words) + " ", selects[name]));
      selects[name].addEventListener("change", () => run(0));
    }

    let turn = 0;
    let timer = 0;
    let pending = Promise.resolve();
    let found = null;

    const HINT = say("search-hint");

    function chosen() {
      return Object.fromEntries(Object.entries(selects).flatMap(([name, s]) => (s.value ? [[name, s.value]] : [])));
    }

    function run(delay) {
      const narrowed = Object.keys(chosen()).length;
      filter.textContent = narrowed ? say("list-count", { part: say("filter"), count: narrowed }) : say("filter");
      clearTimeout(timer);
      mean.replaceChildren();
      const now = ++turn;
      pending = new Promise((resolve) => {
        timer = setTimeout(() => look(now).then(resolve, (error) => {
          if (now === turn) count.textContent = say("search-not-here");
          console.warn("search:", error);
          resolve();
        }), delay);
      });
    }

    async function look(now) {
      const terms = search.terms(input.value);
      if (!terms.length) {
        show([], null);
        filter.hidden = facets.hidden = true;
        count.textContent = HINT;
        return;
      }
      const used = engine();
      if (!used) throw new Error("this site has no index for " + location.protocol);
      count.textContent = count.textContent === HINT ? say("search-running") : count.textContent;
      await used.start();
      const results = await used.find(terms, chosen());
      const first = await results.more(BATCH);
      if (now !== turn) return;
      show(first, results);
      // Whoever types on needs no counts, which a large index takes long to fetch.
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (now !== turn) return;
      if (first.length) offer(await results.facets(), now);
      const seen = [...first];
      // What one part of a large index did not fill, the next ones do.
      while (now === turn && results.partial && hits.children.length < BATCH) {
        const list = await results.more(BATCH - hits.children.length);
        if (now !== turn) return;
        seen.push(...list);
        add(list);
        tell();
        if (!results.partial || hits.children.length >= BATCH) offer(await results.facets(), now);
      }
      await guess(terms, seen, now).catch((error) => console.warn("search:", error));
      if (now !== turn || seen.length) return;
      if (Object.keys(chosen()).length) offer(await results.facets(), now);
      else filter.hidden = facets.hidden = true;
    }

    // For words that stand in no hit, offers a name that the desk has, if it leads to something.
    async function guess(terms, seen, now) {
      const used = engine();
      const given = chosen();
      const all = seen.length || !Object.keys(given).length ? seen : await (await used.find(terms, {})).more(BATCH);
      const missing = terms.filter((term) => !all.some((hit) => search.marks(`${hit.title} ${hit.text} ${hit.said}`, [term]).length));
      if (now !== turn || !missing.some((term) => term.length > 3)) return;
      await names();
      for (const words of search.meant(terms, missing)) {
        if (now !== turn) return;
        const found = await (await used.find(search.terms(words), given)).more(1);
        if (now !== turn || !found.length) continue;
        mean.replaceChildren(make("button", { type: "button", textContent: say("search-meant", { words }) }));
        mean.firstElementChild.addEventListener("click", () => {
          input.value = words;
          input.focus();
          run(0);
        });
        return;
      }
    }

    // What tells how the site works comes after all that it holds, whenever that is found.
    function add(list) {
      const made = [];
      for (const hit of list) {
        const aboutSite = hit.kind === say("found.page");
        const next = aboutSite ? null : hits.querySelector("[data-late]");
        const last = next ? next.previousElementSibling : hits.lastElementChild;
        const one = row(hit, last?.dataset.page === hit.url);
        if (aboutSite) one.dataset.late = "";
        hits.insertBefore(one, next);
        made.push(one);
      }
      return made[0];
    }

    function show(list, results) {
      found = results;
      hits.replaceChildren();
      add(list);
      body.scrollTop = 0;
      tell();
    }

    function tell() {
      more.hidden = !found || found.done;
      if (!found) return;
      const rows = hits.children.length;
      if (!rows) {
        count.textContent = say(found.done ? "search-nothing" : "search-running");
        return;
      }
      const pages = new Set([...hits.children].map((one) => one.dataset.page)).size;
      // Of an index, only the pages that may hold a hit are known, and of one in parts not even these.
      const results = say("search-results", { count: rows });
      const few = say("search-pages", { count: pages });
      const of = found.exact ? "search-pages-of" : "search-pages-of-at-most";
      const from = found.done || found.partial ? few : say(of, { shown: pages, count: found.total });
      const told = found.done ? "search-told" : found.exact ? "search-told-more" : "search-told-perhaps-more";
      count.textContent = say(told, { results, pages: from });
    }

    function offer(counts, now) {
      if (now !== turn) return;
      filter.hidden = facets.hidden = false;
      for (const [name, select] of Object.entries(selects)) {
        const values = Object.entries(counts[name] || {}).filter(([value, n]) => n || value === select.value);
        values.sort(name === "year" ? (a, b) => b[0].localeCompare(a[0]) : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
        const kept = select.value;
        select.replaceChildren(make("option", { value: "", textContent: say("filter-all") }),
          ...values.map(([value, n]) => make("option", { value, textContent: say("list-count", { part: value, count: n }) })));
        select.value = kept;
        if (select.value !== kept) select.append(make("option", { value: kept, textContent: say("list-count", { part: kept, count: 0 }), selected: true }));
        select.parentElement.hidden = !values.length && !kept;
      }
    }

    async function extend() {
      const results = found;
      const list = await results.more(BATCH);
      if (results !== found) return;
      const first = add(list);
      tell();
      (first || hits.lastElementChild).firstElementChild.focus();
    }

    function step(by) {
      const links = [...mean.children, ...hits.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement) + by;
      if (at < 0) input.focus();
      else if (links[at]) links[at].focus();
      else if (!more.hidden) more.focus();
    }

    input.addEventListener("input", () => run(120));
    more.addEventListener("click", () => pending.then(extend));
    close.addEventListener("click", () => root.close());
    filter.addEventListener("click", () => {
      filter.setAttribute("aria-expanded", String(facets.toggleAttribute("data-open")));
    });
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      const elsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (link && entered && !elsewhere) {
        event.preventDefault();
        event.stopPropagation(); // instant navigation would go there as well
        entered = false;
        location.replace(link.href);
      }
      if (event.target === root || link) root.close();
    });
    root.addEventListener("close", leave);
    root.addEventListener("keydown", (event) => {
      if (event.target.localName === "select" || event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && event.target === input) {
        event.preventDefault();
        pending.then(() => (hits.querySelector("a") || mean.firstElementChild)?.click());
      }
    });
    count.textContent = HINT;
    root.input = input;
    return root;
  }

  let made = null;
  let entered = false; // the dialog has an entry of the history, so that Back on a phone closes it; a hit takes its place
  let leaving = false;

  function enter() {
    if (!matchMedia("(max-width: 44.98em)").matches) return;
    history.pushState(null, "");
    entered = true;
  }

  function leave() {
    if (!entered) return;
    entered = false;
    leaving = true;
    history.back();
  }

  addEventListener("popstate", () => {
    if (leaving) {
      leaving = false;
      if (made.open) enter(); // opened again meanwhile
    } else if (entered) {
      entered = false;
      made.close();
    }
  });

  function open() {
    made ??= dialog();
    if (made.open) return;
    made.showModal();
    if (!leaving) enter();
    made.input.focus();
    made.input.select();
  }

  function isTyping(target) {
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  }

  document.addEventListener("keydown", (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-b-search]")) open();
  });

  // A button that works shows itself; a header without one gets one.
  function buttons() {
    const header = document.querySelector(".md-header__inner");
    if (header && !document.querySelector("[data-b-search]")) {
      const button = make("button", { type: "button", className: "b-search-open", textContent: say("search") + " " }, make("kbd", { textContent: "/" }));
      button.dataset.bSearch = "";
      header.append(button);
    }
    for (const button of document.querySelectorAll("[data-b-search]")) button.hidden = false;
  }

  if (globalThis.document$?.subscribe) globalThis.document$.subscribe(buttons); // pages without reload
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", buttons);
  else buttons();
})();
