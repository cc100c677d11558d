// Fetches the scripts of boards and filters where a page has such a form: most have none.
(function () {
  "use strict";

  const src = new URL("forms.js", document.currentScript.src).href;
  let asked = false;

  function start() {
    if (asked || !document.querySelector(".b-day, .b-filter")) return;
    asked = true;
    document.head.append(Object.assign(document.createElement("script"), { src }));
  }

  // Under instant navigation the script runs once, and `document$` tells of each page.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
