/** Sending: one after the other, each with its id, so that sending again never says anything twice. */
export const writing = String.raw`
  const unsent = new Map();
  // The message that opens the conversation. Repeated, it must be repeated as that, and the others wait for it.
  let firstId = null;
  let sending = Promise.resolve();

  function complain(words) {
    const mistake = $("loi");
    mistake.hidden = !words;
    mistake.textContent = words || "";
    $("tin-nhan").toggleAttribute("aria-invalid", Boolean(words));
    if (words) $("tin-nhan").setAttribute("aria-invalid", "true");
  }

  /** message: { id, text or choice, label, files: File[], fileIds } */
  function say(message) {
    complain("");
    showPending(message);
    enqueue(message);
  }

  function enqueue(message) {
    unsent.set(message.id, message);
    showState(message.id, "sending");
    sending = sending.then(() => deliver(message)).catch(() => fail(message));
  }

  function fail(message, why) {
    showState(message.id, "failed", why);
  }

  /** Everything that did not get through, in the order it was said. */
  function resend() {
    for (const message of unsent.values()) {
      if (lineOf(message.id)?.classList.contains("failed")) enqueue(message);
    }
  }
  addEventListener("online", resend);

  async function deliver(message) {
    for (const file of message.files.slice(message.fileIds.length)) {
      const sent = await sendFile(file);
      if (!sent.ok) return refused(message, sent);
      message.fileIds.push(sent.body.file);
      arrivedIn(sent.body.conversation);
    }
    if (conversation() === null) firstId ??= message.id;
    if (conversation() === null && firstId !== message.id) return fail(message);
    const body = { id: message.id };
    if (firstId !== message.id) body.conversation = conversation();
    if (message.choice !== undefined) body.choice = message.choice;
    else body.text = message.text;
    if (message.fileIds.length > 0) body.files = message.fileIds;
    const sent = await post("/api/chat/messages", JSON.stringify(body), { "Content-Type": "application/json" });
    if (!sent.ok) return refused(message, sent);
    settled(message);
    arrivedIn(sent.body.conversation);
    showState(message.id, "sent");
    offline(false);
    // The reply may have been faster than this.
    const line = lineOf(message.id);
    if (line?.classList.contains("pending") || line === log.lastElementChild) waitForReply();
    if (asking === null) listen();
  }

  function sendFile(file) {
    const form = new FormData();
    form.append("file", file, file.name);
    if (conversation() !== null) form.append("conversation", conversation());
    return post("/api/chat/files", form, {});
  }

  async function post(path, body, headers) {
    const response = await fetch(path, { method: "POST", body, headers });
    const text = await response.text();
    let read = {};
    try { read = JSON.parse(text); } catch { /* a proxy's own page */ }
    return { ok: response.ok, status: response.status, body: read };
  }

  function settled(message) {
    unsent.delete(message.id);
    if (firstId === message.id) firstId = null;
  }

  function arrivedIn(token) {
    if (conversation() !== token) remember(token);
  }

  function refused(message, { status: code, body }) {
    if (code === 404) {
      // What it was part of is gone; nothing typed is lost.
      settled(message);
      const words = message.label;
      forget();
      $("tin-nhan").value = words;
      return;
    }
    if (code === 400 || code === 413) {
      settled(message);
      lineOf(message.id)?.remove();
      const box = $("tin-nhan");
      if (message.choice === undefined && box.value === "") box.value = message.text;
      for (const file of message.files) attach(file);
      complain(body.error);
      box.focus();
      return;
    }
    fail(message, body.error);
  }
`;
