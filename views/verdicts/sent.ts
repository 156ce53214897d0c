import { html } from '../html.ts'

/** Lets htmx send a form and put the answer in the place of `into`; the form stays a form without it. */
export const Sent = (address: string, into: string | undefined) =>
  into !== undefined && html`hx-post="${address}" hx-target="${into}" hx-swap="outerHTML"`
