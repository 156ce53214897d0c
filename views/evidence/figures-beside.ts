import type { FiguresCompared } from '../../server/figures/compare.ts'
import { aboutTheSame, agreeing, lookAt, notThere } from '../../server/figures/words.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

/** The figures of a claim beside those of a passage: what to look at first, then what agrees; nothing where the claim has none. */
export const FiguresBeside = (figures: FiguresCompared): Html | false => {
  const look = lookAt(figures)
  const quiet = [
    Line('Figure in both', agreeing(figures)),
    Line('About the same figure', aboutTheSame(figures)),
    Line('Figure not in the passage', notThere(figures)),
  ].filter((line) => line !== false)
  return (
    look.length + quiet.length > 0 &&
    html`<div class="figures">
      ${look.map(LookAt)}
      ${quiet.length > 0 && html`<ul aria-label="Figures">${quiet}</ul>`}
    </div>`
  )
}

const LookAt = (sentence: string) =>
  html`<p class="look-at">${Icon('circle-alert')} <span><strong>Look at the figures.</strong> <span dir="auto">${sentence}</span></span></p>`

const Line = (label: string, figures: string[]): Html | false =>
  figures.length > 0 &&
  html`<li><span class="soft">${label}:</span> <span dir="auto">${figures.join(' · ')}</span></li>`
