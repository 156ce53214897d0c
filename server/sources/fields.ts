import { z } from 'zod'
import { canonicalLanguage } from '../articles/languages.ts'
import { choice, line, optionalLine, optionalText, partialDate, ticked, webAddress } from '../http/fields.ts'
import { splitTextFragment } from '../text/text-fragment.ts'
import { doiAddress, doiOf } from './doi.ts'
import { isbnOf } from './isbn.ts'
import { sourceKinds } from './words.ts'

/** The form fields of a source. */
export const sourceFields = {
  title: line('Give the source a title: what stands on it, or what you would call it in a footnote.', 300),
  url: sourceAddress(),
  archivedUrl: webAddress(),
  publisher: optionalLine(200),
  author: optionalLine(200),
  publishedOn: partialDate(),
  language: optionalText(50).transform(asLanguage),
  doi: optionalLine(300).transform(asDoi),
  isbn: optionalLine(60).transform(asIsbn),
  kind: choice(sourceKinds, 'Choose what kind of source it is.'),
  primary: ticked(),
  interest: optionalLine(1_000),
  origin: optionalLine(300),
  confidential: ticked(),
}

/** An address; a DOI stands for the one it leads to. Null when left out. */
export function sourceAddress() {
  return optionalLine(2_000).transform(asAddress)
}

function asAddress(typed: string | null, context: z.RefinementCtx): string | null {
  if (typed === null) return null
  const doi = doiOf(typed)
  if (doi) return doiAddress(doi)
  if (isbnOf(typed)) return wrong(context, 'This is an ISBN, not an address. Write it into the field “ISBN”.')
  const read = webAddress().safeParse(typed)
  if (!read.success || read.data === null) return wrong(context, read.error?.issues[0]?.message ?? '')
  // Where in the page is for the evidence to say.
  return splitTextFragment(read.data).address
}

function asDoi(typed: string | null, context: z.RefinementCtx): string | null {
  if (typed === null) return null
  return doiOf(typed) ?? wrong(context, 'This is not a DOI. A DOI looks like 10.1000/182.')
}

function asIsbn(typed: string | null, context: z.RefinementCtx): string | null {
  if (typed === null) return null
  return (
    isbnOf(typed) ??
    wrong(context, 'This is not an ISBN: its check digit does not fit, or it is too short or too long.')
  )
}

function asLanguage(typed: string | null, context: z.RefinementCtx): string | null {
  if (typed === null) return null
  return (
    canonicalLanguage(typed) ?? wrong(context, 'Write the name of the language in English, or its tag, such as pt-BR.')
  )
}

function wrong(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
