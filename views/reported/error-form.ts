import type { Behind } from '../../server/reports/behind.ts'
import { longestError } from '../../server/reported/words.ts'
import type { SiteLinks } from '../../server/site/links.ts'
import { type Html, html } from '../html.ts'
import { Area, Field, FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'
import { PublicLayout } from '../reports/public-layout.ts'

type Frame = { newsroom: string; site: SiteLinks; origin: string; path: string }
type Page = Frame & { thing: Behind | undefined; typed: Typed }

/** Where readers say what is wrong in what is published. */
export const ErrorFormPage = ({ thing, typed, ...frame }: Page): Html =>
  PublicLayout({
    ...frame,
    title: 'Report an error',
    description: `Tell ${frame.newsroom} what is wrong.`,
    main: html`<div class="front">
      <h1>Report an error</h1>
      ${thing ? html`<p class="about">In <a href="${thing.path}" dir="auto">${thing.heading}</a></p>` : html`<p class="about">In something that ${frame.newsroom} published here. For an error in one check, open it and use the link at its foot.</p>`}
      <form class="form" method="post" action="/report-an-error">
        ${FormMessage({ typed })}
        ${Area({ name: 'what', label: 'What is wrong', rows: 8, max: longestError, required: true, typed, hint: 'Which words, and what would be right.' })}
        ${Field({ name: 'link', label: 'Where one can see it', type: 'url', max: 2_000, typed, hint: 'The address of a document, a record or a report, with https:// at its beginning.' })}
        ${Field({ name: 'email', label: 'Your e-mail address', type: 'email', autocomplete: 'email', max: 254, typed, hint: 'Only for an answer. It is seen by the editors alone, and is never published.' })}
        ${Trap(typed)} ${Hidden('about', valueOf(typed, 'about'))} ${Hidden('made', valueOf(typed, 'made'))}
        <p class="actions"><button>Send it to the newsroom</button></p>
        <p class="hint">You need no account. What you send is read in the newsroom and shown to nobody else.</p>
      </form>
    </div>`,
  })

// Programs that fill in every field fill in this one too. People see it only when something did it for them.
const Trap = (typed: Typed) => {
  const problem = typed.problems['website']
  const id = fieldId(typed, 'website')
  return html`<div class="field ${!problem && 'unseen'}"><label for="${id}">Leave this field empty</label><input id="${id}" name="website" value="${valueOf(typed, 'website')}" autocomplete="off" ${!problem && html`tabindex="-1"`} />${problem && html`<p class="problem">${problem}</p>`}</div>`
}

/** What readers find after they sent it. */
export const ErrorSentPage = (frame: Frame): Html =>
  PublicLayout({
    ...frame,
    title: 'Sent',
    description: 'Your report is with the newsroom.',
    main: html`<div class="front">
      <h1>Thank you</h1>
      <p>What you wrote lies on the newsroom’s desk now. When something that is published turns out to be wrong, the correction stands on its page, with what was there before.</p>
      ${frame.site.isOn && html`<p><a href="/">To the checks</a></p>`}
    </div>`,
  })
