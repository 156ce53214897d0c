import { assetUrl } from '../assets.ts'
import { html } from '../html.ts'

/** One drawing of the sprite, hidden from screen readers: a word always stands beside it. */
export const Icon = (name: string) =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href="${assetUrl('icons.svg')}#${name}"></use></svg>`
