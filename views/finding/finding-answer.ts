import type { Decided } from '../../server/finding/open.ts'
import { type Html, html } from '../html.ts'
import { TakeBack, decidedWords } from './candidate-panel.ts'

/** What stands beside an open page after a decision: the next candidate, and in passing what was done, to be undone. */
export const FindingAnswer = ({ beside, done }: { beside: Html; done: Decided | undefined }): Html =>
  html`${beside}${done ? Toast(DoneNow(done)) : Toast(html`<p>Taken back.</p>`)}`

/** What was decided just now, and the way back. */
export const DoneNow = (done: Decided): Html =>
  html`<p>${decidedWords(done)}</p>${TakeBack({ id: done.id, words: html`Undo <kbd>u</kbd>` })}`

/** What could not be done, said in passing. */
export const FindingProblem = ({ beside, problem }: { beside: Html; problem: string }): Html =>
  html`${beside}${Toast(html`<p class="message problem">${problem}</p>`)}`

const Toast = (content: Html) => html`<hx-partial hx-target="#toast" hx-swap="innerHTML">${content}</hx-partial>`
