import { canonicalLanguage } from '../articles/languages.ts'
import { canonicalAddress } from '../values/address.ts'
import { partialDateProblem } from '../values/partial-date.ts'

/** What a document says about itself; only what it does say. */
export type Guesses = Partial<Record<'title' | 'outlet' | 'byline' | 'url' | 'publishedOn' | 'language', string>>

type Raw = { [K in keyof Required<Guesses>]: string | null | undefined }

/** What is usable of a page's own words about itself. */
export function tidyGuesses(raw: Raw): Guesses {
  const outlet = short(raw.outlet)
  const guesses = {
    title: withoutOutlet(short(raw.title), outlet),
    outlet,
    byline: short(raw.byline)?.replace(/^by\s+/i, ''),
    url: webAddress(raw.url),
    publishedOn: day(raw.publishedOn),
    language: raw.language ? canonicalLanguage(raw.language) : undefined,
  }
  return Object.fromEntries(Object.entries(guesses).filter(([, value]) => value))
}

function short(text: string | null | undefined): string | undefined {
  const line = (text ?? '')
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > 0 && line.length <= 300 ? line : undefined
}

function withoutOutlet(title: string | undefined, outlet: string | undefined): string | undefined {
  if (!title || !outlet || !title.endsWith(outlet)) return title
  return title.slice(0, -outlet.length).replace(/\s+[-–—|·:•]\s+$/u, '') || title
}

function webAddress(text: string | null | undefined): string | undefined {
  const url = text && text.length <= 2_000 ? URL.parse(text) : null
  return url && /^https?:$/.test(url.protocol) && url.username === '' ? canonicalAddress(url.href) : undefined
}

// The day as it is written there: in the outlet's own time zone.
function day(text: string | null | undefined): string | undefined {
  const date = /^\d{4}-\d\d-\d\d/.exec(text?.trim() ?? '')?.[0]
  return date && partialDateProblem(date) === undefined ? date : undefined
}
