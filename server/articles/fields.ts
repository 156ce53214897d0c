import { z } from 'zod'
import {
  choice,
  incomplete,
  line,
  optionalLine,
  optionalText,
  partialDate,
  text,
  ticked,
  verbatim,
  version,
  webAddress,
} from '../http/fields.ts'
import { canonicalLanguage } from './languages.ts'
import { articleKinds } from './words.ts'

/** The most UTF-16 code units of a text. */
export const textLimit = 400_000

const unknownLanguage = 'Choose a language from the list, or write its BCP 47 tag, such as pt-BR.'

const details = {
  title: line('Give the article a title: its headline, or what you would call it.', 300),
  outlet: optionalLine(200),
  byline: optionalLine(200),
  url: webAddress(),
  publishedOn: partialDate(),
  kind: choice(articleKinds, 'Choose what kind of text it is.'),
  scale: optionalLine(60),
  independent: ticked(),
}

/** The form fields of an article that is here. */
export const DetailFields = z.strictObject({
  ...details,
  language: text('Say which language the text is in.', 50).transform(asLanguage),
  version: version(),
})

/** The form fields of an article that is taken in. `fileProblem` is what is wrong with the file that was sent, if it is. */
export const NewArticleFields = (fileProblem: string | undefined) =>
  z.strictObject({
    ...details,
    // A file may bring its title.
    title: fileProblem ? z.string().default('') : details.title,
    language: optionalText(50).transform((typed, context) => (typed === null ? null : asLanguage(typed, context))),
    ...sentText(fileProblem),
    again: ticked(),
  })

/** The form fields of a text that is pasted or sent as a file. `fileProblem` is what is wrong with the file, if it is. */
export const sentText = (fileProblem: string | undefined) => ({
  text: fileProblem ? z.string().default('') : verbatim('Paste the text, or choose a file.', textLimit),
  shape: z
    .string()
    .regex(/^[phqi]*$/, incomplete)
    .default(''),
  file: z
    .string()
    .default('')
    .superRefine((_name, context) => {
      if (fileProblem) context.addIssue({ code: 'custom', message: fileProblem })
    }),
})

/** The form when its address is to be fetched: whatever else is in it stays. */
export const ToFetch = z.looseObject({
  url: webAddress().transform((address, context) => {
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: 'Give the address of the page.' })
    return z.NEVER
  }),
})

function asLanguage(typed: string, context: z.RefinementCtx): string {
  const tag = canonicalLanguage(typed)
  if (tag) return tag
  context.addIssue({ code: 'custom', message: unknownLanguage })
  return z.NEVER
}
