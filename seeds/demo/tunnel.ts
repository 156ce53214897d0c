import type { DemoArticle } from './story.ts'
import { costClaims } from './tunnel-cost.ts'
import { townClaims } from './tunnel-town.ts'

export const tunnel: DemoArticle = {
  file: 'tunnel',
  title: 'After 413 days, the Gannet Tunnel lets the traffic through again',
  outlet: 'The Ellery Tidings',
  byline: 'Rosalba Windlestraw',
  url: 'https://ellerytidings.example/gannet-tunnel-reopens',
  language: 'en',
  kind: 'article',
  by: 'junia',
  claims: [...costClaims, ...townClaims],
  aside: [
    ['The sums were never going to work', 'opinion'],
    ['“A good many will never come back', 'prediction'],
    ['On Monday morning, none of that', 'not_checkable'],
    ['What it cost', 'not_checkable'],
    ['What was done', 'not_checkable'],
  ],
}
