// Searches a plain list of records by a scan: for previews, and for sites opened as files, where no index loads.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;
  if (!search) return;

  let pages = null;
  let loading = null;

  function load() {
    pages = globalThis.briefingsFinds.map(([url, title, lang, names, records]) => ({
      url, title, lang, names,
      records: records.map(([anchor, kind, by, facets, text, said, type]) => ({ anchor, kind, by, facets, text, said, type })),
    }));
    globalThis.briefingsFinds = null;
  }

  search.engines.records = {
    async start() {
      loading ??= search.script("search/records.js").then(load);
      loading.catch(() => { loading = null; });
      await loading;
    },
    async find(terms, chosen, options) {
      const stands = async (term) => pages.some((page) => search.stands(page, term));
      return search.results(terms, chosen, { atHand: true, next: async () => ({ pages, last: true }), stands }, options);
    },
  };
})();
