// What Pagefind will ask for, whatever is looked for: fetched beside the scripts of the search, not after them.
globalThis.briefingsSearchEarly = [
  { rel: "modulepreload", path: "pagefind/0/pagefind.js" },
  { rel: "preload", as: "fetch", path: "pagefind/0/wasm.unknown.pagefind" },
];
