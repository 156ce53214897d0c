import { html } from '../html.ts'

/** Lets htmx put the answer of a link in the place of `into`; the link stays a link without it. */
export const Into = (address: string, into: string | undefined) =>
  into !== undefined && html`hx-get="${address}" hx-target="${into}" hx-swap="outerHTML"`

/** Lets htmx send a form and put the answer in the place of `into`; the form stays a form without it. */
export const SentInto = (address: string, into: string | undefined) =>
  into !== undefined && html`hx-post="${address}" hx-target="${into}" hx-swap="outerHTML"`
