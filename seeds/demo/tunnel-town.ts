import type { Speaker } from '../sample-claim.ts'
import type { DemoClaim } from './story.ts'

const traders: Speaker = { name: 'Wharfside traders’ association', role: '', kind: 'organisation' }
const board: Speaker = { name: 'Port Ellery Harbour Board', role: '', kind: 'organisation' }

/** What was done, what the closure did to the town, and what comes next. */
export const townClaims: DemoClaim[] = [
  {
    quote: 'six pumps, each of which can move 900 litres a second',
    statement: 'Each of the six new pumps in the Gannet Tunnel can move 900 litres a second.',
    kind: 'numerical',
    tags: ['Tunnel'],
    checker: 'perrin',
    evidence: [
      { source: 'pumps', stance: 'supports', passage: 'P1–P6: 902 to 911 l/s at full head', locator: 'sheet 3' },
    ],
    verdicts: [{ rating: 'true', rationale: 'All six were measured above 900 litres a second.', approved: 'junia' }],
  },
  {
    quote: 'the pumps could empty the town swimming pool in under ten minutes',
    statement: 'The pumps of the Gannet Tunnel could empty the town swimming pool in under ten minutes.',
    by: { name: 'Tobin Quillstrand', role: 'Harbour Master', kind: 'person' },
    kind: 'numerical',
    tags: ['Tunnel'],
    priority: 3,
    checker: 'bastian',
    evidence: [
      { source: 'pumps', stance: 'context', note: 'Needed: how much water the pool holds. Asked the town on Tuesday.' },
    ],
  },
  {
    quote: 'The new ones use 40 per cent less power than those they replace',
    statement: 'The new lamps in the Gannet Tunnel use 40 per cent less power than the old ones.',
    by: board,
    kind: 'numerical',
    tags: ['Tunnel'],
  },
  {
    quote: 'this was fewer than in any comparable project in the province in the last ten years',
    statement:
      'Fewer workers were hurt in the repairs to the Gannet Tunnel than in any comparable project in the province in the last ten years.',
    by: { name: 'Leopold Marsh-Tansy', role: 'Safety officer of the Harbour Board', kind: 'person' },
    kind: 'numerical',
    checker: 'junia',
    evidence: [
      { source: 'spokesman', stance: 'context', note: 'Asked for the list of comparable projects; there is none.' },
    ],
    verdicts: [
      {
        rating: 'unproven',
        rationale: 'Nobody keeps a list of comparable projects, so nothing can be compared.',
        approved: 'bastian',
      },
    ],
  },
  {
    quote: 'Nineteen of them closed for good during the repairs',
    statement: 'Nineteen shops on the Wharfside closed for good during the repairs to the Gannet Tunnel.',
    by: traders,
    kind: 'numerical',
    tags: ['Wharfside'],
    priority: 1,
    checker: 'junia',
    evidence: [
      { source: 'register', stance: 'refutes', passage: 'Closed: 11. Of these by retirement: 3.', locator: 'ward 4' },
      { source: 'spokesman', stance: 'refutes', note: 'The mayor’s office counts eleven as well.' },
    ],
    verdicts: [
      {
        rating: 'mostly-false',
        rationale: 'The register has eleven closures in those months, three of them by retirement.',
        approved: 'ansel',
      },
    ],
    published: true,
  },
  {
    quote:
      'Because of the closure, the association claims, the Wharfside lost more jobs in a year than in the ten years before',
    statement:
      'Because of the closure of the Gannet Tunnel, the Wharfside lost more jobs in a year than in the ten years before.',
    by: traders,
    kind: 'causal',
    tags: ['Wharfside'],
    due: 16,
  },
  {
    quote: 'soot in the school yard fell by 58 per cent while the tunnel was shut',
    statement: 'Soot in the yard of Wharfside school fell by 58 per cent while the Gannet Tunnel was shut.',
    by: { name: 'Lowmere Polytechnic', role: '', kind: 'organisation' },
    kind: 'numerical',
    tags: ['Wharfside', 'Health'],
    checker: 'bastian',
    evidence: [
      { source: 'soot', stance: 'supports', passage: 'a reduction of 58 % in the yearly mean', locator: 'p. 14' },
      {
        source: 'soot',
        stance: 'context',
        passage: 'heating with coal in the ward ended in the same year',
        locator: 'p. 31',
      },
    ],
    verdicts: [
      {
        rating: 'missing-context',
        rationale: 'The figure is right, but coal heating ended in the ward in the same year.',
        approved: 'junia',
      },
    ],
  },
  {
    quote: 'admissions of children with asthma fell by half over the same time, and that the closure was the reason',
    statement:
      'Admissions of children with asthma to the Saint Odo hospital fell by half because the Gannet Tunnel was shut.',
    by: { name: 'Ismene Vandrake', role: 'Doctor at the Saint Odo hospital', kind: 'person' },
    kind: 'causal',
    tags: ['Health'],
    priority: 1,
    due: 14,
    checker: 'junia',
    evidence: [
      { source: 'admissions', stance: 'supports', passage: 'J45, under 15: 62, then 33', locator: 'sheet 2' },
      { source: 'soot', stance: 'context', note: 'Two causes at once: the tunnel and the end of coal heating.' },
    ],
  },
  {
    quote: 'The Board expects 24,000 vehicles a day by the end of the year, more than ever before',
    statement: 'By the end of the year, 24,000 vehicles a day will use the Gannet Tunnel, more than ever before.',
    by: board,
    kind: 'numerical',
    tags: ['Tunnel'],
    setAside: 'A forecast. Look at it again when the year is over.',
  },
  {
    quote: 'the province predicted 25,000 vehicles a day when the tunnel was first opened',
    statement: 'When the Gannet Tunnel was first opened, the province predicted 25,000 vehicles a day.',
    by: { name: 'Hesper Okonberry', role: 'Runs the night ferry', kind: 'person' },
    kind: 'numerical',
    tags: ['Tunnel'],
    candidate: true,
  },
  {
    quote: 'the mortar on the eastern wall will have to be renewed within five',
    statement: 'The mortar on the eastern wall of the Gannet Tunnel will have to be renewed within five years.',
    by: { name: 'An engineer who is not named', role: 'Worked on the repairs', kind: 'person' },
    kind: 'event',
    tags: ['Tunnel'],
    priority: 1,
  },
]
