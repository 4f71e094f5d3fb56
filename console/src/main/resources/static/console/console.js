// Says so when the hub cannot be reached any more. The notice itself is in the page, in its language.
"use strict";
(() => {
  const show = (lost) => { document.getElementById("lost").hidden = !lost; };
  for (const event of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.body.addEventListener(event, () => show(true));
  }
  document.body.addEventListener("htmx:afterOnLoad", () => show(false));
})();
