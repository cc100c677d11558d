// What is found on a page and how well it fits, for every engine alike.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;

  const MOST = 3; // hits of a page
  const ENOUGH = 3; // hits after which words need not be left out
  const WORTH = { entity: 1, answer: 1.5, briefing: 1, storyline: 0.8, claim: 0.9, disagreement: 0.9, question: 0.6 };

  // A query as it is, and with two neighbours as one word where that makes a number or a code: `h 200` is `H200`, too.
  search.readings = function (terms) {
    const joins = (one, other) => !search.isCjk(one) && !search.isCjk(other) && (/\p{N}/u.test(one + other) || one.length === 1 || other.length === 1);
    const joined = terms.slice(1).flatMap((term, n) => (joins(terms[n], term) ? [[...terms.slice(0, n), terms[n] + term, ...terms.slice(n + 2)]] : []));
    return [terms, ...joined];
  };

  // First with all words, then with others for them, which fits as well, then with other endings, then with some of the words.
  search.phases = function (terms) {
    const all = terms.length;
    const some = all > 2 ? [{ need: Math.ceil(all * 0.6), loose: true }] : all > 1 ? [{ need: 1, loose: true, last: true }] : [];
    const alike = terms.some((term) => search.synonyms(term).length) ? [{ need: all, alike: true }] : [];
    return [{ need: all }, ...alike, { need: all, loose: true }, ...some];
  };

  function key(terms) {
    return terms.map(search.single).join(" ");
  }

  // What a name is compared by with a query.
  function called(page) {
    return (page.called ??= [page.title, ...page.names].map((name) => key(search.terms(name))));
  }

  // How well a record fits: title before names before text before voices. Whoever asks more than a name of an entity asks
  // what happened: then its name counts as a text does.
  function weigh(page, record, terms, { loose, alike }) {
    const own = !record.anchor;
    record.plain ??= search.plain(record.text);
    record.plainSaid ??= search.plain(record.said);
    const found = new Set();
    let sum = 0;
    const how = (n) => ({ loose, alike, last: n === terms.length - 1 });
    const names = [page.plainTitle, ...page.plainNames];
    const isName = record.type === "entity" && terms.every((term, n) => names.some((one) => search.fit(one, term, how(n))));
    const most = record.type === "entity" && !isName ? 1 : 8;
    terms.forEach((term, n) => {
      const name = own ? Math.min(most, Math.max(8 * search.fit(page.plainTitle, term, how(n)), ...page.plainNames.map((one) => 6 * search.fit(one, term, how(n))))) : 0;
      const best = Math.max(name, search.fit(record.plain, term, how(n)), 0.5 * search.fit(record.plainSaid, term, how(n)));
      if (best) found.add(term);
      sum += best;
    });
    const all = terms.length;
    const exact = own && called(page).includes(key(terms)) ? 30 : 0;
    const entity = isName ? 4 + all / (called(page)[0].split(" ").length + all) : 0;
    const worth = record.type === "entity" && !isName ? 0 : WORTH[record.type] || 0;
    const value = exact + entity + sum / all + worth + (20 * found.size) / all;
    return { record, terms, found, value };
  }

  // The best hits of a page, or null if it has too few of the words.
  function weighed(page, readings, { need, loose, alike }) {
    page.plainTitle ??= search.plain(page.title);
    page.plainNames ??= page.names.map(search.plain);
    let best = null;
    for (const terms of loose ? readings.slice(0, 1) : readings) {
      const all = page.records.map((record) => weigh(page, record, terms, { loose, alike }));
      const found = new Set(all.flatMap((one) => [...one.found])).size;
      if (found < need - (readings[0].length - terms.length)) continue;
      const most = Math.max(...all.map((one) => one.found.size));
      const hits = all.filter((one) => one.found.size === most).sort((a, b) => b.value - a.value);
      const value = hits[0].value + (5 * found) / terms.length;
      if (!best || value > best.value) best = { page, hits, value, whole: terms.every((term) => search.fit(everything(page), term, { alike }) >= search.WHOLE) };
    }
    return best;
  }

  // All words of a page.
  function everything(page) {
    return (page.plainAll ??= search.plain([page.title, ...page.names, ...page.records.flatMap(({ text, said }) => [text, said])].join(" ")));
  }

  // Whether a page has a word that begins as a term does, however it may end; of a term of several parts, all of it.
  search.stands = function (page, term) {
    return everything(page).includes(search.isCjk(term) ? term : term.includes(" ") ? ` ${term} ` : " " + search.trimmed(term));
  };

  function fits(record, chosen, but) {
    return Object.entries(chosen).every(([name, value]) => name === but || record.facets[name]?.includes(value));
  }

  function shown({ page, record, terms }) {
    const names = record.anchor || !page.names.length ? "" : globalThis.briefingsSay("search-also", { names: page.names.join(", ") });
    const text = [names, record.text].filter(Boolean).join(". ");
    return {
      ...record, text, url: page.url, title: page.title, lang: page.lang,
      marks: search.marks(text, terms), titleMarks: search.marks(page.title, terms),
    };
  }

  // Gives hits of what `source` brings: `next(terms, phase)` the next `pages` that may have some, and whether they are the
  // `last` of the phase; `stands(term)` whether any page has such a word; `total()` how many pages there are at most;
  // `facets()` how many of them have each value; a source that has all `atHand` needs neither. What tells how the site
  // works is only given where it is asked for. Words that stand nowhere are left out, and named in `without`.
  search.results = function (terms, chosen, source, { pages = false } = {}) {
    let readings = search.readings(terms);
    let phases = search.phases(terms);
    const about = pages || chosen.kind === search.site.page;
    const seen = new Set();
    const matched = [];
    let phase = 0;
    let count = 0;
    let ready = [];
    const results = {
      total: 0, // pages; before all were looked at, those that may have a hit
      exact: false,
      partial: true, // there are some that nobody looked at
      without: [],
      done: false,
      async more(most) {
        while (results.partial && (source.atHand || !ready.length || phases[phase].alike)) await look();
        const hits = [];
        while (ready.length && hits.length < most) {
          hits.push(...ready.shift().hits.slice(0, MOST).map(shown));
        }
        results.done = !ready.length && !results.partial;
        return hits;
      },
      // Of each facet, in how many pages its values are found under the other facets that are chosen.
      async facets() {
        if (results.partial) return source.facets();
        const counts = {};
        for (const { hits } of matched) {
          const values = new Set();
          for (const { record } of hits) {
            for (const [name, all] of Object.entries(record.facets)) {
              if (fits(record, chosen, name)) for (const value of all) values.add(name + "\n" + value);
            }
          }
          for (const one of values) {
            const [name, value] = one.split("\n");
            counts[name] ??= {};
            counts[name][value] = (counts[name][value] || 0) + 1;
          }
        }
        return counts;
      },
    };

    // Leaves out words that no page has: they would make a question find nothing, or only what has a few of its words.
    async function drop() {
      const stand = await Promise.all(terms.map(async (term) => {
        for (const one of [term, ...search.synonyms(term)]) if (await source.stands(one)) return true;
        return false;
      }));
      if (!stand.includes(true) || !stand.includes(false)) return false;
      results.without = terms.filter((_, n) => !stand[n]);
      readings = search.readings(terms.filter((_, n) => stand[n]));
      phases = search.phases(readings[0]);
      return true;
    }

    async function look() {
      const { pages: some, last } = await source.next(readings[0], phases[phase]);
      for (const page of some) {
        if (seen.has(page.url)) continue;
        const one = weighed(page, readings, phases[phase]);
        if (!one) continue;
        seen.add(page.url);
        one.hits = one.hits.map((hit) => ({ ...hit, page }));
        matched.push(one);
        const hits = one.hits.filter(({ record }) => fits(record, chosen) && (about || record.type !== "page"));
        if (hits.length) ready.push({ ...one, hits, phase });
        if (hits.length) count += 1;
      }
      // Those that fit better come first, whatever the index thinks of them: whole words before beginnings of others.
      const rank = (one) => (phases[one.phase].alike ? 0 : one.phase);
      ready = ready.sort((a, b) => rank(a) - rank(b) || b.whole - a.whole || b.value - a.value || (a.page.url < b.page.url ? -1 : 1));
      if (last && !phase && !matched.length && terms.length > 1 && !results.without.length && (await drop())) return;
      if (last) phase += 1;
      if (phase === phases.length || (last && count >= (phases[phase].last ? 1 : ENOUGH))) results.partial = false;
      results.exact = !results.partial;
      results.total = results.partial && !source.atHand ? source.total() : count;
    }

    return results;
  };
})();
