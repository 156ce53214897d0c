import type { Speaker } from '../sample-claim.ts'
import type { DemoClaim } from './story.ts'

const board: Speaker = { name: 'Port Ellery Harbour Board', role: '', kind: 'organisation' }
const mayor: Speaker = { name: 'Odalys Fenwright', role: 'Mayor of Port Ellery', kind: 'person' }

/** How long the tunnel was shut, what the work cost, and who paid. */
export const costClaims: DemoClaim[] = [
  {
    quote: 'lifted for the first time in 413 days',
    statement: 'The Gannet Tunnel was closed to traffic for 413 days.',
    kind: 'numerical',
    tags: ['Tunnel'],
    checker: 'junia',
    evidence: [
      { source: 'closures', stance: 'supports', passage: 'Closed to all traffic. Days: 413.', locator: 'entry 58' },
      { source: 'gazette', stance: 'context', note: 'Counts 59 weeks, which is the same to the day.' },
    ],
    verdicts: [
      {
        rating: 'true',
        rationale: 'The register of closures counts 413 days from the first to the last.',
        approved: 'ansel',
      },
    ],
    published: true,
  },
  {
    quote: 'the longest closure in the tunnel’s history',
    statement: 'The closure that has just ended was the longest in the history of the Gannet Tunnel.',
    kind: 'event',
    tags: ['Tunnel'],
    checker: 'junia',
    evidence: [
      {
        source: 'closures',
        stance: 'supports',
        passage: 'Longest before: 97 days, flooding of the western ramp.',
        locator: 'summary',
      },
      { source: 'closures', stance: 'context', note: 'The register begins three years after the tunnel was opened.' },
    ],
    verdicts: [
      {
        rating: 'mostly-true',
        rationale: 'No longer closure is on record; the first three years are not in the register.',
        approved: 'bastian',
      },
    ],
  },
  {
    quote: 'The Harbour Board promised at the time that the work would take four months',
    statement: 'The Harbour Board promised that the repairs to the Gannet Tunnel would take four months.',
    by: board,
    monthsBefore: 14,
    kind: 'quote',
    tags: ['Tunnel'],
    checker: 'bastian',
  },
  {
    quote: 'The original contract, signed with the builders Halloran & Dusk, came to 18.4 million crowns',
    statement: 'The original contract for the repairs to the Gannet Tunnel came to 18.4 million crowns.',
    kind: 'numerical',
    tags: ['Tunnel', 'Public money'],
    checker: 'bastian',
    evidence: [
      { source: 'contract', stance: 'supports', passage: 'a fixed sum of 18,400,000 crowns', locator: '§ 4, p. 11' },
    ],
    verdicts: [{ rating: 'true', rationale: 'The signed contract names this sum.', approved: 'junia' }],
    published: true,
  },
  {
    quote: 'the final bill at 31.2 million, an increase of almost 70 per cent',
    statement: 'The repairs to the Gannet Tunnel cost 31.2 million crowns, almost 70 per cent more than agreed.',
    by: board,
    kind: 'numerical',
    tags: ['Tunnel', 'Public money'],
    priority: 1,
    checker: 'junia',
    evidence: [
      { source: 'accounts', stance: 'supports', passage: 'Gannet Tunnel, repairs: 31,187,402', locator: 'table 9' },
      { source: 'contract', stance: 'supports', passage: 'a fixed sum of 18,400,000 crowns', locator: '§ 4, p. 11' },
    ],
    verdicts: [
      {
        rating: 'true',
        rationale: '31.19 million against 18.4 million is an increase of 69.5 per cent.',
        explanation: '31,187,402 / 18,400,000 = **1.695**. The accounts are audited; the contract is signed.',
        approved: 'ansel',
      },
    ],
  },
  {
    quote: 'at least 6 million crowns went on changes that the Board asked for after work had begun',
    statement:
      'At least 6 million crowns of the repair bill for the Gannet Tunnel went on changes that the Harbour Board asked for after work had begun.',
    reportedBy: 'Brackwater Gazette',
    kind: 'numerical',
    tags: ['Tunnel', 'Public money'],
    priority: 1,
    checker: 'bastian',
    evidence: [
      {
        source: 'contract',
        stance: 'supports',
        passage: 'Changes 1 to 14, ordered after the start: 4,020,000 crowns',
        locator: 'annex F',
      },
      {
        source: 'engineer',
        stance: 'supports',
        note: 'Speaks of “six, nearer seven” million and names the control room.',
      },
      {
        source: 'gazette',
        stance: 'supports',
        passage: 'at least six million',
        withdrawn: 'This is the report that makes the claim, so it cannot support it.',
      },
    ],
    verdicts: [
      {
        rating: 'mostly-true',
        rationale: 'Changes were ordered, and they were dear.',
        returned: { by: 'ansel', reason: 'Annex F shows 4 million, not 6. Where are the other two?' },
      },
      {
        rating: 'half-true',
        rationale: 'Changes after the start are on record for 4 million crowns; for the rest there is one voice only.',
        explanation: 'What would settle it: the payments of the last two months, which the Board has not published.',
        approved: 'ansel',
      },
    ],
  },
  {
    quote: 'changes made up “well under a tenth” of the bill',
    statement: 'Changes made up well under a tenth of the repair bill for the Gannet Tunnel.',
    by: board,
    kind: 'numerical',
    tags: ['Tunnel', 'Public money'],
    checker: 'bastian',
    evidence: [
      {
        source: 'contract',
        stance: 'refutes',
        passage: 'Changes 1 to 14, ordered after the start: 4,020,000 crowns',
        locator: 'annex F',
      },
    ],
    verdicts: [{ rating: 'false', rationale: '4.02 of 31.19 million is 12.9 per cent, which is over a tenth.' }],
  },
  {
    quote: '“No household will see a single crown of this on its rates,”',
    statement: 'No household in Port Ellery will pay for the repairs to the Gannet Tunnel through its rates.',
    by: mayor,
    place: 'Ceremony at the tunnel, Wharfside',
    kind: 'position',
    tags: ['Tunnel', 'Public money'],
    checker: 'junia',
    evidence: [
      {
        source: 'guarantee',
        stance: 'refutes',
        passage: 'The rates of the town stand behind the guarantee.',
        locator: '§ 2',
      },
      { source: 'budget', stance: 'supports', note: 'No rate in the budget is raised on account of the loan.' },
    ],
    verdicts: [
      {
        rating: 'misleading',
        rationale: 'No rate has been raised, but the rates stand behind the loan for twenty-five years.',
        approved: 'bastian',
      },
    ],
  },
]
