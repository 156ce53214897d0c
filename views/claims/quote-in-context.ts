import type { Context } from '../../server/claims/context.ts'
import { html } from '../html.ts'

/** The words of the article that a claim is made of, marked within their sentences. */
export const QuoteInContext = ({ context, language }: { context: Context; language: string }) =>
  html`<blockquote class="quote-in-context" dir="auto" lang="${language}"><p>${context.before && html`<span class="around">${shortened(context.before, 'start')}</span>`}<mark>${context.quote}</mark>${context.after && html`<span class="around">${shortened(context.after, 'end')}</span>`}</p></blockquote>`

const most = 320

// Long neighbours would bury the quote; what is cut is cut between words.
function shortened(text: string, cut: 'start' | 'end'): string {
  if (text.length <= most) return text
  if (cut === 'end') return `${text.slice(0, text.lastIndexOf(' ', most)).trimEnd()} …`
  const from = text.indexOf(' ', text.length - most)
  return `… ${text.slice(from < 0 ? text.length : from + 1)}`
}
