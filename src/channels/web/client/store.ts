/** What the browser remembers: which conversation is ours. */
export const store = String.raw`
  const KEY = "nscl-chat";
  // A frame whose site may keep nothing still works, for as long as it is open.
  let remembered = null;

  function conversation() {
    try { return localStorage.getItem(KEY); } catch { return remembered; }
  }
  function remember(token) {
    remembered = token;
    try {
      if (token === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, token);
    } catch { /* kept above */ }
  }

  // Pages without https have no randomUUID.
  function newId() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }
`;
