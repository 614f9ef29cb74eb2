/** The style of the chat, on top of the shared one. */
export const chatStyles = `
[hidden] { display: none !important; }
button.quiet { min-height: 2.2rem; padding: .1rem .7rem; color: var(--brand); background: none; border-color: var(--line); }
button.quiet:hover { background: var(--brand-soft); filter: none; }
.chat .page, .embedded .page { display: flex; flex-direction: column; padding-bottom: 0; }
.chat .page { max-width: 52rem; padding-top: 1.25rem; }
html.chat, html.embedded { scroll-padding-bottom: 9rem; }
.chat body, .embedded body { min-height: 100dvh; }
.chat .header-row { padding-bottom: .5rem; }
.welcome { margin-bottom: 1.5rem; }
.welcome .choices { margin-top: 1rem; }

.log { flex: 1 0 auto; display: flex; flex-direction: column; gap: .9rem; padding-bottom: 1rem; outline: none; }
.line { display: flex; flex-direction: column; align-items: flex-start; scroll-margin-top: 1rem; }
.line.user { align-items: flex-end; }
.bubble { max-width: min(100%, 42rem); padding: .75rem 1.05rem; background: var(--card); border: 1px solid var(--line); border-radius: .35rem 1.1rem 1.1rem 1.1rem; box-shadow: var(--shadow); overflow-wrap: anywhere; }
.bubble > :last-child { margin-bottom: 0; }
.bubble > p { margin-bottom: .45rem; }
.line.user .bubble { max-width: min(88%, 38rem); background: var(--brand-soft); border-color: transparent; border-radius: 1.1rem 1.1rem .35rem 1.1rem; box-shadow: none; }
.line.staff .bubble { border-left: 4px solid var(--amber); }
.speaker { font-size: .875rem; font-weight: 600; color: var(--amber); }
.bubble > .typed { margin-bottom: 0; white-space: pre-line; }
.typed + .files { margin-top: .4rem; }
.typed:empty { display: none; }
.pending .bubble { opacity: .85; }
.draft .bubble { border-style: dashed; }
.pending.failed .bubble { opacity: 1; border-color: var(--red); }
.state { margin: .25rem 0 0; font-size: .875rem; color: var(--muted); }
.not-sent { color: var(--red); }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .6rem; }
.choices button { min-height: 2.75rem; max-width: 100%; padding: .4rem 1rem; font-weight: 500; line-height: 1.35; text-align: left; color: var(--brand); background: var(--card); border: 1.5px solid var(--brand); border-radius: 1.4rem; }
.choices button:hover { background: var(--brand-soft); filter: none; }
/* A menu is read as the last one shown; what was answered is past. */
.line:has(~ .line.user) .choices { display: none; }
.rating { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem; margin-top: .4rem; }
.rating button { min-height: 2rem; padding: .1rem .75rem; font-size: .875rem; font-weight: 500; }
.rating button[aria-pressed="true"] { color: var(--card); background: var(--brand); border-color: var(--brand); }
.rating .hint { font-size: .875rem; }
.announcements p { margin-bottom: .75rem; white-space: pre-line; }
.files { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; margin-bottom: 0; }
.files li { margin: 0; padding: .25rem .7rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--paper); }

.bases { margin-top: .8rem; padding-top: .7rem; }
.bases-name { margin-bottom: .2rem; font-size: .9375rem; font-weight: 600; color: var(--muted); }
.bubble .basis { margin-top: .6rem; }
.bubble .basis-name, .bubble .validity { font-size: .9375rem; }
.bubble .place { font-size: .9375rem; }

.typing { align-self: flex-start; margin: 0 0 1rem; font-size: .9375rem; color: var(--muted); }
.typing::after { content: ""; display: inline-block; width: .5em; height: .5em; margin-left: .5em; border-radius: 50%; background: var(--brand); }
.composer { position: sticky; bottom: 0; margin-inline: calc(-1 * clamp(0rem, 4vw, 1rem)); padding: .5rem clamp(0rem, 4vw, 1rem) .6rem; background: var(--paper); border-top: 1px solid var(--line); }
.composer .automatic { max-width: none; padding: 0; margin: 0 0 .4rem; font-size: .875rem; }
.write { display: grid; grid-template-columns: auto 1fr auto; align-items: end; gap: .2rem .3rem; padding: .35rem; background: var(--card); border: 1.5px solid var(--muted); border-radius: 1rem; }
.write:focus-within { border-color: var(--brand); box-shadow: 0 0 0 1px var(--brand); }
.write > .files, .write > .hint { grid-column: 1 / -1; }
.write > .files { margin: .2rem .2rem .3rem; }
.write textarea { grid-column: 1 / 3; min-height: 2.9rem; max-height: 9rem; padding: .6rem .4rem; line-height: 1.5; border: 0; background: none; resize: none; }
.write textarea:focus-visible { outline: none; }
.attach { grid-column: 1 / -1; margin: .2rem .4rem; font-weight: 500; color: var(--brand); }
.attach svg { display: none; }
.attach input { max-width: 100%; font-size: .8125rem; color: var(--muted); }
@media (scripting: enabled) {
  .write textarea { grid-column: 2; }
  .attach { grid-column: auto; margin: 0; position: relative; display: grid; place-items: center; width: 2.9rem; height: 2.9rem; border-radius: .7rem; cursor: pointer; }
  .attach svg { display: block; }
  .attach:hover { background: var(--brand-soft); }
  .attach:focus-within { outline: 3px solid var(--focus); outline-offset: 1px; }
  .attach input { position: absolute; inset: 0; width: 100%; max-width: none; opacity: 0; cursor: pointer; }
  .write:not(:has(.attach:focus-within, .attach:hover, .files:not([hidden]))) .hint { display: none; }
}
.write > .hint { margin: .1rem .3rem .2rem; font-size: .8125rem; line-height: 1.4; }
.new-chat { margin: 0 0 1rem; font-size: .9375rem; }
.new-chat summary { width: fit-content; margin-left: auto; color: var(--brand); }
.new-chat form { padding: .8rem 1rem; margin-top: .5rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; }
.whole-page { margin: .3rem 0 0; }
.embedded .header-row { padding-block: .4rem; flex-wrap: nowrap; }
.embedded .brand { margin: 0; }
.embedded .page { padding-top: .9rem; }
.embedded .promises { display: none; }

@media (prefers-reduced-motion: no-preference) {
  .typing::after { animation: pulse 1.2s ease-in-out infinite alternate; }
  @keyframes pulse { from { opacity: .25; } to { opacity: 1; } }
}
@media (forced-colors: active) { .bubble { border: 1px solid; } }
@media print { .composer, .choices, .typing { display: none !important; } .bubble { box-shadow: none; } }
`;
