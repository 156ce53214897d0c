import type { PublicReport } from '../../server/reports/public.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { Heading, Line, Picture, Shape, margin, rule, soft, toneColours, undecided, wide } from './picture.ts'
import { type RatingCount, ratingCounts } from './ratings-chart.ts'

const columns = 2
const column = 500

/** The picture of an article's report where it is shared: which article it is, and how often each rating was given. */
export function ReportPicture({ article, claims, newsroom }: PublicReport): Html {
  const { title, outlet, publishedOn } = article
  const counts = ratingCounts(claims)
  const sizes = [
    { size: 60, most: 2 },
    { size: 50, most: 3 },
    { size: 42, most: 4 },
  ] as const
  const where = [outlet, publishedOn && partialDateWords(publishedOn)].filter(Boolean).join(', ')
  return Picture(
    newsroom,
    html`${Strip(counts)} ${Heading(title, sizes)}
  ${where && Line({ text: where, y: 386, size: 28, weight: 400, fill: soft })}
  <rect x="${margin}" y="418" width="${wide}" height="2" fill="${rule}"/>
  ${counts.length === 0 ? Line({ text: 'Withdrawn', y: 500, size: 56, weight: 600, fill: undecided }) : Counts(counts)}`,
  )
}

// As wide as each rating is frequent.
function Strip(counts: readonly RatingCount[]): Html {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return html`<rect width="1200" height="16" fill="${undecided}"/>`
  return html`${counts.map(({ rating, count, from }) => html`<rect x="${(1200 * from) / all}" width="${(1200 * count) / all}" height="16" fill="${toneColours[rating.tone]}"/>`)}`
}

function Counts(counts: readonly RatingCount[]): Html {
  const shown = mostGiven(counts)
  const largest = Math.max(...counts.map(({ count }) => count))
  const others = counts.filter((one) => !shown.includes(one)).reduce((sum, { count }) => sum + count, 0)
  return html`${shown.map((one, at) => Count(one, placeOf(at), largest))}
  ${others > 0 && Line({ text: `${counted(others, 'claim')} rated otherwise`, ...placeOf(shown.length), size: 32, weight: 400, fill: soft, width: column })}`
}

// The four for which there is room; or three, when others have to be told of. In their order all the same.
function mostGiven(counts: readonly RatingCount[]): RatingCount[] {
  if (counts.length <= 2 * columns) return [...counts]
  const chosen = counts.toSorted((a, b) => b.count - a.count).slice(0, 2 * columns - 1)
  return counts.filter((one) => chosen.includes(one))
}

const placeOf = (at: number) => ({
  x: margin + (at % columns) * (wide - column),
  y: 474 + Math.floor(at / columns) * 86,
})

function Count({ rating, count }: RatingCount, { x, y }: { x: number; y: number }, largest: number): Html {
  const colour = toneColours[rating.tone]
  return html`${Shape(rating.shape, { colour, x, y: y - 30, scale: 1.4 })}
  ${Line({ text: `${count} ${rating.label}`, x: x + 46, y, size: 34, weight: 600, fill: colour, width: column - 46 })}
  <rect x="${x}" y="${y + 18}" width="${(column * count) / largest}" height="10" fill="${colour}"/>`
}
