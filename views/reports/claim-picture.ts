import type { PublicClaim } from '../../server/reports/public.ts'
import { type Html, html } from '../html.ts'
import { Heading, Line, Picture, Shape, margin, rule, soft, toneColours, undecided, wide } from './picture.ts'

/** The picture of a claim's page where it is shared: what was claimed, and what was found. */
export function ClaimPicture({ statement, claimant, finding, newsroom }: PublicClaim): Html {
  const rating = finding?.rating
  const colour = rating ? toneColours[rating.tone] : undecided
  const sizes = [
    { size: 64, most: 3 },
    { size: 54, most: 4 },
    { size: 44, most: 5 },
  ] as const
  return Picture(
    newsroom,
    html`<rect width="1200" height="16" fill="${colour}"/>
  ${Heading(statement, sizes)}
  ${claimant && Line({ text: claimant.role ? `${claimant.name}, ${claimant.role}` : claimant.name, y: 466, size: 28, weight: 400, fill: soft })}
  <rect x="${margin}" y="498" width="${wide}" height="2" fill="${rule}"/>
  ${rating && Shape(rating.shape, { colour, x: margin, y: 526, scale: 2.5 })}
  ${Line({ text: rating ? rating.label : 'Withdrawn', y: 576, size: 56, weight: 600, fill: colour, x: rating ? margin + 80 : margin })}`,
  )
}
