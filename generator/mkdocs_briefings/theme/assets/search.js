// The search of the site: one dialog over whichever engine the site has; `search-open.js` fetches it.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;
  if (!search || search.open) return;

  const { make, row } = search;
  const say = globalThis.briefingsSay;
  const FACETS = {
    kind: "filter-kind", storyline: "filter-storyline", year: "filter-year", publisher: "filter-publisher", state: "head-state",
  };
  const BATCH = 10;

  let named = null;

  // Which names there are is fetched only for a query that may misspell one.
  function names() {
    named ??= search.script("search/names.js").then(() => search.script("assets/search-names.js"));
    named.catch(() => { named = null; });
    return named;
  }

  let site = null;

  // What is known of the site: which words only ask, which kind its own pages have, its topics.
  function known() {
    site ??= search.script("search/site.js").then(() => { search.site = globalThis.briefingsSearchSite; });
    site.catch(() => { site = null; });
    return site;
  }

  function engine() {
    const { pagefind, records } = search.engines;
    return location.protocol === "file:" ? records : pagefind || records;
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
    const about = make("button", { type: "button", className: "b-search-about", textContent: say("search-about"), hidden: true });
    const body = make("div", { className: "b-search-body" }, hits, more, about);
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
        hits.setAttribute("aria-busy", "true");
        timer = setTimeout(() => look(now).catch((error) => {
          if (now === turn) count.textContent = say("search-not-here");
          console.warn("search:", error);
        }).then(() => {
          if (now === turn) hits.removeAttribute("aria-busy");
          resolve();
        }), delay);
      });
    }

    async function look(now) {
      about.hidden = true;
      await known();
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
      let results = await used.find(terms, chosen());
      let first = await results.more(BATCH);
      if (now !== turn) return;
      // What tells how the site works is shown where there is nothing else, and nobody asks for more than it has.
      if (!first.length && results.done && !results.without.length) {
        results = await used.find(terms, chosen(), { pages: true });
        first = await results.more(BATCH);
      }
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
      if (now === turn && !seen.length && !mean.children.length && !Object.keys(chosen()).length) await suggest(terms, now).catch((error) => console.warn("search:", error));
      if (now !== turn || seen.length) return;
      if (Object.keys(chosen()).length) offer(await results.facets(), now);
      else filter.hidden = facets.hidden = true;
    }

    // Where nothing is found, offers the names that look most alike, and the topics of the site.
    async function suggest(terms, now) {
      await names();
      if (now !== turn) return;
      const like = search.alike(terms).map((words) => again(words, words));
      const topics = search.site.topics.map(([title, url]) => make("a", { href: search.address(url), textContent: title }));
      if (like.length) mean.append(make("p", { textContent: say("search-alike") }), make("ul", {}, ...like.map((one) => make("li", {}, one))));
      if (topics.length) mean.append(make("p", { textContent: say("search-topics") }), make("ul", {}, ...topics.map((one) => make("li", {}, one))));
    }

    // A button that looks for other words.
    function again(words, label) {
      const button = make("button", { type: "button", textContent: label });
      button.addEventListener("click", () => {
        input.value = words;
        input.focus();
        run(0);
      });
      return button;
    }

    // For words that are in no hit, offers a name that the desk has, if it leads to something.
    async function guess(terms, seen, now) {
      const used = engine();
      const given = chosen();
      const all = seen.length || !Object.keys(given).length ? seen : await (await used.find(terms, {})).more(BATCH);
      const missing = terms.filter((term) => !all.some((hit) => search.fit(search.plain(`${hit.title} ${hit.text} ${hit.said}`), term, { alike: true })));
      if (now !== turn || !missing.some((term) => term.length > 3)) return;
      await names();
      for (const words of search.meant(terms, missing)) {
        if (now !== turn) return;
        const found = await (await used.find(search.terms(words), given)).more(1);
        if (now !== turn || !found.length) continue;
        mean.replaceChildren(again(words, say("search-meant", { words })));
        return;
      }
    }

    function add(list) {
      const made = [];
      for (const hit of list) {
        made.push(row(hit, hits.lastElementChild?.dataset.page === hit.url));
        hits.append(made.at(-1));
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
      const said = say(told, { results, pages: from });
      const words = found.without.join(say("between-items"));
      count.textContent = words ? say("search-without", { told: said, words }) : said;
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
      about.hidden = !counts.kind?.[search.site.page] || Boolean(selects.kind.value) || !hits.children.length || hits.querySelector("[data-about]");
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
      const links = [...mean.querySelectorAll("a, button"), ...hits.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement) + by;
      if (at < 0) input.focus();
      else if (links[at]) links[at].focus();
      else if (links.includes(document.activeElement)) [more, about].find((one) => !one.hidden)?.focus();
    }

    input.addEventListener("input", () => run(120));
    more.addEventListener("click", () => pending.then(extend));
    about.addEventListener("click", () => {
      selects.kind.value = search.site.page;
      input.focus();
      run(0);
    });
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
        pending.then(() => (hits.querySelector("a") || mean.querySelector("button, a"))?.click());
      }
    });
    count.textContent = HINT;
    root.input = input;
    root.ask = (words) => {
      input.value = words;
      run(0);
    };
    return root;
  }

  let made = null;
  let entered = false; // the dialog has an entry of the history, so that Back on a phone closes it; a hit takes its place
  let leaving = false;

  function enter() {
    if (!matchMedia("(max-width: 44.98em)").matches) return;
    history.pushState({ briefingsSearch: true }, "");
    entered = true;
  }

  // The dialog is opened for an entry of the history that is there already.
  function resume() {
    if (!history.state?.briefingsSearch || entered) return;
    entered = true;
    open();
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

  function open(words = "") {
    made ??= dialog();
    if (made.open) return;
    made.showModal();
    if (!leaving && !entered) enter();
    if (words) made.ask(words);
    made.input.focus();
    if (!words) made.input.select();
    // What every query needs comes while the first one is typed.
    Promise.all([known(), engine()?.start()]).catch((error) => console.warn("search:", error));
  }

  Object.assign(search, { open, resume });
})();
