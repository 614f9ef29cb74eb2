/**
 * Makes asking smoother where scripts run; every page works without it.
 * Enter sends, the answer comes in without a blank page, and a screen reader is told of it.
 */
export const script = `"use strict";
(() => {
  const status = document.getElementById("thong-bao");

  document.addEventListener("keydown", (event) => {
    const box = event.target;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || box.id !== "cau-hoi") return;
    event.preventDefault();
    box.form.requestSubmit();
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-ask")) return;
    event.preventDefault();
    const button = form.querySelector("button");
    // A second press while the first is on its way would ask twice.
    if (button.getAttribute("aria-disabled") === "true") return;
    const label = button.textContent;
    button.setAttribute("aria-disabled", "true");
    button.textContent = status.dataset.sending;
    status.textContent = status.dataset.sending;
    try {
      const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!response.ok) throw new Error(String(response.status));
      show(new DOMParser().parseFromString(await response.text(), "text/html"), response);
    } catch {
      // The plain way shows what went wrong, or works where this one did not.
      button.textContent = label;
      button.removeAttribute("aria-disabled");
      form.submit();
    }
  });

  function show(page, response) {
    document.getElementById("noi-dung").replaceWith(page.getElementById("noi-dung"));
    document.title = page.title;
    if (response.redirected) history.pushState({ asked: true }, "", response.url);
    const answer = document.getElementById("tra-loi");
    status.textContent = answer ? status.dataset.ready : "";
    const top = document.querySelector(".question") || document.getElementById("noi-dung");
    (answer || document.getElementById("cau-hoi")).focus({ preventScroll: true });
    top.scrollIntoView({ block: "start" });
  }

  // Answers that were put in place have addresses, but only the server has their pages.
  addEventListener("popstate", () => location.reload());
})();
`;
