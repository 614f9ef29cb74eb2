/** Hearing of new messages: a stream where it works, asking again where it does not. */
export const reading = String.raw`
  const READY_WITHIN_MS = 6000, ASK_EVERY_MS = 3000, TRY_STREAM_EVERY = 10;
  let stream = null, asking = null, ready;

  const address = (path, more) => path + "?" + new URLSearchParams({ conversation: conversation(), ...more });

  /** Fills the page with the conversation so far, then follows it. */
  async function open() {
    if (conversation() === null) return;
    try {
      const response = await fetch(address("/chat/lines"));
      if (response.status === 404) return forget();
      if (!response.ok) throw new Error(String(response.status));
      const found = await response.json();
      for (const message of found.messages) place(message);
      next = found.next;
      if (found.messages.length > 0 && !location.hash) toLatest();
    } catch {
      offline(true);
    }
    listen();
  }

  function listen() {
    if (stream || document.hidden || conversation() === null) return;
    const mine = new EventSource(address("/chat/stream", { after: next }));
    stream = mine;
    clearTimeout(ready);
    // A proxy that holds events back lets none of them through.
    ready = setTimeout(() => { hangUp(); askAgain(0); }, READY_WITHIN_MS);
    mine.addEventListener("ready", () => { clearTimeout(ready); stopAsking(); offline(false); dropDrafts(); });
    mine.addEventListener("draft", (event) => showDraft(JSON.parse(event.data)));
    mine.onmessage = (event) => {
      next = Math.max(next, Number(event.lastEventId));
      place(JSON.parse(event.data));
    };
    mine.onerror = () => {
      offline(true);
      // Refused for good: the browser does not try again by itself.
      if (mine.readyState === EventSource.CLOSED && stream === mine) { hangUp(); askAgain(0); }
    };
  }

  function hangUp() {
    clearTimeout(ready);
    stream?.close();
    stream = null;
  }

  function stopAsking() {
    clearTimeout(asking);
    asking = null;
  }

  function askAgain(times) {
    stopAsking();
    if (document.hidden || conversation() === null) return;
    asking = setTimeout(async () => {
      try {
        const response = await fetch(address("/chat/lines", { after: next }));
        if (response.status === 404) return forget();
        if (!response.ok) throw new Error(String(response.status));
        const found = await response.json();
        for (const message of found.messages) place(message);
        next = Math.max(next, found.next);
        offline(false);
      } catch {
        offline(true);
      }
      if (times + 1 >= TRY_STREAM_EVERY) { stopAsking(); listen(); }
      else askAgain(times + 1);
    }, ASK_EVERY_MS);
  }

  function offline(is) {
    $("mat-ket-noi").hidden = !is;
  }

  /** The conversation is not there any more, erased or over its time. */
  function forget() {
    hangUp();
    stopAsking();
    remember(null);
    next = 0;
    log.replaceChildren();
    $("chao").hidden = false;
    $("cuoc-moi").hidden = true;
    complain(status.dataset.forgotten);
  }

  // Browsers allow few connections to one site: a tab that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { hangUp(); stopAsking(); }
    else listen();
  });
  addEventListener("online", () => { hangUp(); stopAsking(); listen(); });
  addEventListener("offline", () => offline(true));
  // Another tab began the conversation, or began a new one.
  addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    if (event.oldValue === null && event.newValue !== null && log.childElementCount === 0) open();
    else if (event.newValue !== event.oldValue) location.reload();
  });
`;
