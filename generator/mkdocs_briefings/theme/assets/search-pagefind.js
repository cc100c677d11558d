// Searches with Pagefind, which fetches only the parts of its index that a query needs.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;
  if (!search) return;

  const MOST = 3; // hits of a page
  const shards = []; // the newest first; each an index of its own that is only fetched when its turn comes
  let pagefind = null;
  let loading = null;

  async function load() {
    const count = await (await fetch(search.base + "pagefind/shards.json")).json();
    pagefind = await import(search.base + "pagefind/0/pagefind.js");
    shards.length = count;
  }

  async function shard(number) {
    shards[number] ??= pagefind.createInstance({ basePath: search.base + "pagefind/" + number + "/" });
    await shards[number].init();
    return shards[number];
  }

  // In the index each character of Chinese and Japanese is a word of its own; together they are looked for as a phrase.
  function query(terms) {
    const parted = terms.map((term) => (search.isCjk(term) ? [...term].join(" ") : term));
    return terms.length === 1 && search.isCjk(terms[0]) ? `"${parted[0]}"` : parted.join(" ");
  }

  function joined(words) {
    const wide = /([\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]) (?=[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}])/gu;
    return words.join(" ").replace(wide, "$1");
  }

  // The parts of a page, from its anchors: an id that is JSON opens a record, a plain one a part of it.
  function records(page) {
    const words = page.raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split(/\s+/);
    const anchors = page.anchors.toSorted((a, b) => a.location - b.location);
    const made = [];
    anchors.forEach(({ id, location }, n) => {
      const end = n + 1 < anchors.length ? anchors[n + 1].location : words.length;
      const part = { from: location, to: end, words: words.slice(location, end) };
      if (id.startsWith("[")) {
        const [anchor, kind, by, facets, url, lang] = JSON.parse(decodeURIComponent(id));
        made.push({ anchor, kind, by, facets, url, lang, from: location, parts: { [anchor ? "text" : "title"]: part } });
      } else made.at(-1).parts[id] = part;
    });
    for (const [n, record] of made.entries()) record.to = n + 1 < made.length ? made[n + 1].from : words.length;
    return { words, made };
  }

  // The records of a page that were found: those in which most of the words stand.
  function hits(page, terms, chosen) {
    const { words, made } = records(page);
    const [{ url, lang }] = made;
    const runs = terms.filter(search.isCjk);
    const found = [];
    for (const record of made) {
      if (!Object.entries(chosen).every(([name, value]) => record.facets[name]?.includes(value))) continue;
      const places = page.weighted_locations.filter(({ location }) =>
        location >= record.from && location < record.to && isMeant(words[location], terms));
      const text = joined(record.parts.text?.words || []);
      const whole = joined(words.slice(record.from, record.to));
      if (!places.length || !runs.every((run) => whole.includes(run))) continue;
      const kinds = new Set(places.map(({ location }) => stem(words[location])));
      found.push({ record, text, places, kinds: kinds.size, sum: places.reduce((sum, place) => sum + place.weight, 0) });
    }
    const best = Math.max(...found.map((one) => one.kinds));
    return found
      .filter((one) => one.kinds === best)
      .sort((a, b) => b.sum - a.sum)
      .slice(0, MOST)
      .map(({ record, text, places }) => {
        const names = record.parts.names ? globalThis.briefingsSay("search-also", { names: joined(record.parts.names.words) }) : "";
        const said = joined(record.parts.said?.words || []);
        const shown = [names, text].filter(Boolean).join(". ");
        const exact = [...new Set(places.map(({ location }) => words[location]))].flatMap(search.terms);
        const marked = [...exact.filter((word) => !search.isCjk(word)), ...runs];
        const { anchor, kind, by } = record;
        const called = [page.meta.title, ...(record.parts.names ? joined(record.parts.names.words).split(", ") : [])];
        return {
          exact: !anchor && called.some((name) => search.terms(name).join(" ") === terms.join(" ")) ? 1 : 0,
          anchor, kind, by, said, url, lang, text: shown, title: page.meta.title,
          marks: search.marks(shown, marked), titleMarks: search.marks(page.meta.title, marked),
        };
      });
  }

  function bare(word) {
    return search.fold(word).replace(/[^\p{L}\p{N}]/gu, "");
  }

  function stem(word) {
    return bare(word).slice(0, 5);
  }

  // For a word that stands nowhere, Pagefind gives those that share its first letter or two: that is no hit.
  function isMeant(word, terms) {
    const found = bare(word);
    return terms.some((term) => (search.isCjk(term) ? term.includes(found) : found.startsWith(term.slice(0, 3))));
  }

  search.engines.pagefind = {
    async start() {
      loading ??= load();
      loading.catch(() => { loading = null; });
      await loading;
    },
    async find(terms, chosen) {
      const filters = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]]));
      const words = query(terms);
      const asked = [];
      let rest = [];

      async function next() {
        const used = await shard(asked.length);
        asked.push(used);
        rest = [...(await used.search(words, { filters })).results];
        results.total += rest.length;
      }

      const results = {
        total: 0, // pages on which Pagefind found something, which may be no hit here
        exact: false,
        partial: true, // there are shards that were not asked yet, so there may be more pages
        done: false,
        // Gives what the shard at hand has, so that the first hits need not wait for the others.
        async more(most) {
          const list = [];
          while (list.length < most && !results.done) {
            if (!rest.length) {
              if (list.length) break;
              await next();
            }
            const some = rest.splice(0, Math.max(4, Math.ceil((most - list.length) / 2)));
            for (const page of await Promise.all(some.map((one) => one.data()))) list.push(...hits(page, terms, chosen));
            results.partial = asked.length < shards.length;
            results.done = !rest.length && !results.partial;
          }
          return list.sort((a, b) => b.exact - a.exact);
        },
        // Counts need the filters, which are fetched when the first hits are there.
        async facets() {
          const counts = {};
          for (const used of asked.slice()) {
            await used.filters();
            const { filters: under, totalFilters: all } = await used.search(words, { filters });
            for (const name of Object.keys(all)) {
              counts[name] ??= {};
              for (const [value, n] of Object.entries(chosen[name] ? all[name] : under[name] || {})) {
                counts[name][value] = (counts[name][value] || 0) + n;
              }
            }
          }
          return counts;
        },
      };
      return results;
    },
  };
})();
