/** The conversation on the page: messages drawn by the server, and those on their way. */
export const log = String.raw`
  const $ = (id) => document.getElementById(id);
  const log = $("hoi-thoai"), typing = $("dang-tra-loi"), status = $("thong-bao");
  let next = Number(log.dataset.next);
  let quietTimer;

  const lineOf = (id) => log.querySelector('[data-id="' + CSS.escape(id) + '"]');

  function drawn(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content.firstElementChild;
  }

  /** Puts a message of the server in its place; what is there already is replaced. */
  function place(message) {
    if (message.from !== "user") dropDraft(message.inReplyTo);
    const line = drawn(message.html);
    const known = lineOf(message.id);
    // Whatever is still on its way stays last.
    const before = known && !known.classList.contains("pending") ? known.nextElementSibling : log.querySelector(".pending:not([data-id='" + CSS.escape(message.id) + "'])");
    const reading = atEnd();
    known?.remove();
    log.insertBefore(line, before);
    if (message.from !== "user") stopWaiting();
    begun();
    if (reading) toLatest();
  }

  /** An answer in the making, beside the messages: the answer itself takes its place. */
  const DRAFT = "nhap-", LONGEST_DRAFT_MS = 4000;
  function showDraft(draft) {
    if (log.querySelector('[data-in-reply-to="' + CSS.escape(draft.inReplyTo) + '"]:not(.draft)')) return;
    // Turned into nothing: staff took over, or the answer is only just arriving.
    if (draft.over) { setTimeout(() => dropDraft(draft.inReplyTo), LONGEST_DRAFT_MS); return; }
    const line = drawn(draft.html);
    line.classList.add("draft");
    // Read out once, when it is finished.
    line.setAttribute("aria-hidden", "true");
    const reading = atEnd();
    const known = lineOf(DRAFT + draft.inReplyTo);
    if (known) known.replaceWith(line);
    else log.append(line);
    if (reading) toLatest();
  }
  function dropDraft(inReplyTo) {
    if (inReplyTo) lineOf(DRAFT + inReplyTo)?.remove();
  }
  function dropDrafts() {
    for (const line of log.querySelectorAll(".draft")) line.remove();
  }

  /** The page has a conversation now. */
  function begun() {
    $("chao").hidden = true;
    $("cuoc-moi").hidden = false;
  }

  /** A message of this page, shown before it has arrived. */
  function showPending(message) {
    const line = $("mau-tin").content.firstElementChild.cloneNode(true);
    line.id = "tin-" + message.id;
    line.dataset.id = message.id;
    line.querySelector(".typed").textContent = message.label;
    const list = line.querySelector(".files");
    list.hidden = message.files.length === 0;
    for (const file of message.files) list.append(Object.assign(document.createElement("li"), { textContent: file.name }));
    log.append(line);
    begun();
    toLatest();
  }

  function showState(id, state, why) {
    const line = lineOf(id);
    if (!line || !line.classList.contains("pending")) return;
    line.querySelector(".sending").hidden = state !== "sending";
    line.querySelector(".not-sent").hidden = state !== "failed";
    line.classList.toggle("failed", state === "failed");
    if (state === "failed") {
      line.querySelector(".why").textContent = why || status.dataset.notSent;
      status.textContent = line.querySelector(".why").textContent;
    }
  }

  /** Staff may take a day to answer: the dots do not wait for them. */
  const LONGEST_WAIT_MS = 30000;
  function waitForReply() {
    typing.hidden = false;
    status.textContent = status.dataset.answering;
    clearTimeout(quietTimer);
    quietTimer = setTimeout(stopWaiting, LONGEST_WAIT_MS);
  }
  function stopWaiting() {
    typing.hidden = true;
    status.textContent = "";
    clearTimeout(quietTimer);
  }

  /** Whoever reads further up is not torn away. */
  function atEnd() {
    const last = log.lastElementChild;
    return last !== null && last.getBoundingClientRect().bottom <= innerHeight;
  }

  /** The last question at the top, so that its answer is read from its beginning. */
  function toLatest() {
    const asked = Array.from(log.querySelectorAll(".line.user")).at(-1) || log.lastElementChild;
    asked?.scrollIntoView({ block: "start", behavior: "instant" });
  }
`;
