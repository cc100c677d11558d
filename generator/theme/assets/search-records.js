// Searches a plain list of records by a scan: for previews, and for sites opened as files, where no index loads.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;
  if (!search) return;

  const MOST = 3; // hits of a page
  let pages = null;
  let loading = null;

  function plain(text) {
    return " " + search.fold(text).replace(/[^\p{L}\p{N}]+/gu, " ");
  }

  function load() {
    pages = globalThis.briefingsFinds.map(([url, title, lang, names, records]) => ({
      url, title, lang, names,
      plainTitle: plain(title),
      plainNames: names.map(plain),
      records: records.map(([anchor, kind, by, facets, text, said]) =>
        ({ anchor, kind, by, facets, text, said, plain: plain(text + " " + said) })),
    }));
    globalThis.briefingsFinds = null;
  }

  function has(text, term) {
    return text.includes(search.isCjk(term) ? term : " " + term);
  }

  // How well a record fits: every word must stand in it; title before names before text.
  function score(page, record, terms) {
    let sum = 0;
    for (const term of terms) {
      const own = !record.anchor;
      if (own && has(page.plainTitle, term)) sum += 8;
      else if (own && page.plainNames.some((name) => has(name, term))) sum += 6;
      else if (has(record.plain, term)) sum += record.kind === "Page" ? 0.2 : 1;
      else return 0;
    }
    const query = " " + terms.join(" ");
    if (!record.anchor && [page.plainTitle, ...page.plainNames].some((name) => name.trimEnd() === query)) sum += 20;
    // Of two that fit alike, the one whose title is little else.
    return sum + (record.anchor ? 0 : terms.length / (page.plainTitle.split(" ").length + terms.length));
  }

  function fits(record, chosen, but) {
    return Object.entries(chosen).every(([name, value]) => name === but || record.facets[name]?.includes(value));
  }

  function hit(page, record, terms) {
    const names = record.anchor || !page.names.length ? "" : "Also: " + page.names.join(", ");
    const text = [names, record.text].filter(Boolean).join(". ");
    return {
      ...record, text, url: page.url, title: page.title, lang: page.lang,
      marks: search.marks(text, terms), titleMarks: search.marks(page.title, terms),
    };
  }

  function find(terms, chosen) {
    const matched = [];
    for (const page of pages) {
      const records = page.records.map((record) => ({ record, score: score(page, record, terms) })).filter((one) => one.score);
      if (records.length) matched.push({ page, records });
    }
    const kept = matched
      .map(({ page, records }) => ({ page, records: records.filter((one) => fits(one.record, chosen)).sort((a, b) => b.score - a.score) }))
      .filter(({ records }) => records.length)
      .sort((a, b) => b.records[0].score - a.records[0].score);
    const results = {
      total: kept.length,
      partial: false,
      done: false,
      async more(most) {
        const hits = [];
        while (kept.length && hits.length < most) {
          const { page, records } = kept.shift();
          hits.push(...records.slice(0, MOST).map((one) => hit(page, one.record, terms)));
        }
        results.done = !kept.length;
        return hits;
      },
      // Of each facet, in how many pages its values are found under the other facets that are chosen.
      async facets() {
        const counts = {};
        for (const { records } of matched) {
          const seen = new Set();
          for (const { record } of records) {
            for (const [name, values] of Object.entries(record.facets)) {
              if (fits(record, chosen, name)) for (const value of values) seen.add(name + "\n" + value);
            }
          }
          for (const one of seen) {
            const at = one.indexOf("\n");
            const [name, value] = [one.slice(0, at), one.slice(at + 1)];
            counts[name] ??= {};
            counts[name][value] = (counts[name][value] || 0) + 1;
          }
        }
        return counts;
      },
    };
    return results;
  }

  search.engines.records = {
    async start() {
      loading ??= search.script("search/records.js").then(load);
      loading.catch(() => { loading = null; });
      await loading;
    },
    async find(terms, chosen) {
      return find(terms, chosen);
    },
  };
})();
