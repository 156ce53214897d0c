import type { Article } from '../../server/articles/article.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'

type Counts = Pick<Article, 'sentenceCount' | 'lookedAtCount' | 'claimCount' | 'decidedCount'>

/** How far an article has been worked through: two bars, each with its words. */
export const Progress = ({ sentenceCount, lookedAtCount, claimCount, decidedCount }: Counts) => html`
  <div class="article-progress">
    ${Measure('looked', lookedAtCount / sentenceCount, `${lookedAtCount} of ${counted(sentenceCount, 'sentence')} looked at`)}
    ${Measure('decided', decidedCount / claimCount, claimCount === 0 ? 'No claims yet' : `${decidedCount} of ${counted(claimCount, 'claim')} decided`)}
  </div>`

const Measure = (kind: 'looked' | 'decided', share: number, words: string) => html`
  <p><span class="progress"><svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="${kind}" width="${Math.floor((share || 0) * 1000) / 10}" height="5"></rect></svg></span> ${words}</p>`
