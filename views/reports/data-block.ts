import { type Html, html, trusted } from '../html.ts'

// What could end the block, or a line of it where it is read as a script, is written as JSON escapes: it says the same.
const unsafe = /[<>&\u2028\u2029]/g
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Structured data in a page, as JSON-LD: never run, whatever is in it. */
export const DataBlock = (data: object): Html =>
  html`<script type="application/ld+json">${trusted(JSON.stringify(data).replaceAll(unsafe, escaped))}</script>`
