import { type Html, html } from '../html.ts'

/** Keys and what they do. */
export type KeyRows = readonly (readonly [keys: string[], words: string])[]

/** The list of keys, and the switch for those to whom single letters are in the way (WCAG 2.1.4). */
export const KeysDialog = (rows: KeyRows): Html => html`
  <dialog class="keys" id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl>${rows.map(([keys, words]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${words}</dd></div>`)}</dl>
    <div class="field tick"><label><input type="checkbox" id="keys-on" checked /> Use single letters as keys in this browser</label></div>
    <form method="dialog"><button class="main" autofocus>Close</button></form>
  </dialog>`
