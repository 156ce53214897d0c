import { type Html, html } from '../html.ts'
import { Into, SentInto } from '../parts/in-place.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

type Shown = {
  id: string
  title: string
  action: string
  claimId: number
  typed: Typed
  inPlace: boolean
  fields: Html
  send: string
}

/** A form about evidence: `inPlace` beside a text, where htmx swaps it for its answer; else the body of a page. */
export const EvidenceForm = ({ id, title, action, claimId, typed, inPlace, fields, send }: Shown): Html => {
  const into = inPlace ? `#${id}` : undefined
  return html`
  <section class="evidence-form" id="${id}" aria-label="${title}">
    ${inPlace && html`<h2>${title}</h2>`}
    <form class="form" method="post" action="${action}" ${SentInto(action, into)}>
      ${FormMessage({ typed })} ${fields}
      <div class="actions"><button class="main" type="submit">${send}</button> <a href="/claims/${claimId}" ${Into(`/claims/${claimId}`, into)}>Cancel</a></div>
    </form>
  </section>`
}
