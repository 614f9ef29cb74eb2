import { DEMO, demoTexts as texts } from "./texts.ts";

/** Shows what comes, and sends what is typed and pressed. The web's own page does that itself, in its frame. */
export const demoScript = `"use strict";
(() => {
  const WORDS = ${JSON.stringify({ ...texts, box: "", log: "" })};
  const PATH = ${JSON.stringify(DEMO)};
${body()}})();
`;

function body(): string {
  return String.raw`
  const LOOK_EVERY_MS = 400;
  // The chat page in the frame keeps its conversation under this name, and follows when it changes.
  const WEB_KEY = "nscl-chat";
  const run = document.getElementById("kich-ban"), status = document.getElementById("tinh-hinh");
  const hint = status.textContent;
  let web = null;

  async function post(path, body) {
    const response = await fetch(PATH + path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.ok;
  }

  function element(tag, name, text) {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  }

  function bubbleOf(channel, { from, text, buttons, file }, at) {
    const made = element("div", "said " + from, "");
    if (text) made.append(element("p", "words", text));
    if (file) made.append(element("p", "attached", WORDS.file + ": " + file));
    if (buttons.length > 0) {
      const keys = element("div", "keys", "");
      buttons.forEach(({ label }, button) => {
        const key = element("button", "key", label);
        key.type = "button";
        key.addEventListener("click", () => void post("/bam", { channel, bubble: at, button }));
        keys.append(key);
      });
      made.append(keys);
    }
    return made;
  }

  function show({ channel, person, screen }) {
    const log = document.querySelector('[data-channel="' + channel + '"] .screen');
    if (log.dataset.person !== String(person)) log.replaceChildren();
    log.dataset.person = person;
    const seen = log.childElementCount;
    if (screen.length === seen) return;
    log.append(...screen.slice(seen).map((bubble, at) => bubbleOf(channel, bubble, seen + at)));
    log.scrollTo({ top: log.scrollHeight });
  }

  /** What comes in the frame while nobody writes there is not scrolled to by itself. */
  function followWeb() {
    const inside = document.querySelector("iframe").contentWindow;
    inside?.scrollTo({ top: inside.document.documentElement.scrollHeight, behavior: "instant" });
  }

  function tell({ state, why }) {
    if (state === "running" || run.disabled) followWeb();
    run.disabled = state === "running";
    status.textContent =
      state === "failed" ? WORDS.failed + " " + why.join("; ") : state === "idle" ? hint : WORDS[state];
  }

  async function look() {
    try {
      const shown = await (await fetch(PATH + "/man-hinh")).json();
      shown.columns.forEach(show);
      tell(shown.script);
      if (shown.web !== null && shown.web !== web) localStorage.setItem(WEB_KEY, shown.web);
      web = shown.web;
    } catch {
      status.textContent = WORDS.away;
    }
    setTimeout(look, LOOK_EVERY_MS);
  }

  for (const phone of document.querySelectorAll(".phone")) {
    const form = phone.querySelector("form");
    if (!form) continue;
    const box = form.querySelector("textarea");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const text = box.value;
      if (text.trim() === "") return;
      box.value = "";
      if (!(await post("/nhan", { channel: phone.dataset.channel, text }))) {
        box.value = text;
        status.textContent = WORDS.refused;
      }
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }

  run.addEventListener("click", () => {
    run.disabled = true;
    void post("/kich-ban", {});
  });
  look();
`;
}
