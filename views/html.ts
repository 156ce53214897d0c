import { html as template, raw } from 'hono/html'

/** Text that is HTML already. Only `html` and `trusted` make it. */
export type Html = ReturnType<typeof raw>

/** What may stand in a hole of a template: text is escaped, nothing becomes nothing, lists are joined. */
export type Hole = string | number | Html | false | null | undefined | readonly Hole[]

/** The one template tag of all views. Holes in attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...holes: Hole[]): Html {
  // A hole is never a Promise, so the answer is not one either.
  return template(strings, ...holes) as Html
}

/** Marks text as HTML without escaping it. For output of the Markdown renderer and for data blocks, and nothing else. */
export const trusted = (markup: string): Html => raw(markup)
