// Previews of what citations and links lead to: reading works without them.
(function () {
  "use strict";

  const wide = matchMedia("(min-width: 60em)");
  const pointer = matchMedia("(hover: hover)");

  // Instant navigation makes the addresses of links absolute.
  function tellsOf(link) {
    return (one) => new URL(one.dataset.for, document.baseURI).href === link.href;
  }

  function notesOf(link) {
    return [...document.querySelectorAll(".b-note")].filter(tellsOf(link));
  }

  // What is told of the target of a link: a preview kept for it, or the note that stands somewhere on the page.
  function told(link) {
    const kept = document.querySelector("template#b-previews");
    const found = (kept && [...kept.content.children].find(tellsOf(link))) || notesOf(link)[0];
    return found ? found.cloneNode(true).childNodes : null;
  }

  let shown = null; // {box, link}
  let waiting = 0;

  function hide() {
    clearTimeout(waiting);
    if (!shown) return;
    shown.link.removeAttribute("aria-describedby");
    shown.box.remove();
    for (const one of document.querySelectorAll(".b-on")) one.classList.remove("b-on");
    shown = null;
  }

  function show(link, touched) {
    if (shown && shown.link === link) return clearTimeout(waiting);
    hide();
    const words = told(link);
    if (!words) return;
    link.classList.add("b-on");
    const near = wide.matches ? notesOf(link).filter((note) => visible(note)) : [];
    for (const note of near) note.classList.add("b-on");
    const box = document.createElement("div");
    box.className = "b-preview md-typeset";
    box.id = "b-preview";
    box.setAttribute("role", "note");
    box.append(...words);
    if (touched) box.append(follow(link));
    document.body.append(box);
    link.setAttribute("aria-describedby", box.id);
    shown = { box, link };
    if (near.length && !touched) box.classList.add("b-unseen");
    else put(box, link);
    box.addEventListener("pointerenter", () => clearTimeout(waiting));
    box.addEventListener("pointerleave", later);
  }

  function follow(link) {
    const line = document.createElement("p");
    const again = document.createElement("a");
    again.href = link.href;
    again.textContent = link.classList.contains("b-cite") ? globalThis.briefingsSay("card-claim") : globalThis.briefingsSay("card-page");
    line.append(again);
    return line;
  }

  function visible(element) {
    const box = element.getBoundingClientRect();
    const header = document.querySelector(".md-header");
    return box.height > 0 && box.top >= (header ? header.offsetHeight : 0) && box.bottom <= innerHeight;
  }

  function put(box, link) {
    const at = link.getClientRects()[0];
    if (!at) return;
    const left = Math.min(Math.max(at.left, 12), document.documentElement.clientWidth - box.offsetWidth - 12);
    const below = at.bottom + 6 + box.offsetHeight < innerHeight || at.top < box.offsetHeight + 6;
    box.style.left = Math.max(left, 12) + "px";
    box.style.top = (below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + "px";
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(hide, 250);
  }

  function linkAt(event) {
    const link = event.target.closest && event.target.closest(".b-page a[href]");
    return link && !link.closest(".b-preview, .b-note, .b-permalink, .headerlink") ? link : null;
  }

  // On a touch screen a citation opens its note below the sentences; other links show what they lead to, then lead there.
  function touch(event) {
    const link = linkAt(event);
    if (!link || pointer.matches || event.ctrlKey || event.metaKey) return;
    if (link.classList.contains("b-cite") && !wide.matches) {
      const block = link.closest("li, p");
      const evidence = block && (block.matches("p") ? block.nextElementSibling : block.querySelector(":scope > .b-evidence"));
      const notes = evidence && evidence.matches(".b-evidence") ? [...evidence.querySelectorAll(".b-note")] : [];
      const note = notes.find(tellsOf(link));
      if (!note) return;
      event.preventDefault();
      const again = evidence.open && note.classList.contains("b-on");
      for (const one of document.querySelectorAll(".b-on")) one.classList.remove("b-on");
      evidence.open = !again;
      if (!again) {
        note.classList.add("b-on");
        note.scrollIntoView({ block: "nearest" });
      }
    } else if (!(shown && shown.link === link) && told(link)) {
      event.preventDefault();
      event.stopPropagation();
      show(link, true);
    }
  }

  function copyable() {
    for (const button of document.querySelectorAll("[data-b-copy]")) {
      const words = document.querySelector(button.dataset.bCopy);
      if (navigator.clipboard && words) {
        button.hidden = false;
        button.addEventListener("click", () => copied(button, words.innerText.trim()));
      }
    }
    const whole = navigator.clipboard && globalThis.ClipboardItem;
    for (const button of whole ? document.querySelectorAll("[data-b-copy-page]") : []) {
      button.hidden = false;
      button.addEventListener("click", () => copyPage(button));
    }
    for (const link of navigator.clipboard ? document.querySelectorAll(".b-permalink") : []) {
      link.title = globalThis.briefingsSay("permalink-copy");
      link.addEventListener("click", () => copied(link, link.href));
    }
  }

  function copied(button, text) {
    saysCopied(button, navigator.clipboard.writeText(text)).catch(() => {});
  }

  // As a mail program takes it: with its links and its look. What cannot be copied is opened.
  function copyPage(button) {
    const address = button.dataset.bCopyPage;
    const body = fetch(address).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
      .then((text) => new DOMParser().parseFromString(text, "text/html").body);
    const as = (type, words) => body.then((found) => new Blob([words(found)], { type }));
    const item = new ClipboardItem({
      "text/html": as("text/html", (found) => found.innerHTML),
      "text/plain": as("text/plain", (found) => found.textContent.trim()),
    });
    saysCopied(button, navigator.clipboard.write([item])).catch(() => { location.href = address; });
  }

  function saysCopied(button, copying) {
    const before = button.textContent;
    button.setAttribute("aria-live", "polite");
    return copying.then(() => {
      button.textContent = globalThis.briefingsSay("copied");
      setTimeout(() => { button.textContent = before; }, 1500);
    });
  }

  // A site that does not say where it will stand knows it when it is read there.
  function cite() {
    const words = document.getElementById("b-citing-text");
    if (!words || words.querySelector(".b-address") || !location.protocol.startsWith("http")) return;
    const link = document.createElement("a");
    link.className = "b-address";
    link.href = link.textContent = location.origin + location.pathname;
    words.append(globalThis.briefingsSay("between-items"), link);
  }

  function start() {
    const page = document.querySelector(".b-page");
    hide();
    cite();
    copyable();
    if (!page) return;
    page.addEventListener("pointerover", (event) => {
      const link = event.pointerType === "mouse" && linkAt(event);
      if (!link) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => show(link), 200);
    });
    page.addEventListener("pointerout", (event) => event.pointerType === "mouse" && linkAt(event) && later());
    page.addEventListener("focusin", (event) => {
      const link = linkAt(event);
      if (link && link.matches(":focus-visible")) show(link);
    });
    page.addEventListener("focusout", () => {
      if (!(shown && shown.box.matches(":hover"))) later();
    });
  }

  // One Escape closes one thing: first the preview, which nothing else then has to do with.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    hide();
  }, true);
  document.addEventListener("click", touch, true);
  document.addEventListener("pointerdown", (event) => {
    if (shown && !shown.box.contains(event.target) && !shown.link.contains(event.target)) hide();
  });
  addEventListener("scroll", () => shown && shown.box.style.left && put(shown.box, shown.link), { passive: true });

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
