/** What people do on the page. */
export const page = String.raw`
  const box = $("tin-nhan"), chooser = $("tep"), waitingFiles = $("tep-cho");
  let attached = [];
  chooser.multiple = true;

  function attach(file) {
    attached.push(file);
    const item = $("mau-tep").content.firstElementChild.cloneNode(true);
    item.querySelector(".name").textContent = file.name;
    const button = item.querySelector("button");
    button.setAttribute("aria-label", button.getAttribute("aria-label") + " " + file.name);
    button.addEventListener("click", () => {
      attached = attached.filter((one) => one !== file);
      item.remove();
      waitingFiles.hidden = attached.length === 0;
      box.focus();
    });
    waitingFiles.append(item);
    waitingFiles.hidden = false;
  }

  chooser.addEventListener("change", () => {
    for (const file of chooser.files) attach(file);
    chooser.value = "";
    box.focus();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.closest("#cuoc-moi")) { hangUp(); remember(null); return; }
    if (form.hasAttribute("data-rate")) { event.preventDefault(); rate(form, event.submitter); return; }
    if (!form.hasAttribute("data-chat")) return;
    event.preventDefault();
    const button = event.submitter;
    const id = newId();
    if (button?.name === "choice") say({ id, choice: button.value, label: button.textContent.trim(), files: [], fileIds: [] });
    else if (button?.name === "text") say({ id, text: button.value, label: button.value, files: [], fileIds: [] });
    else {
      const text = box.value;
      if (text.trim() === "" && attached.length === 0) { box.focus(); return; }
      say({ id, text, label: text, files: attached, fileIds: [] });
      attached = [];
      waitingFiles.replaceChildren();
      waitingFiles.hidden = true;
      box.value = "";
    }
    box.focus({ preventScroll: true });
  });

  /** An opinion is no message: it is kept beside the answer. */
  async function rate(form, button) {
    const told = form.querySelector("[role=status]");
    const message = form.elements.message.value, rating = button.value;
    told.textContent = "";
    try {
      const sent = await post("/api/chat/ratings", JSON.stringify({ conversation: conversation(), message, rating }), { "Content-Type": "application/json" });
      if (!sent.ok) throw new Error(String(sent.status));
      for (const one of form.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one === button));
      told.textContent = told.dataset.rated;
    } catch {
      told.textContent = told.dataset.notRated;
    }
  }

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  });

  log.addEventListener("click", (event) => {
    if (!event.target.closest("[data-resend]")) return;
    resend();
    box.focus({ preventScroll: true });
  });

  // When the box grows at the end of the conversation, the end stays in sight.
  const NEAR_END = 200;
  new ResizeObserver(() => {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight - innerHeight - scrollY < NEAR_END && log.childElementCount > 0) scrollTo({ top: scrollHeight, behavior: "instant" });
  }).observe(document.querySelector(".composer"));

  // Within a frame: the page around it hides us.
  const close = () => parent.postMessage("nscl:dong", "*");
  $("dong-khung")?.addEventListener("click", close);
  if (parent !== self) document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  // A page that came by the plain way carries its conversation in itself.
  if (conversation() === null && log.dataset.conversation) remember(log.dataset.conversation);
  else if (log.dataset.conversation && conversation() !== log.dataset.conversation) {
    log.replaceChildren();
    next = 0;
  }
  open();
`;
