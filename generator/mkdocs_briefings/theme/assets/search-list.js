// What the list of the search shows of a hit: whole sentences, the words that were found, kind and voices.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;

  const SHORT = 240; // characters that are shown as they are
  // Behind these no sentence ends: a number, a short word, which may be cut short in any language, and longer ones that are.
  // Two sentences taken for one only make an excerpt longer; one taken for two may lose its hedge or its speaker.
  const GOES_ON = /(?:^|[\s\p{P}])(?:\p{N}+|[\p{L}\p{M}]{1,3}|Messrs|Bros|Capt|Corp|Prof|Sept|approx|févr|janv|núms)\.[\s\p{Pe}\p{Pf}]*$/u;

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  // The text from mark to mark, what was found marked.
  function marked(text, marks, from = 0, to = text.length) {
    const parts = [];
    let at = from;
    for (const [start, end] of marks) {
      if (start < at || end > to) continue;
      parts.push(text.slice(at, start), make("mark", { textContent: text.slice(start, end) }));
      at = end;
    }
    return [...parts, text.slice(at, to)];
  }

  // Where the sentences of a text end. A text that cannot be parted is one sentence.
  function ends(text, lang) {
    if (!globalThis.Intl?.Segmenter) return [text.length];
    const found = [];
    for (const { index, segment } of new Intl.Segmenter(lang || "en", { granularity: "sentence" }).segment(text)) {
      const next = text.slice(index + segment.length);
      if (!GOES_ON.test(segment) && !/^[\p{Pi}\p{Ps}"']*[\p{Ll}\p{N}]/u.test(next)) found.push(index + segment.length);
    }
    if (found.at(-1) !== text.length) found.push(text.length);
    return found;
  }

  // Whole sentences only: who says it, that it is denied or only considered may be anywhere in one.
  function excerpt(text, marks, lang) {
    if (text.length <= SHORT) return marked(text, marks);
    const first = marks.length ? marks[0][0] : 0;
    let from = 0;
    for (const end of ends(text, lang)) {
      if (end > first) return [from ? "… " : "", ...marked(text, marks, from, end), end < text.length ? " …" : ""];
      from = end;
    }
    return marked(text, marks);
  }

  // A hit: the page, unless the hit above is on it too, the words that were found, and what and whose they are.
  function row(hit, again) {
    const link = make("a", { href: search.address(hit.url, hit.anchor) });
    if (!again) link.append(make("span", { className: "b-search-title", lang: hit.lang }, ...marked(hit.title, hit.titleMarks)));
    if (hit.text) {
      // What someone else says or wrote is shown as a whole.
      const whole = hit.type === "claim" || hit.type === "passage";
      link.append(make("span", { className: "b-search-text", lang: hit.lang }, ...(whole ? marked(hit.text, hit.marks) : excerpt(hit.text, hit.marks, hit.lang))));
    }
    const by = [hit.said, hit.by].filter(Boolean).map((words) => " · " + words).join("");
    link.append(make("span", { className: "b-search-by" }, make("b", { className: "b-search-kind", textContent: hit.kind }), by));
    const made = make("li", { className: again ? "b-search-again" : "" }, link);
    made.dataset.page = hit.url;
    if (hit.type === "page") made.dataset.about = "";
    return made;
  }

  Object.assign(search, { make, row });
})();
