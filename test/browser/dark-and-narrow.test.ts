import { it } from 'vitest'
import { expectUsable } from './looks.ts'

// The dark page differs from the light one in its colours alone, the narrow one in where things are.
it('every kind of page is usable by all in the dark and on a telephone', { timeout: 480_000 }, () =>
  expectUsable([
    { name: 'dark', colorScheme: 'dark', width: 1440, rules: (axe) => axe.withRules('color-contrast') },
    {
      name: 'narrow',
      colorScheme: 'light',
      width: 360,
      rules: (axe) => axe.withRules(['target-size', 'scrollable-region-focusable', 'color-contrast']),
    },
  ]),
)
