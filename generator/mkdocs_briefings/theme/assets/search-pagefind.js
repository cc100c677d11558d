// Searches with Pagefind, which fetches only the parts of its index that a query needs: it finds pages, the scripts the hits.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;
  if (!search) return;

  const FIRST = 36; // pages looked at before the first hits are shown, so that the best of them are
  const NEXT = 12;
  const MOST_QUERIES = 12;
  const MOST_ALIKE = 24; // queries with other words
  const shards = []; // the newest first; each an index of its own that is only fetched when its turn comes
  let pagefind = null;
  let loading = null;

  async function load() {
    const count = fetch(search.base + "pagefind/shards.json").then((found) => found.json());
    pagefind = await import(search.base + "pagefind/0/pagefind.js");
    shards.length = await count;
    await shard(0);
  }

  // Without a worker, which would be one more script to wait for, and would load the WebAssembly again.
  async function shard(number) {
    shards[number] ??= pagefind.createInstance({ noWorker: true, basePath: search.base + "pagefind/" + number + "/" });
    await shards[number].init();
    return shards[number];
  }

  // In the index each character of Chinese and Japanese is a word of its own; together they are looked for as a phrase.
  function query(terms) {
    const parted = terms.map((term) => (search.isCjk(term) ? [...term].join(" ") : term));
    return terms.length === 1 && search.isCjk(terms[0]) ? `"${parted[0]}"` : parted.join(" ");
  }

  // What two forms of a word have in common at their beginning.
  function beginning(term) {
    const one = search.single(term);
    let length = 0;
    while (length < one.length && one[length] === term[length]) length += 1;
    return term.slice(0, length);
  }

  function some(list, size) {
    if (!size) return [[]];
    return list.flatMap((one, n) => some(list.slice(n + 1), size - 1).map((rest) => [one, ...rest]));
  }

  // Queries that together find every page that may have a hit.
  function queries(terms, { need, loose, alike }) {
    if (!loose) return search.readings(terms).flatMap((words) => (alike ? others(words) : [words])).map((words) => query(words.map(beginning)));
    const words = terms.map(search.trimmed);
    if (need === terms.length) return words.join() === terms.join() ? [] : [query(words)];
    return some(words, need).slice(0, MOST_QUERIES).map(query);
  }

  // The words of a query with others for them, those with one exchanged first.
  function others(terms) {
    let made = [terms];
    terms.forEach((term, n) => {
      made = made.concat(...search.synonyms(term).map((other) => made.map((words) => words.toSpliced(n, 1, other))));
    });
    const exchanged = (words) => words.filter((word, n) => word !== terms[n]).length;
    return made.sort((a, b) => exchanged(a) - exchanged(b)).slice(1, MOST_ALIKE + 1);
  }

  function joined(words) {
    const wide = /([\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]) (?=[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}])/gu;
    return words.join(" ").replace(wide, "$1");
  }

  // A page of the index as one of the list of records. Its anchors part it: an id that is JSON opens a record, a plain
  // one a part of it.
  function opened(fragment) {
    const words = fragment.raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split(/\s+/);
    const anchors = fragment.anchors.toSorted((a, b) => a.location - b.location);
    const page = { title: fragment.meta.title, names: [], records: [] };
    anchors.forEach(({ id, location }, n) => {
      const part = joined(words.slice(location, anchors[n + 1]?.location)).trim();
      if (id.startsWith("[")) {
        const [anchor, kind, by, facets, type, url, lang] = JSON.parse(decodeURIComponent(id));
        if (url) Object.assign(page, { url, lang });
        page.records.push({ anchor, kind, by, facets, type, text: anchor ? part : "", said: "" });
      } else if (id === "names") page.names = part.split(", ");
      else if (id !== "keys") page.records.at(-1)[id] = part;
    });
    return page;
  }

  // Where no word begins as a term does, Pagefind gives pages with the longest word that the term begins with.
  async function stands(term) {
    for (let at = 0; at < shards.length; at += 1) {
      const [one] = (await (await shard(at)).search(query([search.trimmed(term)]))).results;
      if (one && search.stands(opened(await one.data()), term)) return true;
    }
    return false;
  }

  search.engines.pagefind = {
    async start() {
      loading ??= load();
      loading.catch(() => { loading = null; });
      await loading;
    },
    async find(terms, chosen, options) {
      const filters = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]]));
      const asked = new Set();
      let total = 0;
      let first = true;
      let current = null;
      let sought = terms;
      let at = 0; // the shard that is asked next
      let rest = [];
      return search.results(terms, chosen, {
        stands,
        async next(words, phase) {
          if (phase !== current) [current, sought, at, rest] = [phase, words, 0, []];
          const all = queries(words, phase);
          while (!rest.length && at < shards.length && all.length) {
            const used = await shard(at);
            asked.add(used);
            at += 1;
            const found = new Map();
            for (const asking of all) {
              for (const one of (await used.search(asking, { filters })).results) found.set(one.id, found.get(one.id) || one);
            }
            rest = [...found.values()];
            total += rest.length;
          }
          const batch = rest.splice(0, first ? FIRST : NEXT);
          first = false;
          const pages = (await Promise.all(batch.map((one) => one.data()))).map(opened);
          return { pages, last: !rest.length && (at === shards.length || !all.length) };
        },
        total: () => total,
        async facets() {
          const counts = {};
          for (const used of [...asked]) {
            await used.filters();
            const { filters: under, totalFilters: all } = await used.search(query(sought), { filters });
            for (const name of Object.keys(all)) {
              counts[name] ??= {};
              for (const [value, n] of Object.entries(chosen[name] ? all[name] : under[name] || {})) {
                counts[name][value] = (counts[name][value] || 0) + n;
              }
            }
          }
          return counts;
        },
      }, options);
    },
  };
})();
