import { baseStyles } from "../../web-kit/base-styles.ts";

/** The style sheet of the chat's site, for phones from 320 px on. */
export const styles = `
${baseStyles}
.header { background: var(--card); border-bottom: 1px solid var(--line); }
.header-row, .automatic, .page, .footer { width: 100%; max-width: 62rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.header-row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .35rem 1.5rem; padding-top: .7rem; }
.brand { display: flex; align-items: center; gap: .7rem; color: inherit; text-decoration: none; }
.brand img { flex: none; }
.brand strong { display: block; font-size: 1.2rem; line-height: 1.25; color: var(--brand); }
.organisation { display: block; font-size: clamp(.8125rem, 3.6vw, .9375rem); line-height: 1.35; color: var(--muted); }
.header nav { display: flex; gap: .25rem; margin-inline: -.7rem; }
.header nav a { padding: .55rem .7rem; border-radius: .5rem; text-decoration: none; font-weight: 600; }
.header nav a:hover { background: var(--brand-soft); }
.header nav a[aria-current] { text-decoration: underline; text-decoration-thickness: 3px; text-underline-offset: .45em; }
.automatic { margin-block: .2rem .6rem; font-size: .9375rem; line-height: 1.4; color: var(--muted); }
.page { flex: 1; max-width: 48rem; padding-block: clamp(1.25rem, 4vw, 2.5rem) 3rem; }
.page.wide { max-width: 62rem; }
.footer { padding-block: 1rem 1.5rem; border-top: 1px solid var(--line); font-size: .9375rem; color: var(--muted); }
.footer p { margin: 0; }

.welcome p { color: var(--muted); max-width: 40rem; }
.promises { list-style: none; padding: 1.5rem 0 0; margin-top: 2rem; border-top: 1px solid var(--line); display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
.promises li { margin: 0; }
.promises strong { display: block; }
.promises span { font-size: .9375rem; color: var(--muted); }

.badge.in_force { color: var(--green); background: var(--green-soft); }
.badge.unverified, .badge.not_yet, .badge.suspended { color: var(--amber); background: var(--amber-soft); }
.badge.unverified::before { border-radius: 0; transform: rotate(45deg); }
.badge.expired, .badge.replaced { color: var(--red); background: var(--red-soft); }
.badge.expired::before, .badge.replaced::before { border-radius: 1px; }
.bases { margin-top: 1.4rem; padding-top: 1.1rem; border-top: 1px solid var(--line); }
.basis { margin-top: 1rem; }
.basis + .basis { margin-top: 1.5rem; }
.basis > p { margin-bottom: .35rem; }
.basis-name { font-weight: 700; display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: center; }
.basis-title { font-size: .9375rem; color: var(--muted); line-height: 1.45; }
.validity { font-size: 1rem; padding-left: .75rem; border-left: 3px solid var(--line); }
summary { cursor: pointer; }
.place { margin-top: .6rem; border: 1px solid var(--line); border-radius: .7rem; background: var(--paper); }
.place summary { padding: .6rem .9rem; line-height: 1.45; border-radius: .7rem; }
.place summary:hover { background: var(--brand-soft); }
.kind { display: inline-block; padding: 0 .5rem; font-size: .875rem; border: 1px solid var(--muted); color: var(--muted); border-radius: .35rem; white-space: nowrap; }
.place blockquote, .place > p { margin: .2rem .9rem .7rem; }
.place blockquote { padding-left: .9rem; border-left: 3px solid var(--brand); }
.place blockquote p { margin-bottom: .5rem; }

.filter { margin-bottom: 1rem; }
.filter-row { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; }
.filter-row input { flex: 1 1 12rem; width: auto; min-width: 0; background: var(--card); }
.fields { display: flex; flex-wrap: wrap; gap: .4rem; margin-bottom: 1rem; }
.fields a { padding: .2rem .7rem; font-size: .9375rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; text-decoration: none; }
.fields a:hover { border-color: var(--brand); }
.number { color: var(--muted); }
.documents { list-style: none; padding: 0; display: grid; gap: .7rem; }
.document { margin: 0; padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; }
.document h3 { margin: .15rem 0 .3rem; font-weight: 600; text-wrap: wrap; }
.document p { margin: .2rem 0 0; }
.document-top { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .7rem; margin: 0; }
.document-head { padding: clamp(1rem, 3.5vw, 1.6rem); margin-bottom: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; box-shadow: var(--shadow); }
.document-head h1 { margin: .4rem 0 .7rem; font-size: clamp(1.3rem, 1.1rem + 1.1vw, 1.7rem); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 45%), 1fr)); gap: .6rem 1.2rem; margin: 1rem 0 0; }
.facts dt { font-size: .875rem; color: var(--muted); }
.facts dd { margin: 0; font-weight: 600; }
.contents, .aside { padding: .7rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; margin: 1rem 0; }
.contents summary, .aside summary { font-weight: 600; }
.contents ul { margin-top: .7rem; }
.aside { border-style: dashed; border-color: var(--muted); background: none; }
.aside > div { margin-top: .7rem; }
.section { padding: .3rem 0 .5rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
.section:target { background: var(--brand-soft); box-shadow: 0 0 0 .75rem var(--brand-soft); border-top-color: transparent; border-radius: .2rem; }
.section h2 { margin-top: .9rem; text-wrap: wrap; }
.anchor { display: inline-block; padding: 0 .55rem; margin-right: .2rem; font-size: .9375rem; border-radius: .4rem; color: var(--brand); background: var(--brand-soft); }
.section:target .anchor { background: var(--card); }
.lead { margin-bottom: .35rem; }
.sources li, .relations li { font-size: 1rem; overflow-wrap: anywhere; }

@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
  .header nav a, button { transition: background-color .15s, border-color .15s, filter .15s; }
}
@media (forced-colors: active) {
  .badge { border: 1px solid; }
}
.certificate { text-align: center; padding: clamp(1.2rem, 5vw, 3.5rem); background: var(--card); border: 6px double var(--brand); border-radius: .4rem; }
.certificate h1 { margin: 1.2rem 0; font-size: clamp(1.6rem, 1.2rem + 2.5vw, 2.6rem); letter-spacing: .04em; text-transform: uppercase; color: var(--brand); }
.certificate-organisation { font-weight: 600; }
.certificate-name { font-size: clamp(1.4rem, 1.1rem + 2vw, 2.1rem); font-weight: 700; overflow-wrap: anywhere; }
.certificate-class { font-size: 1.25rem; font-weight: 600; }
.certificate-foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; margin-top: 2.2rem; }
.certificate-hint { color: var(--muted); font-size: .9375rem; }
@page giay-chung-nhan { size: A4 landscape; margin: 14mm; }
@media print {
  .page:has(.certificate) { page: giay-chung-nhan; }
  .certificate-hint, body:has(.certificate) :is(.header, .footer) { display: none; }
  .certificate { break-inside: avoid; }
  :root { --paper: #fff; --card: #fff; --ink: #000; --muted: #333; --line: #999; --brand: #000; --shadow: none; color-scheme: light; }
  .header nav, .skip, .filter, .fields, .contents { display: none; }
  .bubble, .document, .section, .place { break-inside: avoid; box-shadow: none; }
  .place:not([open])::details-content { content-visibility: visible; block-size: auto; }
  .page, .page.wide { max-width: none; padding: 1rem 0; }
}
`;
