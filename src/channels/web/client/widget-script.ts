import { chatTexts } from "../chat-texts.ts";
import { EMBEDDED } from "../links.ts";

/**
 * `<script src="https://host/nhung.js" defer></script>` on a page of a named site makes a button that opens the chat in
 * a frame. Nothing inline, no markup of strings, styles by constructed sheets: it works under a strict policy of that
 * page, which must only allow us in script-src and frame-src.
 */
export function widgetScript(origins: readonly string[]): string {
  return `"use strict";
(() => {
  const SITES = ${JSON.stringify(origins)};
  const WORDS = ${JSON.stringify({ open: chatTexts.openWidget, close: chatTexts.close })};
  const PATH = ${JSON.stringify(EMBEDDED)};
${BODY}})();
`;
}

const BODY = String.raw`
  const host = new URL(document.currentScript.src).origin;
  // The server refuses the frame as well; a button that opens nothing would only annoy.
  if (!SITES.includes(location.origin)) {
    console.warn("nscl-bot: " + location.origin + " is not among WIDGET_ORIGINS of " + host);
    return;
  }

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":host { all: initial; }" +
    "button { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; min-height: 52px; padding: 12px 20px; border: 2px solid #fff; border-radius: 26px; background: #0e5a5e; color: #fff; font: 600 16px/1.3 system-ui, sans-serif; cursor: pointer; box-shadow: 0 4px 16px rgb(0 0 0 / 25%); }" +
    "button:focus-visible { outline: 3px solid #b4540a; outline-offset: 2px; }" +
    "iframe { position: fixed; right: 16px; bottom: 84px; z-index: 2147483000; width: min(410px, calc(100vw - 32px)); height: min(640px, calc(100vh - 100px)); border: 1px solid #b9c4c3; border-radius: 14px; background: #f7f4ed; box-shadow: 0 8px 32px rgb(0 0 0 / 25%); }" +
    "@media (max-width: 480px) { iframe { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; } }" +
    "[hidden] { display: none; }"
  );

  const holder = document.createElement("div");
  const root = holder.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = WORDS.open;
  button.setAttribute("aria-expanded", "false");
  root.append(button);
  document.body.append(holder);
  let frame = null;

  function show(open) {
    if (open && frame === null) {
      frame = document.createElement("iframe");
      frame.title = WORDS.open;
      frame.src = host + PATH;
      root.append(frame);
    }
    if (frame === null) return;
    frame.hidden = !open;
    button.textContent = open ? WORDS.close : WORDS.open;
    button.setAttribute("aria-expanded", String(open));
    if (open) frame.focus();
    else button.focus();
  }

  button.addEventListener("click", () => show(frame === null || frame.hidden));
  addEventListener("message", (event) => {
    if (event.origin === host && event.source === frame?.contentWindow && event.data === "nscl:dong") show(false);
  });
`;
