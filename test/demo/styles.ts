/** On top of the service's own style sheet: five telephones side by side, or one after the other on a real one. */
export const demoStyles = `
.stage-header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .6rem 2rem; padding: .8rem clamp(1rem, 2vw, 1.5rem); }
.stage-header h1, .stage-header p { margin: 0; }
.stage-header h1 { font-size: 1rem; }
.stage-header > div:first-child { flex: 1 1 22rem; }
.run { display: flex; flex: 1 1 22rem; align-items: center; justify-content: flex-end; gap: .8rem 1rem; }
.run .hint { max-width: 26rem; font-size: .875rem; line-height: 1.4; }
.run button:disabled { opacity: .6; cursor: default; }
.phones { flex: 1; display: grid; grid-template-columns: minmax(20rem, 1.2fr) repeat(4, minmax(16rem, 1fr)); gap: .9rem; padding: 1rem clamp(1rem, 2vw, 1.5rem) 1.25rem; overflow-x: auto; scroll-snap-type: x proximity; }
.phone { display: grid; grid-template-rows: auto auto 1fr auto; height: max(30rem, calc(100dvh - 8.5rem)); min-width: 0; overflow: hidden; background: var(--card); border: 1px solid var(--line); border-radius: 1.4rem; box-shadow: var(--shadow); scroll-snap-align: center; }
.phone h2 { margin: 0; padding: .7rem 1rem 0; font-size: 1.0625rem; color: var(--brand); }
.how { margin: 0; padding: 0 1rem .55rem; font-size: .8125rem; color: var(--muted); border-bottom: 1px solid var(--line); }
.phone iframe { grid-row: 3 / 5; width: 100%; height: 100%; border: 0; background: var(--paper); }
.screen { display: flex; flex-direction: column; gap: .6rem; padding: .8rem; overflow-y: auto; background: var(--paper); font-size: .9375rem; line-height: 1.5; }
.screen:empty::before { content: attr(data-empty); margin: auto; color: var(--muted); }
.said { max-width: 92%; align-self: flex-start; }
.said.me { align-self: flex-end; }
.words, .attached { margin: 0; padding: .5rem .8rem; white-space: pre-line; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: .3rem .95rem .95rem .95rem; }
.me .words { background: var(--brand-soft); border-color: transparent; border-radius: .95rem .95rem .3rem .95rem; }
.attached { margin-top: .3rem; border-style: dashed; color: var(--muted); }
.keys { display: flex; flex-wrap: wrap; gap: .35rem; margin-top: .35rem; }
.key { flex: 1 1 auto; min-height: 2.4rem; padding: .2rem .7rem; font-size: .875rem; font-weight: 500; line-height: 1.3; color: var(--brand); background: var(--card); border: 1.5px solid var(--brand); border-radius: .7rem; }
.key:hover { background: var(--brand-soft); filter: none; }
.phone form { display: flex; align-items: end; gap: .4rem; padding: .5rem; border-top: 1px solid var(--line); }
.phone textarea { flex: 1; min-width: 0; min-height: 2.75rem; max-height: 8rem; padding: .5rem .7rem; resize: none; }
.phone form button { min-height: 2.75rem; padding: .3rem 1rem; }
@media (max-width: 40rem) {
  .run { flex-wrap: wrap; justify-content: flex-start; }
  .phones { grid-template-columns: repeat(5, 86vw); scroll-snap-type: x mandatory; }
  .phone { height: max(26rem, calc(100dvh - 16rem)); }
}
`;
