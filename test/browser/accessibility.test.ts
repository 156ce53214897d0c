import { it } from 'vitest'
import { expectUsable } from './looks.ts'

const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

it('every kind of page is usable by all', { timeout: 480_000 }, () =>
  expectUsable([{ name: 'light', colorScheme: 'light', width: 1440, rules: (axe) => axe.withTags(guidelines) }]),
)
