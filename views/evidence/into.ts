import { html } from '../html.ts'

/** Lets htmx put the answer of a link in the place of `into`; the link stays a link without it. */
export const Into = (address: string, into: string | undefined) =>
  into !== undefined && html`hx-get="${address}" hx-target="${into}" hx-swap="outerHTML"`
