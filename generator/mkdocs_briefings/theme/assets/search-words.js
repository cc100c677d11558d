// How the search reads words, in a query as in a text; search/keys.py reads them alike for the published index.
(function () {
  "use strict";
  if (globalThis.briefingsSearch) return;

  const CJK = /[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  // An abbreviation with its points, a number with its decimals, a word.
  const WORD = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}\p{N}]*|[\p{L}\p{M}\p{N}]+/gu;
  const HYPHEN = /[-\u2010\u2011]/gu;
  const HYPHENED = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)+/gu;
  const OWNER = /(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu;
  // Marks of Latin and Greek letters are left out by those who type; those of kana, Indic and Cyrillic make other letters.
  const MARKED = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
  const POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]/g;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

  function fold(text) {
    const bare = text.normalize("NFKD").replace(MARKED, "$1").normalize("NFC").toLowerCase();
    return bare.replace(POINTS, "").replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]);
  }

  // `U.S.` is `us`, `1,000` is `1000`, `5,5` is `5.5`.
  function read(word) {
    if (/^\p{L}\./u.test(word)) return fold(word.replaceAll(".", ""));
    return fold(word.replace(/[.,](?=\d{3}(?!\d))/g, "").replaceAll(",", "."));
  }

  function isCjk(term) {
    return term.search(CJK) === 0;
  }

  // The singular of what looks like a plural.
  function single(word) {
    if (word.length < 4 || word === "news" || /[sui]s$|[^s]$/.test(word)) return word;
    if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3) + "y";
    return word.slice(0, /(x|z|ch|sh|ss)es$/.test(word) ? -2 : -1);
  }

  function readAll(words) {
    return (words.match(WORD) || []).map(read).join(" ");
  }

  // By each word of the synonyms of the site, which others find the same, and by the first part of each term of several
  // parts the others.
  const known = { of: null, others: new Map(), parts: new Map() };
  function synonyms() {
    if (known.of === search.site.synonyms) return known;
    Object.assign(known, { of: search.site.synonyms, others: new Map(), parts: new Map() });
    for (const group of known.of) {
      const words = group.map(readAll);
      for (const one of words) {
        known.others.set(one, [...new Set([...(known.others.get(one) || []), ...words])].filter((other) => other !== one));
        const [first, ...rest] = one.split(" ");
        if (rest.length) known.parts.set(first, [...(known.parts.get(first) || []), [first, ...rest]]);
      }
    }
    return known;
  }

  // Words of a query, those that make a term of several parts as one: no part of `in force` is looked for alone.
  function together(words) {
    const made = [];
    for (let n = 0; n < words.length; n += 1) {
      const found = (synonyms().parts.get(read(words[n])) || []).filter((parts) => parts.every((part, at) => words[n + at] && read(words[n + at]) === part));
      const length = Math.max(1, ...found.map((parts) => parts.length));
      made.push(words.slice(n, n + length).join(" "));
      n += length - 1;
    }
    return made;
  }

  // What engines share. Each registers itself here: `start()`, then `find(terms, chosen)`.
  const search = (globalThis.briefingsSearch = {
    base: new URL("..", document.currentScript.src).href,
    engines: {},
    site: { asked: [], synonyms: [], page: "", topics: [] },
    // How well a text fits that has another word for one of a query; beginnings of words fit less.
    WHOLE: 0.8,
    fold,
    single,
    isCjk,
    // The words of a query, without those that only ask; a stretch of Chinese or Japanese is one, found anywhere.
    terms(query) {
      const parted = query.normalize("NFKC").replace(OWNER, "").replace(CJK, " $& ");
      const words = together(parted.match(WORD) || []);
      const asked = new Set(search.site.asked);
      const cut = search.site.asked.filter(isCjk);
      // WHO is no question, and neither is May after the first word.
      const asks = (word, n) => asked.has(fold(word)) && !(word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) && (!n || word[0] === word[0].toLowerCase());
      const kept = words.flatMap((word, n) => {
        if (!isCjk(word)) return asks(word, n) ? [] : [readAll(word)];
        return cut.reduce((rest, one) => rest.replaceAll(one, " "), word).split(" ").filter(Boolean);
      });
      return [...new Set(kept.length ? kept : words.map(readAll))];
    },
    // A text as its words, with a space on either side. Behind them are others that find them: those with a hyphen as
    // one, and singulars that are not the beginning of their plural.
    plain(text) {
      const words = (text.replace(OWNER, "").match(WORD) || []).map(read);
      const whole = (text.match(HYPHENED) || []).map((word) => fold(word.replace(HYPHEN, "")));
      return ` ${[...words, ...whole, ...words.filter((word) => word.endsWith("ies")).map(single)].join(" ")} `;
    },
    // Other words for a term.
    synonyms: (term) => synonyms().others.get(term) || synonyms().others.get(single(term)) || [],
    // How a text has a word: 1 as it is or in the plural, less for another word for it or for its beginning; at the end of a
    // query also of a short one.
    fit(plain, term, how = {}) {
      const own = search.fitOne(plain, term, how);
      if (own === 1 || !how.alike) return own;
      return Math.max(own, search.synonyms(term).some((other) => search.fitOne(plain, other) === 1) ? search.WHOLE : 0);
    },
    fitOne(plain, term, { last = true, loose = false } = {}) {
      if (isCjk(term)) return plain.includes(term) ? 1 : 0;
      if ([term, term + "s", single(term)].some((word) => plain.includes(` ${word} `))) return 1;
      if (!term.includes(" ") && (term.length > 3 || last)) {
        const number = /\d$/.test(term); // 5 is no beginning of 50, nor of 5.5
        for (let at = plain.indexOf(" " + term); at >= 0; at = plain.indexOf(" " + term, at + 1)) {
          if (!number || !/[\d.]/.test(plain[at + term.length + 1])) return 0.6;
        }
      }
      return loose && search.trimmed(term) !== term && new RegExp(` ${search.trimmed(term)}\\p{L}{0,5} `, "u").test(plain) ? 0.4 : 0;
    },
    // A long word without what may be its ending, in whatever language.
    trimmed(term) {
      return /^\p{L}{6,}$/u.test(term) && !isCjk(term) ? term.slice(0, -2) : term;
    },
    // The places [from, to] in a text that a query's words are at.
    marks(text, terms) {
      const found = [];
      const all = [...text.matchAll(WORD)];
      for (const word of all) {
        if (terms.some((term) => !isCjk(term) && search.fit(` ${read(word[0])} `, term, { loose: true, alike: true }))) found.push([word.index, word.index + word[0].length]);
      }
      const several = terms.flatMap((term) => [term, ...search.synonyms(term)]).filter((term) => term.includes(" ")).map((term) => term.split(" "));
      all.forEach((word, n) => {
        for (const parts of several.filter((one) => one.every((part, at) => all[n + at] && read(all[n + at][0]) === part))) {
          const end = all[n + parts.length - 1];
          found.push([word.index, end.index + end[0].length]);
        }
      });
      for (const word of text.matchAll(HYPHENED)) {
        if (terms.includes(fold(word[0].replace(HYPHEN, "")))) found.push([word.index, word.index + word[0].length]);
      }
      for (const term of terms.filter(isCjk).flatMap((one) => [one, ...search.synonyms(one)])) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found.push([at, at + term.length]);
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
})();
