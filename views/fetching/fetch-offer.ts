import { type Hole, type Html, html } from '../html.ts'

type Offer = { action: string; label: string; instead: Hole }

/** The button that fetches the address of a form, and what fetching gives away. It sends the whole form, so that nothing typed is lost. */
export const FetchOffer = ({ action, label, instead }: Offer): Html => html`
  <div class="fetch-offer">
    <button type="submit" formaction="${action}" formnovalidate aria-describedby="fetch-shows">${label}</button>
    <p class="hint" id="fetch-shows">Fetching shows the newsroom’s network address to the site’s owner, and when it was asked. ${instead}</p>
  </div>`

/** Stands first in a form, so that Enter in a field sends the form and does not fetch. */
export const SendsByEnter = html`<button class="unseen" tabindex="-1" aria-hidden="true"></button>`
