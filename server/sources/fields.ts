import { choice, line, optionalLine, partialDate, ticked, webAddress } from '../http/fields.ts'
import { splitTextFragment } from '../text-fragment.ts'
import { sourceKinds } from './words.ts'

/** The form fields of a source. */
export const sourceFields = {
  title: line('Give the source a title: what stands on it, or what you would call it in a footnote.', 300),
  // Where in the page is for the evidence to say.
  url: webAddress().transform((address) => address && splitTextFragment(address).address),
  archivedUrl: webAddress(),
  publisher: optionalLine(200),
  author: optionalLine(200),
  publishedOn: partialDate(),
  kind: choice(sourceKinds, 'Choose what kind of source it is.'),
  primary: ticked(),
  interest: optionalLine(1_000),
  origin: optionalLine(300),
  confidential: ticked(),
}
