// Which names a query may have meant. Loaded only after a word of it stood nowhere, and then the list of names with it.
(function () {
  "use strict";
  const search = globalThis.briefingsSearch;
  const names = globalThis.briefingsNames.map((name) => ({ name, words: name.match(/[\p{L}\p{M}\p{N}]+/gu) || [] }));
  for (const one of names) one.folded = one.words.map(search.fold);
  const known = new Map(); // each word as the most named has it
  for (const { words, folded } of names) folded.forEach((word, n) => known.has(word) || known.set(word, words[n]));

  // The slips that part two words: letters more, fewer, others, two exchanged. More than `most` is as good as no end.
  function slips(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return Infinity;
      [before, last] = [last, row];
    }
    return last.at(-1) <= most ? last.at(-1) : Infinity;
  }

  function most(term) {
    return term.length < 4 || search.isCjk(term) ? 0 : term.length < 6 ? 1 : 2;
  }

  // "dept" is short for "department": its letters in their order, the first of them first.
  function isShort(term, word) {
    if (term.length < 3 || term.length >= word.length || term[0] !== word[0]) return false;
    let at = 0;
    for (const letter of word) if (letter === term[at]) at += 1;
    return at === term.length;
  }

  // How far a query is from a name, if each of its words is near one of the name's; short forms need one that is not.
  function distance(terms, words) {
    const left = [...words];
    let sum = 0;
    let short = 0;
    for (const term of terms) {
      const all = left.map((word) => slips(term, word, most(term)));
      let best = Math.min(...all);
      let at = all.indexOf(best);
      if (best === Infinity) {
        at = left.findIndex((word) => isShort(term, word));
        if (at < 0) return Infinity;
        best = 2;
        short += 1;
      }
      sum += best;
      left.splice(at, 1);
    }
    return short === terms.length ? Infinity : sum + left.length / 10;
  }

  function nearest(term) {
    let found = "";
    let least = most(term) + 1;
    for (const [word, shown] of known) {
      const far = word.length < 4 ? Infinity : slips(term, word, least - 1);
      if (far < least) [found, least] = [shown, far];
    }
    return found;
  }

  // The names with a word that a third of its letters, or fewer, part from one of a query.
  search.alike = function (terms) {
    const far = (term, word) => {
      const length = Math.max(term.length, word.length);
      return Math.min(term.length, word.length) < 4 ? Infinity : slips(term, word, Math.floor(length / 3)) / length;
    };
    return names
      .map(({ name, folded }) => ({ name, least: Math.min(...terms.flatMap((term) => folded.map((word) => far(term, word)))) }))
      .filter(({ least }) => least < Infinity)
      .sort((a, b) => a.least - b.least)
      .slice(0, 3)
      .map(({ name }) => name);
  };

  // Gives queries, the likeliest first: a whole name; else the query with words that are unknown put right.
  search.meant = function (terms, missing) {
    const whole = names
      .filter(({ words }) => words.length >= terms.length && words.length <= 2 * terms.length)
      .map(({ name, folded }) => ({ name, far: distance(terms, folded) }))
      .filter(({ far }) => far >= 1 && far < Infinity)
      .sort((a, b) => a.far - b.far)
      .slice(0, 1)
      .map(({ name }) => name);
    const right = new Map(missing.filter((term) => !known.has(term)).map((term) => [term, nearest(term)]).filter(([, word]) => word));
    const put = (some) => terms.map((term) => (some.includes(term) ? right.get(term) : term)).join(" ");
    const parted = right.size ? [[...right.keys()], ...(right.size > 1 ? [...right.keys()].map((term) => [term]) : [])] : [];
    return [...new Set([...whole, ...parted.map(put)])];
  };
})();
