import { it } from 'vitest'
import { expectUsable } from './looks.ts'

it('every kind of page is usable by all, in the dark and on a telephone too', { timeout: 480_000 }, expectUsable)
