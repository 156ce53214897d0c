import { html } from '../html.ts'

const words = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** An instant (ISO 8601, UTC) as people read it, with the zone said. */
export const When = (instant: string) => html`<time datetime="${instant}">${words.format(new Date(instant))} UTC</time>`

/** The day of an instant, in UTC. */
export const Day = (instant: string) => html`<time datetime="${instant}">${day.format(new Date(instant))}</time>`
