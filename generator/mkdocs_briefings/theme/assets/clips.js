// Only in the desk's preview: selected words of a source are copied as a citation or as a claim, to be pasted into a briefing.
(function () {
  "use strict";

  const say = globalThis.briefingsSay;
  const address = new URL("../clip.txt", document.currentScript.src);
  const KEYS = { c: "claim", q: "citation" };

  function make(name, props, ...children) {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  }

  // The parts of the selection in each line of the text; Firefox may have several ranges.
  function parts(text) {
    const selection = getSelection();
    const found = [];
    for (let n = 0; n < selection.rangeCount; n++) {
      const range = selection.getRangeAt(n);
      for (const line of text.children) {
        if (!range.intersectsNode(line)) continue;
        const inside = document.createRange();
        inside.selectNodeContents(line);
        if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0) inside.setStart(range.startContainer, range.startOffset);
        if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(range.endContainer, range.endOffset);
        const words = inside.toString();
        if (words.trim()) found.push(words);
      }
    }
    return found;
  }

  async function put(words) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Without HTTPS only this computer has a clipboard by name.
      const field = make("textarea", { value: words });
      const kept = [...Array(getSelection().rangeCount).keys()].map((n) => getSelection().getRangeAt(n).cloneRange());
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      getSelection().removeAllRanges();
      kept.forEach((range) => getSelection().addRange(range));
    }
  }

  async function copy(bar, text, form) {
    const asked = new URL(address);
    asked.searchParams.set("source", text.dataset.source);
    asked.searchParams.set("form", form);
    for (const part of parts(text)) asked.searchParams.append("part", part);
    const told = bar.querySelector(".b-clips__told");
    const shown = bar.querySelector("pre");
    try {
      const response = await fetch(asked, { cache: "no-store" });
      const words = await response.text();
      const made = response.headers.get("Clip") === "text";
      shown.textContent = made ? words : "";
      shown.hidden = !made;
      if (made) await put(words);
      told.textContent = made ? say("clip-copied") : words.trim();
    } catch {
      shown.hidden = true;
      told.textContent = say("clip-no-answer");
    }
  }

  // The sentences of the text as ranges, for the arrow keys.
  function sentences(text) {
    const found = [];
    const lang = text.closest("[lang]")?.lang || "en";
    for (const line of text.children) {
      const nodes = [...walk(line)];
      const words = nodes.map((node) => node.data).join("");
      const cut = globalThis.Intl?.Segmenter ? [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(words)] : [{ index: 0, segment: words }];
      for (const one of cut) {
        const end = one.segment.trimEnd();
        if (!end.trim()) continue;
        const range = document.createRange();
        range.setStart(...at(nodes, one.index));
        range.setEnd(...at(nodes, one.index + end.length));
        found.push(range);
      }
    }
    return found;
  }

  function* walk(line) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) yield walker.currentNode;
  }

  function at(nodes, offset) {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
    return [nodes.at(-1), nodes.at(-1).length];
  }

  function start() {
    document.querySelector(".b-clips")?.remove();
    const text = document.querySelector("blockquote[data-source]");
    if (!text) return;
    const told = make("p", { className: "b-clips__told" });
    told.setAttribute("role", "status");
    const buttons = Object.entries(KEYS).map(([key, form]) => {
      const button = make("button", { type: "button" }, say(form === "claim" ? "clip-claim" : "clip-citation"));
      button.setAttribute("aria-keyshortcuts", key.toUpperCase());
      button.addEventListener("mousedown", (event) => event.preventDefault()); // else the selection is lost
      button.addEventListener("click", () => copy(bar, text, form));
      return button;
    });
    const bar = make("section", { className: "b-clips", hidden: true }, make("div", {}, ...buttons, told), make("pre", { hidden: true }));
    bar.setAttribute("aria-label", say("clips"));
    text.after(bar);
    text.tabIndex = 0;
    text.setAttribute("role", "group");
    text.setAttribute("aria-label", say("clip-text"));
    const all = sentences(text);
    let now = -1;
    let first = -1;
    let before = "";

    text.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target !== text) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const form = KEYS[event.key.toLowerCase()];
      if (step && all[now + step]) {
        now += step;
        if (!event.shiftKey || first < 0) first = now;
        const [from, to] = [Math.min(first, now), Math.max(first, now)];
        getSelection().setBaseAndExtent(all[from].startContainer, all[from].startOffset, all[to].endContainer, all[to].endOffset);
        all[now].startContainer.parentElement.scrollIntoView({ block: "nearest" });
        event.preventDefault();
      } else if (form && !bar.hidden) {
        copy(bar, text, form);
        event.preventDefault();
      }
    });
    document.addEventListener("selectionchange", () => {
      if (!text.isConnected) return;
      const selected = parts(text).join("\n");
      if (selected === before || document.activeElement?.matches("textarea")) return;
      before = selected;
      bar.hidden = !selected;
      told.textContent = "";
      bar.querySelector("pre").hidden = true;
    });
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
