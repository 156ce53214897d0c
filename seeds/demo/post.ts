import type { DemoArticle } from './story.ts'

/** Checked while the newsroom was one person: its decisions have one author and no review. */
export const post: DemoArticle = {
  file: 'post',
  title: 'They are NOT telling you this',
  outlet: 'Harbour Talk, an open page',
  byline: 'FerryTruth',
  url: 'https://harbourtalk.example/posts/9041',
  language: 'en',
  kind: 'post',
  by: 'marguerite',
  daysBefore: 2,
  speaker: { name: 'FerryTruth', role: 'Account on Harbour Talk' },
  claims: [
    {
      quote:
        'The town council has already sold the night ferry to a company from Brackwater. It will be melted down for spoons.',
      statement: 'The town council of Port Ellery has sold the night ferry to be melted down for spoons.',
      kind: 'event',
      tags: ['Night ferry'],
      checker: 'marguerite',
      evidence: [
        {
          source: 'otter',
          stance: 'context',
          passage: 'Ferry to become spoons',
          note: 'Word for word from a joke of last month.',
        },
      ],
      verdicts: [
        {
          rating: 'satire',
          rationale: 'The story comes from The Lost Otter, a weekly that prints nothing but jokes.',
          override: 'The joke is its own source: there is no second one to find.',
        },
      ],
      published: true,
    },
    {
      quote: 'Every crossing loses 200 crowns',
      statement: 'Every crossing of the night ferry of Port Ellery loses 200 crowns.',
      kind: 'numerical',
      tags: ['Night ferry', 'Public money'],
      checker: 'marguerite',
      evidence: [
        {
          source: 'ferry',
          stance: 'supports',
          passage: 'Crossings: 3,640',
          locator: 'sheet Cost',
          note: '738,600 / 3,640 = 203.',
        },
      ],
      verdicts: [{ rating: 'true', rationale: '738,600 crowns over 3,640 crossings is 203 crowns each.' }],
    },
    {
      quote: 'the mayor had her office painted for 85,000',
      statement: 'The mayor of Port Ellery had her office painted for 85,000 crowns.',
      kind: 'numerical',
      tags: ['Public money'],
      checker: 'marguerite',
      evidence: [
        { source: 'budget', stance: 'refutes', passage: 'Town hall, upkeep, all rooms: 61,200', locator: 'p. 40' },
        { source: 'spokesman', stance: 'refutes', passage: 'The office was last painted nine years ago.' },
      ],
      verdicts: [
        {
          rating: 'false',
          rationale: 'The upkeep of the whole town hall cost less than that, and the office was not painted.',
        },
      ],
      published: true,
    },
    {
      quote: 'that is the ferry leaving empty, last Saturday, at midnight',
      statement: 'A photograph shows the night ferry leaving Port Ellery empty last Saturday at midnight.',
      kind: 'event',
      tags: ['Night ferry'],
      checker: 'marguerite',
      evidence: [
        {
          source: 'logbook',
          stance: 'refutes',
          passage: 'Trial run after repairs, no passengers, 00.05',
          locator: 'Saturday',
        },
      ],
      verdicts: [
        {
          rating: 'misleading',
          rationale: 'The photograph is real, but it shows a trial run on which nobody was allowed aboard.',
        },
      ],
    },
    {
      quote: 'three patients died last winter because there was no boat',
      statement: 'Three patients of the Saint Odo hospital died last winter because there was no night ferry.',
      kind: 'causal',
      tags: ['Health', 'Night ferry'],
      priority: 1,
      checker: 'marguerite',
      evidence: [
        { source: 'logbook', stance: 'refutes', note: 'The ferry sailed on every night of last winter.' },
        {
          source: 'admissions',
          stance: 'context',
          note: 'The hospital does not count deaths by way of arrival.',
          withdrawn: 'Wrong sheet: this one is about children only.',
        },
      ],
      verdicts: [{ rating: 'false', rationale: 'There was a boat on every night of last winter.' }],
    },
  ],
  aside: [
    ['Nobody has denied it', 'opinion'],
    ['Share before it is deleted', 'not_checkable'],
  ],
}
