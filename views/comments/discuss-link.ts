import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

type On = { claimId: number; on: 'evidence' | 'verdict'; id: number; open: number; name: string }

/** The way to what is discussed about one piece of evidence or one verdict, with the number of open threads. */
export const DiscussLink = ({ claimId, on, id, open, name }: On) =>
  html`<a class="discuss no-print" href="/claims/${claimId}/discussion?${on}=${id}">${Icon('message-square')} Discuss<span class="unseen"> ${name}</span>${open > 0 && html` <span class="number">${open}</span><span class="unseen"> open</span>`}</a>`
