// Searches a plain list of records by a scan: for previews, and for sites opened as files, where no index loads.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;
  if (!search) return;

  const MOST = 3; // hits of a page
  const HYPHEN = /[-\u2010\u2011]/gu;
  const HYPHENED = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)+/gu;
  let pages = null;
  let loading = null;

  // Words with a space on either side. Behind them stand others that find them: those with a hyphen as one,
  // and singulars that are not the beginning of their plural.
  function plain(text) {
    const folded = search.fold(text.replace(search.OWNER, ""));
    const whole = (folded.match(HYPHENED) || []).map((word) => word.replace(HYPHEN, ""));
    const single = (folded.match(/\p{L}+ies(?!\p{L})/gu) || []).map(search.single);
    return ` ${folded} ${[...whole, ...single].join(" ")} `.replace(/[^\p{L}\p{N}]+/gu, " ");
  }

  // What a name is compared by with a whole query.
  function key(terms) {
    return terms.map(search.single).join(" ");
  }

  function load() {
    pages = globalThis.briefingsFinds.map(([url, title, lang, names, records]) => ({
      url, title, lang, names,
      plainTitle: plain(title),
      plainNames: names.map(plain),
      called: [title, ...names].map((name) => key(search.terms(name))),
      records: records.map(([anchor, kind, by, facets, text, said]) =>
        ({ anchor, kind, by, facets, text, said, plain: plain(text + " " + said) })),
    }));
    globalThis.briefingsFinds = null;
  }

  // A query as it is, and with each two neighbours as one word: `h-200` and `h 200` are `H200`, too. Of each word,
  // what a text holds that has it: its beginning, or its singular as a whole word.
  function readings(terms) {
    const joined = terms.slice(1).map((term, n) => [...terms.slice(0, n), terms[n] + term, ...terms.slice(n + 2)]);
    return [terms, ...(terms.some(search.isCjk) ? [] : joined)].map((words) => ({
      words,
      key: key(words),
      forms: words.map((word) => (search.isCjk(word) ? [word] : [" " + word, ` ${search.single(word)} `])),
    }));
  }

  // How well a record fits: every word must stand in it; title before names before text.
  function score(page, record, { key, forms }) {
    const own = !record.anchor;
    let sum = 0;
    for (const some of forms) {
      const has = (text) => some.some((form) => text.includes(form));
      if (own && has(page.plainTitle)) sum += 8;
      else if (own && page.plainNames.some(has)) sum += 6;
      else if (has(record.plain)) sum += record.kind === globalThis.briefingsSay("found.page") ? 0.2 : 1;
      else return 0;
    }
    if (!own) return sum;
    // Of two that fit alike, the one whose title is little else.
    return sum + (page.called.includes(key) ? 20 : 0) + forms.length / (page.called[0].split(" ").length + forms.length);
  }

  // The best reading of a query for a record.
  function weighed(page, record, all) {
    const found = all.map((one) => ({ record, terms: one.words, score: score(page, record, one) }));
    return found.reduce((best, one) => (one.score > best.score ? one : best));
  }

  function fits(record, chosen, but) {
    return Object.entries(chosen).every(([name, value]) => name === but || record.facets[name]?.includes(value));
  }

  function hit(page, record, terms) {
    const names = record.anchor || !page.names.length ? "" : globalThis.briefingsSay("search-also", { names: page.names.join(", ") });
    const text = [names, record.text].filter(Boolean).join(". ");
    return {
      ...record, text, url: page.url, title: page.title, lang: page.lang,
      marks: search.marks(text, terms), titleMarks: search.marks(page.title, terms),
    };
  }

  function find(terms, chosen) {
    const matched = [];
    const all = readings(terms);
    for (const page of pages) {
      const records = page.records.map((record) => weighed(page, record, all)).filter((one) => one.score);
      if (records.length) matched.push({ page, records });
    }
    const kept = matched
      .map(({ page, records }) => ({ page, records: records.filter((one) => fits(one.record, chosen)).sort((a, b) => b.score - a.score) }))
      .filter(({ records }) => records.length)
      .sort((a, b) => b.records[0].score - a.records[0].score);
    const results = {
      total: kept.length,
      exact: true,
      partial: false,
      done: false,
      async more(most) {
        const hits = [];
        while (kept.length && hits.length < most) {
          const { page, records } = kept.shift();
          hits.push(...records.slice(0, MOST).map((one) => hit(page, one.record, one.terms)));
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
