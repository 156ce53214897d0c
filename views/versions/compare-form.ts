import { type Html, html } from '../html.ts'
import { Choice } from '../parts/field.ts'
import { fresh } from '../parts/typed.ts'

type Shown = { articleId: number; versions: readonly { number: number }[]; from?: number; to?: number }

/** Chooses two versions to be held against each other: the last two, unless others are given. */
export const CompareForm = ({ articleId, versions, from, to }: Shown): Html => {
  const [newest, before] = versions
  const typed = fresh({ from: from ?? before?.number, to: to ?? newest?.number })
  const options = versions.map(({ number }) => ({ value: String(number), label: `Version ${number}` }))
  return html`<form class="compare-form inline-form" action="/articles/${articleId}/versions/compare" method="get">
    ${Choice({ typed, name: 'from', label: 'Compare', options, required: true })}
    ${Choice({ typed, name: 'to', label: 'with', options, required: true })}
    <button>Show what is different</button>
  </form>`
}
