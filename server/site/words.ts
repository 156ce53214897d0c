import type { SitePageKey } from '../../db/schema/index.ts'

export { sitePageKeys } from '../../db/schema/index.ts'
export type { SitePageKey } from '../../db/schema/index.ts'

/** The title of each page, its address, and what it is for, as editors read it. */
export const sitePageWords: Record<SitePageKey, { title: string; path: string; hint: string }> = {
  method: {
    title: 'How we check',
    path: '/how-we-check',
    hint: 'How you choose what to check, how you check it, what counts as evidence, what your ratings mean, and who looks at a check before it is published.',
  },
  corrections: {
    title: 'Corrections policy',
    path: '/corrections-policy',
    hint: 'How somebody asks for a correction, who answers and how soon, and how you show what was corrected.',
  },
  about: {
    title: 'Who we are',
    path: '/who-we-are',
    hint: 'Who owns and leads the newsroom, who pays for it and how much, and how you stay independent of parties and of those who pay.',
  },
  contact: {
    title: 'Contact',
    path: '/contact',
    hint: 'How readers reach you with a claim to check, a complaint or a correction.',
  },
}
