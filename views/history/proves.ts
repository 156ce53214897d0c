import { html } from '../html.ts'

const cases: [what: string, shows: string, why: string][] = [
  ['An entry is edited, removed, swapped with another or slipped in', 'Yes', 'The check names the first bad entry.'],
  ['The newest entries are cut off; the checkpoints stay', 'Yes', 'A checkpoint speaks of more than is there.'],
  ['The whole chain is written anew by somebody without the key', 'Yes', 'It no longer fits what was signed.'],
  [
    'The newest entries are cut off, and the checkpoints over them too',
    'Not by itself',
    'Only when somebody else holds one of those checkpoints.',
  ],
  [
    'The key is stolen and everything is written anew',
    'Not by itself',
    'Only when somebody else holds a checkpoint from before.',
  ],
  [
    'Two people are shown two different histories',
    'Not by itself',
    'Only when they compare their checkpoints, or a third person does.',
  ],
  [
    'Somebody who is signed in, or has taken over the server, enters something false from now on',
    'No',
    'It shows what was recorded and in which order, not that it is true.',
  ],
  [
    'Something is never recorded, or the clock is wrong',
    'No',
    'A checkpoint that has left the machine only shows that an entry is not younger than that.',
  ],
  ['Somebody reads what is not meant for them', 'No', 'Keeping secrets is not its work.'],
]

/** What a signed history shows and what it cannot show, case by case. */
export const Proves = () => html`
  <section aria-labelledby="promise">
    <h2 id="promise">What this proves, and what it does not</h2>
    <p>
      Every entry holds the SHA-256 of the entry before it, and a checkpoint signs all entries up to a point with a key that
      is kept outside the database. So the history is tamper-evident: nothing stops a change, but a change shows.
    </p>
    <table class="promise">
      <thead><tr><th scope="col">What happens</th><th scope="col">Does it show?</th></tr></thead>
      <tbody>
        ${cases.map(([what, shows, why]) => html`<tr><td>${what}</td><td><b>${shows}.</b> ${why}</td></tr>`)}
      </tbody>
    </table>
    <p>
      So a checkpoint is worth most away from this machine: send one to a colleague, print one, or put one under what you publish.
    </p>
  </section>`
