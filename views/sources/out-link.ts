import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

/** A link that leaves the newsroom, naming where it goes. What is not http or https is shown as text. */
export const OutLink = (address: string, label?: string): Html => {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return html`<span dir="auto">${address}</span>`
  const name = label ? `${label} (${url.host})` : url.host
  return html`<a class="out" href="${address}" rel="noreferrer noopener">${name} ${Icon('external-link')}</a>`
}
