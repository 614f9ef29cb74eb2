/** What all pages of the service look like: colours named once for light and once for dark, text, focus, form controls. */
export const baseStyles = `
:root {
  color-scheme: light dark;
  --paper: #f7f4ed; --card: #fffefb; --ink: #1f2a2d; --muted: #55615f; --line: #ddd5c6;
  --brand: #0e5a5e; --brand-ink: #ffffff; --brand-soft: #e0eeec; --focus: #b4540a;
  --green: #1b6239; --green-soft: #e1f1e5; --amber: #7a4d00; --amber-soft: #fbedcc;
  --red: #93291c; --red-soft: #fbe5e0; --grey: #4a5356; --grey-soft: #ebe7de;
  --shadow: 0 1px 2px rgb(60 45 20 / 8%), 0 6px 20px rgb(60 45 20 / 6%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #131819; --card: #1b2223; --ink: #ece8e0; --muted: #a8b3b2; --line: #354042;
    --brand: #84d6cd; --brand-ink: #08292b; --brand-soft: #1c3637; --focus: #ffb566;
    --green: #93dcaa; --green-soft: #17341f; --amber: #f2c974; --amber-soft: #392d12;
    --red: #f5ab9d; --red-soft: #40211b; --grey: #c0c8c8; --grey-soft: #2a3234;
    --shadow: none;
  }
}
* { box-sizing: border-box; }
html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.3; margin: 1.75rem 0 .6rem; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2rem); margin-top: 0; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1.0625rem; }
p, ul, dl, blockquote { margin: 0 0 .75rem; }
ul { padding-left: 1.3rem; }
li + li { margin-top: .35rem; }
a { color: var(--brand); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .3rem; }
main:focus { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: .75rem; top: -6rem; z-index: 1; padding: .6rem 1rem; background: var(--card); color: var(--brand); border-radius: .5rem; }
.skip:focus { top: .75rem; }

.hint, .meta, .count { font-size: .9375rem; color: var(--muted); }
label { display: block; font-weight: 600; margin-bottom: .4rem; }
textarea, input[type="search"] {
  width: 100%; padding: .7rem .85rem; font: inherit; color: inherit; background: var(--paper);
  border: 1.5px solid var(--muted); border-radius: .6rem;
}
textarea { display: block; min-height: 4.6rem; max-height: 22rem; resize: vertical; field-sizing: content; }
textarea[aria-invalid] { border-color: var(--red); }
::placeholder { color: var(--muted); opacity: 1; }
button, .button {
  flex: none; min-height: 2.9rem; padding: .55rem 1.4rem; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  color: var(--brand-ink); background: var(--brand); border: 1px solid var(--brand); border-radius: .7rem;
}
.button { display: inline-block; margin-right: .75rem; }
button:hover, .button:hover { filter: brightness(1.12); }
.mistake, .caution { padding: .6rem .85rem; border-radius: .6rem; border-left: 4px solid; }
.mistake { background: var(--red-soft); color: var(--red); }
.caution { background: var(--amber-soft); color: var(--amber); }
.badge { display: inline-flex; align-items: center; gap: .4em; padding: .1rem .65rem; font-size: .875rem; font-weight: 600; line-height: 1.6; border-radius: 1rem; white-space: nowrap; vertical-align: middle; color: var(--grey); background: var(--grey-soft); }
.badge::before { content: ""; width: .55em; height: .55em; border-radius: 50%; background: currentcolor; }
`;
