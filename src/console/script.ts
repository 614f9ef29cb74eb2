/** What pages do besides htmx; all of them work without it. */
export const consoleScript = String.raw`"use strict";
(() => {
  // Pressed twice is done once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  // "Back" shows the page as it was left, and its forms must work again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
  // A box in the head of a table ticks all rows.
  document.addEventListener("change", (event) => {
    const all = event.target;
    if (!(all instanceof HTMLInputElement) || !all.dataset.tickAll) return;
    for (const box of document.querySelectorAll('input[type="checkbox"][name="' + CSS.escape(all.dataset.tickAll) + '"]'))
      box.checked = all.checked;
  });
})();
`;
