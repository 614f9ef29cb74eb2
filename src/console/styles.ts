import { baseStyles } from "../web-kit/base-styles.ts";

/** The style sheet of the console, for phones from 320 px on. */
export const consoleStyles = `
${baseStyles}
html.console { font-size: 95%; }
[hidden] { display: none !important; }
body.with-nav { display: grid; grid-template: auto auto 1fr / minmax(0, 1fr); align-content: start; }
.header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .4rem 1.2rem; padding: .6rem clamp(1rem, 3vw, 1.75rem); background: var(--card); border-bottom: 1px solid var(--line); }
.brand { display: flex; align-items: center; gap: .7rem; color: inherit; text-decoration: none; }
.brand img { flex: none; }
.brand strong { display: block; line-height: 1.25; color: var(--brand); font-size: 1.1rem; }
.organisation { display: block; font-size: .875rem; line-height: 1.35; color: var(--muted); }
.me { display: flex; align-items: center; gap: .9rem; margin-left: auto; }
.me a { color: inherit; text-decoration: none; line-height: 1.3; text-align: right; padding: .2rem .3rem; }
.me a:hover .my-name { text-decoration: underline; }
.my-name { display: block; font-weight: 600; }
.my-role { display: block; font-size: .875rem; color: var(--muted); }
.page { width: 100%; max-width: 46rem; padding: clamp(1.1rem, 3vw, 2rem) clamp(1rem, 3vw, 2rem) 4rem; }
.page.wide { max-width: 80rem; }
.alone .page { margin-inline: auto; max-width: 32rem; }
.page > h1 { font-size: clamp(1.4rem, 1.2rem + 1vw, 1.8rem); }

.navigation { background: var(--card); border-bottom: 1px solid var(--line); }
.navigation ul { list-style: none; margin: 0; padding: .3rem; }
.navigation li { margin: 0; }
.nav-group { margin: .7rem 0 0; padding: 0 1.1rem; font-size: .8125rem; font-weight: 700; color: var(--muted); }
.navigation a { display: block; padding: .55rem .8rem; border-radius: .55rem; color: inherit; text-decoration: none; font-weight: 500; }
.navigation a:hover { background: var(--brand-soft); }
.navigation a[aria-current] { background: var(--brand-soft); color: var(--brand); font-weight: 700; box-shadow: inset 3px 0 var(--brand); }
.nav-count { float: right; min-width: 1.6rem; padding: 0 .45rem; text-align: center; font-weight: 700; color: var(--amber); background: var(--amber-soft); border-radius: 1rem; }
.menu summary { padding: .6rem 1rem; font-weight: 600; list-style-position: inside; }
.rail { display: none; }
@media (min-width: 64rem) {
  body.with-nav { grid-template: auto 1fr / 14.5rem minmax(0, 1fr); }
  body.with-nav .header { grid-column: 1 / -1; }
  .navigation { border-bottom: 0; border-right: 1px solid var(--line); padding: .8rem .4rem; }
  .menu { display: none; }
  .rail { display: block; position: sticky; top: .8rem; }
}
.trail { font-size: .9375rem; margin-bottom: .35rem; }
.trail a::after { content: " ›"; color: var(--muted); }
.trail a { margin-right: .4rem; text-decoration: none; }

button.quiet, .button.quiet { min-height: 2.3rem; padding: .2rem .85rem; color: var(--brand); background: none; border-color: var(--line); font-weight: 600; }
button.quiet:hover, .button.quiet:hover { background: var(--brand-soft); filter: none; }
button.danger { color: #fff; background: #9b2c1f; border-color: #9b2c1f; }
.small { font-size: .9375rem; }
.said { padding: .65rem .95rem; border-radius: .6rem; border-left: 4px solid; }
.said.good { background: var(--green-soft); color: var(--green); }
.said.caution { background: var(--amber-soft); color: var(--amber); }
.card { padding: clamp(.9rem, 2.5vw, 1.4rem); margin-bottom: 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; box-shadow: var(--shadow); }
.card > :first-child, .card > input[type="hidden"] + * { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.card h2 { margin-bottom: .8rem; }

.form { max-width: 34rem; }
.field { margin: 0 0 1.15rem; padding: 0; border: 0; min-width: 0; }
.field > label:not(.choice), .field > legend { display: block; font-weight: 600; margin-bottom: .25rem; padding: 0; }
.field .hint { margin-bottom: .35rem; }
.optional { font-weight: 400; color: var(--muted); }
.field input, .field select, .filters input, .filters select { width: 100%; min-height: 2.8rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--paper); border: 1.5px solid var(--muted); border-radius: .6rem; }
.card .field input, .card .field select, .card .field textarea { background: var(--paper); }
.field input[type="file"] { padding: .45rem; }
.field.wrong { padding-left: .9rem; border-left: 4px solid var(--red); }
.field.wrong input, .field.wrong select, .field.wrong textarea { border-color: var(--red); }
.wrong-words { margin-bottom: .35rem; font-weight: 600; color: var(--red); }
.choice { display: flex; align-items: flex-start; gap: .65rem; padding: .4rem 0; font-weight: 500; margin: 0; }
.choice input { flex: none; width: 1.3rem; height: 1.3rem; min-height: 0; margin: .15rem 0 0; accent-color: var(--brand); }
.form > .choice { margin-bottom: 1rem; }
.page > .mistake, .page > .caution { margin-bottom: 1rem; }
.choice .hint { display: block; font-weight: 400; margin: 0; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1.1rem; margin-top: 1.3rem; }
.actions:not(:last-child) { margin-bottom: 1.1rem; }
.code-field input { max-width: 14rem; font-size: 1.35rem; letter-spacing: .18em; font-variant-numeric: tabular-nums; }

.session { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 0 .8rem; margin: 0 0 .8rem; padding: .6rem .9rem 0; border: 1px solid var(--line); border-radius: .6rem; }
.session legend { font-weight: 600; padding: 0 .3rem; }
.line { display: block; }
.sheet-title { font-size: 1.15rem; font-weight: 700; }
.sheet th.sign { min-width: 9rem; }
.sheet tbody td { height: 2.4rem; }
.sheet-foot { margin-left: auto; width: max-content; text-align: center; padding-bottom: 4rem; }

.tiles { list-style: none; padding: 0; display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); }
.tiles li { margin: 0; }
.tile { display: block; height: 100%; padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; color: inherit; text-decoration: none; box-shadow: var(--shadow); }
.tile:hover { border-color: var(--brand); }
.tile strong { display: block; font-size: 1.9rem; line-height: 1.2; font-variant-numeric: tabular-nums; color: var(--brand); }
.tile.waiting { border-left: 5px solid var(--amber); }
.tile.waiting strong { color: var(--amber); }
.tile.late { border-left: 5px solid var(--red); }
.tile.late strong { color: var(--red); }

.filters { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem .8rem; margin-bottom: 1rem; }
.filters label { display: block; font-size: .875rem; font-weight: 600; margin-bottom: .2rem; }
.filters > div { flex: 1 1 10rem; max-width: 18rem; min-width: 0; }
.filters input, .filters select { height: 2.7rem; min-height: 0; background: var(--card); }
.filters button { min-height: 2.7rem; }
.nowrap, td code { white-space: nowrap; }
.list-top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .4rem 1rem; margin-bottom: .5rem; color: var(--muted); font-size: .9375rem; }
.table-frame { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; }
table { width: 100%; border-collapse: collapse; font-size: .97rem; }
caption { text-align: left; }
th, td { padding: .6rem .85rem; text-align: left; vertical-align: top; }
thead th { font-size: .9rem; white-space: nowrap; color: var(--muted); border-bottom: 1px solid var(--line); }
thead th a { color: inherit; text-decoration: none; display: inline-flex; gap: .3rem; align-items: center; }
thead th a:hover { color: var(--brand); }
thead th[aria-sort] a { color: var(--brand); }
tbody tr + tr { border-top: 1px solid var(--line); }
tbody tr:hover { background: color-mix(in srgb, var(--brand-soft) 45%, transparent); }
td.numeric, th.numeric { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 44rem) {
  .table-frame:not(.cards) :is(th, td) { padding-inline: .5rem; }
  .table-frame.cards { background: none; border: 0; overflow: visible; }
  .cards table, .cards tbody, .cards tr, .cards td { display: block; width: auto; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr, .cards tbody tr + tr { margin-bottom: .7rem; padding: .5rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; }
  .cards td { padding: .2rem 0; display: flex; justify-content: space-between; gap: 1rem; text-align: right; overflow-wrap: anywhere; }
  .cards td::before { content: attr(data-label); flex: none; max-width: 45%; text-align: left; color: var(--muted); font-size: .9rem; }
  .cards td:first-child { display: block; text-align: left; font-weight: 600; }
  .cards td:first-child::before { content: none; }
}
.paging { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin-top: .8rem; }
.empty { padding: 2rem 1.2rem; text-align: center; color: var(--muted); background: var(--card); border: 1.5px dashed var(--line); border-radius: .9rem; }
.empty > :last-child { margin-bottom: 0; }
/* What asks by itself must not flicker. */
.htmx-request:not([hx-trigger^="every"]) { opacity: .6; }
.working { position: fixed; inset: auto 1rem 1rem auto; z-index: 9; margin: 0; padding: .6rem 1rem; background: var(--brand); color: var(--card); border-radius: .8rem; }
.working:empty { display: none; }

.years { margin: 0 0 .8rem; }
.years a[aria-current] { font-weight: 700; text-decoration: none; }
.bars { display: block; width: 100%; max-width: 42rem; height: auto; margin: .6rem 0 1.4rem; font-size: 14px; }
.bars text { fill: currentColor; }
.bars rect { fill: var(--brand); }
.figures { margin-bottom: .8rem; max-width: 60rem; }
.figures thead th { white-space: normal; }
.figures td:first-child { min-width: 9.5rem; }
@media (max-width: 44rem) {
  .figures th, .figures td { padding: .5rem .45rem; min-width: 3.6rem; font-size: .92rem; }
  .figures td:first-child { min-width: 7.5rem; }
}
h3 { margin: 1.1rem 0 .5rem; font-size: 1.05rem; }

td .badge { white-space: normal; text-align: left; }
td .badge::before { flex: none; }
.badge.good { color: var(--green); background: var(--green-soft); }
.badge.waiting { color: var(--amber); background: var(--amber-soft); }
.badge.waiting::before { border-radius: 0; transform: rotate(45deg); }
.badge.bad { color: var(--red); background: var(--red-soft); }
.badge.bad::before { border-radius: 1px; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: .8rem 1.4rem; margin: 0 0 1rem; }
.facts dt { font-size: .875rem; color: var(--muted); }
.facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.compare td { white-space: pre-wrap; overflow-wrap: anywhere; }
.progress { max-width: 34rem; }
progress { width: 100%; height: .9rem; accent-color: var(--brand); }
.one-time { padding: .8rem 1rem; font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; overflow-wrap: anywhere; background: var(--brand-soft); border-radius: .6rem; }
.codes { columns: 2; max-width: 22rem; list-style: none; padding: .8rem 1rem; font: 1.05rem/1.9 ui-monospace, "Cascadia Mono", Menlo, monospace; background: var(--brand-soft); border-radius: .6rem; }
.codes li { margin: 0; }
.qr { width: 13.5rem; margin-bottom: .6rem; max-width: 100%; padding: .7rem; background: #fff; border-radius: .7rem; border: 1px solid var(--line); }
.qr svg { display: block; width: 100%; height: auto; }
.as-written { white-space: pre-wrap; }
.table-frame + p { margin-top: .9rem; }
.step { margin: 0; }
blockquote { padding-left: .9rem; border-left: 3px solid var(--line); margin-left: 0; }
.steps { padding-left: 1.3rem; }
.steps > li { margin-bottom: 1.2rem; }

.inline { display: inline-flex; flex-wrap: wrap; gap: .5rem; margin: 0; }
.beside { display: grid; gap: 1.2rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
@media (min-width: 70rem) { .beside { grid-template-columns: minmax(0, 1fr) minmax(18rem, 24rem); } }
.talks { list-style: none; padding: 0; }
.talk { display: block; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; color: inherit; text-decoration: none; }
.talk:hover { border-color: var(--brand); }
.talk.waiting { border-left: 5px solid var(--amber); }
.talk .meta { display: block; }
.said-last { display: block; margin-top: .25rem; overflow-wrap: anywhere; }
.hold { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1rem; margin-bottom: .7rem; }
.hold p { margin: 0; }
/* Turned around, it opens at its end. */
.transcript { display: flex; flex-direction: column-reverse; max-height: 62vh; overflow-y: auto; padding: .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .9rem; margin-bottom: 1rem; }
.lines { list-style: none; padding: 0; margin: 0; }
.lines.card { padding: .9rem; }
.day { margin: .8rem 0; text-align: center; font-size: .875rem; font-weight: 600; color: var(--muted); }
.line { max-width: min(40rem, 92%); padding: .55rem .85rem; margin: 0 0 .6rem; border: 1px solid var(--line); border-radius: .8rem; background: var(--paper); }
.line.bot, .line.staff { margin-left: auto; }
.line.staff { background: var(--brand-soft); border-color: transparent; }
.line p { margin: 0; }
.line p + p { margin-top: .25rem; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.form.compose { max-width: none; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; padding: 0; margin: .6rem 0 0; }
.buttons li { margin: 0; padding: .2rem .8rem; border: 1.5px solid var(--brand); border-radius: 1rem; color: var(--brand); font-weight: 600; font-size: .9375rem; }
.shown .line { max-width: none; margin-left: 0; }
.shown > summary, .group > summary { font-weight: 600; cursor: pointer; padding: .35rem 0; }
.group { padding: .15rem .8rem; border: 1px solid var(--line); border-radius: .6rem; margin-bottom: .5rem; }
.boxes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0 1rem; }
.form.card > fieldset > legend { font-size: 1.15rem; font-weight: 700; }
.card .tiles { grid-template-columns: repeat(auto-fill, minmax(8.2rem, 1fr)); }
.counts { padding: .8rem 1rem; background: var(--brand-soft); border-radius: .6rem; margin-bottom: 1rem; }
.counts > div > :last-child { margin-bottom: 0; }
@media (min-width: 70rem) { .follows { position: sticky; top: .8rem; } }
.reach { margin-bottom: .3rem; font-weight: 700; }
.reach.good { color: var(--green); font-size: 1.2rem; }
.reach.waiting { color: var(--amber); }
.composer { margin-bottom: 1rem; }
.action > summary { font-weight: 700; cursor: pointer; }
.action[open] > summary { margin-bottom: .8rem; }

@media (prefers-reduced-motion: no-preference) {
  .navigation a, button, .tile { transition: background-color .15s, border-color .15s, filter .15s; }
}
@media (forced-colors: active) {
  .badge, .said, .mistake { border: 1px solid; }
  .navigation a[aria-current] { border: 2px solid; }
}
@page ky-ten { size: A4 landscape; margin: 12mm; }
@media print {
  .page:has(.sheet) { page: ky-ten; }
  .sheet { font: 11pt/1.35 "Times New Roman", serif; }
  .sheet table, .sheet th, .sheet td { border: 1px solid #000; }
  .sheet td, .sheet th { padding: 1.5mm 2mm; color: #000; }
  .sheet-foot { break-inside: avoid; }
  :root { --paper: #fff; --card: #fff; --ink: #000; --muted: #333; --line: #999; --brand: #000; --shadow: none; color-scheme: light; }
  .header, .navigation, .skip, .filters, .paging, .actions, .trail, .no-print { display: none !important; }
  body.with-nav { display: block; }
  .page, .page.wide { max-width: none; padding: 0; }
  .table-frame { overflow: visible; border: 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;
