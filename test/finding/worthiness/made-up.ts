import type { Labelled } from '../../../server/finding/worthiness/dataset.ts'

const worthy = [
  'The harbour handled 40 ships in 1998.',
  'Taxes rose by 12 percent after the vote.',
  'The council voted against the bridge.',
  'Ferries carried 3,000 people last year.',
]
const idle = [
  'What do you think of the harbour?',
  'I hope we will all meet again.',
  'You should come and see the bridge.',
  'Thank you very much indeed.',
]

/** Sixty-four sentences of eight debates in eight years: enough to train on in a moment. */
export const madeUp: Labelled[] = Array.from({ length: 8 }, (_, year) => `${1990 + year}-10-01`).flatMap((debate) =>
  [...worthy, ...idle].map((text, i) => ({ debate, text, worthy: i < worthy.length, agreed: i % 2 === 0 })),
)

/** The same as a file of the ClaimBuster data would hold them. */
export const madeUpFile = [
  'id\tdebate\tline\tlabel\tclean\ttext',
  ...madeUp.map(
    ({ debate, worthy: is, agreed, text }, i) =>
      `${i}\t${debate}\t${i}\t${is ? 'CFS' : i % 3 === 0 ? 'UFS' : 'NFS'}\t${agreed ? 1 : 0}\t${text}`,
  ),
].join('\n')
