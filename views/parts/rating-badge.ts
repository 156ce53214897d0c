import type { Tone } from '../../server/verdicts/words.ts'
import { html } from '../html.ts'
import { Icon } from './icon.ts'

export type ShownRating = { label: string; tone: Tone; shape: string }

/** A rating as colour, shape and word; without one it says so. */
export const RatingBadge = (rating: ShownRating | null | undefined) =>
  rating
    ? html`<span class="rating tone-${rating.tone}">${Icon(`rating-${rating.shape}`)} ${rating.label}</span>`
    : html`<span class="soft">No verdict yet</span>`
