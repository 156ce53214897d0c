import type { DemoArticle } from './story.ts'

export const speech: DemoArticle = {
  file: 'speech',
  title: 'The mayor’s address to the town',
  outlet: null,
  byline: 'Odalys Fenwright',
  url: 'https://port-ellery.example/mayor/address',
  language: 'en',
  kind: 'speech',
  by: 'bastian',
  daysBefore: 4,
  speaker: { name: 'Odalys Fenwright', role: 'Mayor of Port Ellery', kind: 'person' },
  place: 'Assembly Rooms, Port Ellery',
  claims: [
    {
      quote: 'We are 84,000 people now, more than at any time in our history',
      statement: 'Port Ellery has 84,000 residents, more than at any time in its history.',
      kind: 'numerical',
      tags: ['Population'],
      checker: 'junia',
      evidence: [
        { source: 'census', stance: 'supports', passage: 'Port Ellery: 83,912', locator: 'table 1, last column' },
        { source: 'census', stance: 'context', note: 'The series begins when the two parishes became one town.' },
      ],
      verdicts: [
        {
          rating: 'mostly-true',
          rationale: 'The count is 83,912, the highest in a series that does not go back to the founding.',
          approved: 'bastian',
        },
      ],
    },
    {
      quote: 'Unemployment in this town has fallen in every single year since I took office',
      statement: 'Unemployment in Port Ellery has fallen in every year since Odalys Fenwright took office.',
      kind: 'numerical',
      tags: ['Work'],
      priority: 1,
      checker: 'junia',
      evidence: [
        {
          source: 'work',
          stance: 'refutes',
          passage: '11.2 – 9.8 – 8.1 – 8.9 – 6.4 – 5.1',
          locator: 'row Port Ellery, six years',
          note: 'It rose in the fourth year, from 8.1 to 8.9 per cent.',
        },
      ],
      verdicts: [
        {
          rating: 'false',
          rationale: 'It rose in the fourth of the six years, from 8.1 to 8.9 per cent.',
          explanation:
            'Over the whole time it **fell by more than half**, which the next claim says and which is true.',
          approved: 'ansel',
        },
      ],
      published: true,
    },
    {
      quote: 'When I began, one in nine of us was looking for a job. Today it is one in twenty.',
      statement:
        'Unemployment in Port Ellery was one in nine when Odalys Fenwright took office and is one in twenty today.',
      kind: 'numerical',
      tags: ['Work'],
      checker: 'junia',
      evidence: [
        {
          source: 'work',
          stance: 'supports',
          passage: '11.2 – 9.8 – 8.1 – 8.9 – 6.4 – 5.1',
          locator: 'row Port Ellery',
        },
      ],
      verdicts: [
        {
          rating: 'true',
          rationale: '11.2 per cent is one in nine; 5.1 per cent is one in twenty.',
          approved: 'bastian',
        },
      ],
    },
    {
      quote: 'No other town in the province built more',
      statement: 'No other town in the province built more homes last year than Port Ellery.',
      kind: 'numerical',
      tags: ['Homes'],
      checker: 'bastian',
      evidence: [
        {
          source: 'homes',
          stance: 'refutes',
          passage: 'Brackwater 655, Port Ellery 612, Lowmere 298',
          locator: 'last year',
        },
      ],
      verdicts: [{ rating: 'false', rationale: 'Brackwater finished 655 homes, Port Ellery 612.' }],
    },
    {
      quote: 'Burglaries have gone down by a quarter in two years',
      statement: 'Burglaries in Port Ellery have gone down by a quarter in two years.',
      kind: 'numerical',
      tags: ['Crime'],
      checker: 'bastian',
      evidence: [
        { source: 'police', stance: 'supports', passage: 'Homes: 412, then 309', locator: 'p. 6' },
        { source: 'police', stance: 'refutes', passage: 'Shops and stores: 120, then 151', locator: 'p. 6' },
      ],
      verdicts: [
        {
          rating: 'half-true',
          rationale:
            'Burglaries of homes fell by a quarter, those of shops rose by as much; together they fell by 14 per cent.',
          approved: 'junia',
        },
      ],
    },
    {
      quote: 'That is because we put lights in every street on the north side and officers back on foot',
      statement: 'Burglaries in Port Ellery fell because of street lights on the north side and officers on foot.',
      kind: 'causal',
      tags: ['Crime'],
      checker: 'bastian',
      evidence: [
        {
          source: 'police',
          stance: 'context',
          note: 'Burglaries fell as fast on the south side, where nothing changed.',
        },
      ],
      verdicts: [
        {
          rating: 'false',
          rationale: 'Burglaries fell on the south side too.',
          returned: { by: 'junia', reason: 'That makes it doubtful, not false. Is “unproven” meant?' },
        },
      ],
    },
    {
      quote: 'The water in the inner basin is clean enough to swim in on every day of the summer',
      statement: 'The water in the inner basin of Port Ellery harbour is clean enough to swim in all summer.',
      kind: 'event',
      tags: ['Harbour'],
      checker: 'junia',
      due: 12,
    },
    {
      quote: 'Not once in six years have the rates gone up in Port Ellery',
      statement: 'The rates in Port Ellery have not gone up in the last six years.',
      kind: 'numerical',
      tags: ['Public money'],
      priority: 1,
      checker: 'bastian',
      evidence: [
        { source: 'budget', stance: 'supports', passage: 'Rate: 410, unchanged', locator: 'six budgets, p. 2' },
        {
          source: 'budget',
          stance: 'refutes',
          passage: 'Drainage charge, new: 95 a household',
          locator: 'fourth budget, p. 9',
        },
      ],
      verdicts: [
        {
          rating: 'false',
          rationale: 'Households pay 95 crowns more than before.',
          returned: {
            by: 'ansel',
            reason: 'The rates did not rise. A new charge did that work: read our definition of “misleading”.',
          },
        },
        {
          rating: 'misleading',
          rationale: 'The rate has stood at 410 crowns, but a new drainage charge adds 95 to every bill.',
          approved: 'ansel',
        },
      ],
      published: true,
    },
    {
      quote: 'Saint Odo’s will keep its night ward',
      statement: 'The Saint Odo hospital will keep its night ward.',
      kind: 'position',
      tags: ['Health'],
    },
  ],
  aside: [
    ['Friends, neighbours', 'not_checkable'],
    ['I know that some of you', 'opinion'],
    ['Next year will be harder', 'prediction'],
    ['But a town that dug', 'opinion'],
    ['Thank you, and good night', 'not_checkable'],
  ],
}
