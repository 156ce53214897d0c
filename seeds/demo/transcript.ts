import type { Speaker } from '../sample-claim.ts'
import type { DemoArticle } from './story.ts'

const grann: Speaker = { name: 'Perpetua Grann', role: 'Councillor, leads on finance', kind: 'person' }
const trewlock: Speaker = { name: 'Barnaby Trewlock', role: 'Councillor', kind: 'person' }
const okonberry: Speaker = { name: 'Hesper Okonberry', role: 'Runs the night ferry', kind: 'person' }

export const transcript: DemoArticle = {
  file: 'transcript',
  title: 'Town council, item six: the night ferry',
  outlet: 'Town council of Port Ellery',
  byline: null,
  url: 'https://port-ellery.example/council/transcripts/item-6',
  language: 'en',
  kind: 'transcript',
  by: 'perrin',
  daysBefore: 5,
  place: 'Council chamber, Port Ellery',
  claims: [
    {
      quote: 'The night ferry costs this town 740,000 crowns a year',
      statement: 'The night ferry costs Port Ellery 740,000 crowns a year.',
      by: grann,
      kind: 'numerical',
      tags: ['Night ferry', 'Public money'],
      checker: 'perrin',
      evidence: [
        { source: 'ferry', stance: 'supports', passage: 'Net cost, last year: 738,600', locator: 'sheet Cost' },
      ],
      verdicts: [{ rating: 'true', rationale: 'The net cost was 738,600 crowns last year.', approved: 'junia' }],
    },
    {
      quote: 'It carries, on an average night, fourteen people',
      statement: 'The night ferry of Port Ellery carries fourteen people on an average night.',
      by: grann,
      kind: 'numerical',
      tags: ['Night ferry'],
      checker: 'junia',
      evidence: [
        {
          source: 'ferry',
          stance: 'refutes',
          passage: 'Passengers a night, mean of the year: 41.3',
          locator: 'sheet Nights',
        },
        { source: 'ferry', stance: 'context', passage: 'January: 14.2', locator: 'sheet Nights' },
      ],
      verdicts: [
        {
          rating: 'mostly-false',
          rationale: 'Fourteen is the figure for January; the mean of the year is forty-one.',
          approved: 'bastian',
        },
      ],
    },
    {
      quote: 'The average over the whole year is forty-one',
      statement: 'The night ferry of Port Ellery carries forty-one people a night on average over the year.',
      by: trewlock,
      kind: 'numerical',
      tags: ['Night ferry'],
      checker: 'junia',
      evidence: [
        {
          source: 'ferry',
          stance: 'supports',
          passage: 'Passengers a night, mean of the year: 41.3',
          locator: 'sheet Nights',
        },
      ],
      verdicts: [{ rating: 'true', rationale: 'The mean of the year is 41.3.', approved: 'ansel' }],
      published: true,
    },
    {
      quote: 'Half of those who take the night ferry work at Saint Odo’s',
      statement: 'Half of those who take the night ferry of Port Ellery work at the Saint Odo hospital.',
      by: trewlock,
      kind: 'numerical',
      tags: ['Night ferry', 'Health'],
    },
    {
      quote: 'the last bus leaves at ten to eleven and the late shift ends at eleven',
      statement: 'The last bus from the Saint Odo hospital leaves at 22:50, and the late shift there ends at 23:00.',
      by: trewlock,
      kind: 'event',
      tags: ['Night ferry', 'Health'],
      checker: 'bastian',
      evidence: [
        { source: 'timetable', stance: 'supports', passage: '22.50', locator: 'last line', note: 'Taken by us.' },
      ],
      verdicts: [
        { rating: 'true', rationale: 'The timetable at the stop and the duty roster say so.', approved: 'junia' },
        {
          rating: 'mostly-true',
          rationale: 'Since Thursday there is a later bus on Saturdays; on all other nights the claim is right.',
        },
      ],
    },
    {
      quote: 'We have not missed a single crossing in three years, not in fog, not in ice',
      statement: 'The night ferry of Port Ellery has not missed a single crossing in three years.',
      by: okonberry,
      kind: 'event',
      tags: ['Night ferry'],
      checker: 'bastian',
      evidence: [
        {
          source: 'logbook',
          stance: 'refutes',
          passage: 'Second crossing not sailed, fog.',
          locator: 'two years ago, 9 November',
        },
      ],
      verdicts: [{ rating: 'false', rationale: 'The ferry’s own logbook has a crossing that was not sailed, in fog.' }],
    },
    {
      quote: 'nobody there has asked for it back',
      statement: 'Nobody in Brackwater has asked for the night ferry to come back.',
      by: grann,
      kind: 'event',
      tags: ['Night ferry'],
      checker: 'junia',
      evidence: [
        { source: 'petition', stance: 'refutes', passage: 'Received: one petition, 2,014 names.', locator: 'receipt' },
      ],
      verdicts: [
        {
          rating: 'false',
          rationale: 'The town clerk of Brackwater received a petition with 2,014 names.',
          approved: 'ansel',
        },
      ],
    },
    {
      quote: 'There was a petition with two thousand names',
      statement: 'There was a petition with two thousand names for the night ferry of Brackwater.',
      by: trewlock,
      kind: 'numerical',
      tags: ['Night ferry'],
      candidate: true,
    },
  ],
  aside: [
    ['I leave it to members', 'not_checkable'],
    ['BARNABY TREWLOCK: Then the officers gave you January', 'checked_elsewhere'],
    ['THE CHAIR: The gallery may not speak', 'not_checkable'],
    ['BARNABY TREWLOCK: Nobody?', 'question'],
  ],
}
