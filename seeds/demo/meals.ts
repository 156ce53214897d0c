import type { Speaker } from '../sample-claim.ts'
import type { DemoArticle } from './story.ts'

const board: Speaker = { name: 'School Board of Port Ellery', role: '', kind: 'organisation' }

/** An article whose claims two checkers judge independently: see rounds.ts. */
export const meals: DemoArticle = {
  file: 'meals',
  title: 'What the children of Port Ellery eat at noon',
  outlet: 'The Ellery Tidings',
  byline: 'Rosalba Windlestraw',
  url: 'https://ellerytidings.example/school-meals',
  language: 'en',
  kind: 'article',
  independent: true,
  by: 'ansel',
  claims: [
    {
      quote: 'three in four children eat it',
      statement: 'Three in four school children in Port Ellery eat the warm meal that their school serves.',
      by: board,
      kind: 'numerical',
      tags: ['Schools'],
      checker: 'junia',
      evidence: [
        {
          source: 'meals',
          stance: 'supports',
          passage: 'Pupils: 4,212. Meals on an average day: 3,061',
          locator: 'p. 2',
        },
      ],
    },
    {
      quote: 'less than in any other town on the coast',
      statement: 'At 2 crowns, a school meal costs parents less in Port Ellery than in any other town on the coast.',
      kind: 'numerical',
      tags: ['Schools', 'Public money'],
      checker: 'bastian',
      evidence: [
        { source: 'mealPrices', stance: 'refutes', passage: 'Lowmere: 1.80', locator: 'Table 4' },
        { source: 'mealRules', stance: 'supports', passage: 'The price of 1.80 is for families that draw support.' },
      ],
    },
    {
      quote: 'Half of what we cook comes from farms within thirty kilometres',
      statement:
        'Half of what the school kitchens of Port Ellery cook comes from farms no further than thirty kilometres away.',
      by: { name: 'Lavinia Brasstop', role: 'Head of the school kitchens', kind: 'person' },
      kind: 'numerical',
      tags: ['Schools'],
      checker: 'junia',
      evidence: [
        {
          source: 'deliveries',
          stance: 'supports',
          passage: 'Farms of the Ellery valley: 51 of 98 deliveries',
          locator: 'March',
        },
      ],
    },
  ],
  aside: [['Whether the children like it', 'opinion']],
}
