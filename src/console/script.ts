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
  // What takes longer than a moment says that it is being done: figures of years, reports, lists of thousands.
  const working = document.querySelector(".working");
  let timer;
  const rests = () => {
    clearTimeout(timer);
    working.textContent = "";
  };
  const works = () => {
    rests();
    timer = setTimeout(() => {
      working.textContent = working.dataset.words;
      // A file that arrives ends nothing that a page could notice.
      timer = setTimeout(rests, 20000);
    }, 400);
  };
  document.addEventListener("submit", (event) => event.defaultPrevented || works());
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const isPage = link && !link.target && link.origin === location.origin && !link.hash;
    if (isPage && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey) works();
  });
  document.addEventListener("htmx:afterRequest", rests);
  window.addEventListener("pageshow", rests);
  // Where a file is shown before it is sent, its name is all that is known of it.
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
    for (const name of document.querySelectorAll('[data-name-of="' + CSS.escape(target.name) + '"]'))
      name.value = target.files[0]?.name ?? "";
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
