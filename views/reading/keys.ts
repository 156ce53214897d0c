import { type Html, html } from '../html.ts'
import { type KeyRows, KeysDialog } from '../parts/keys-dialog.ts'
import { Reasons } from './reasons.ts'

const rows: KeyRows = [
  [['j', 'k'], 'Next and previous claim'],
  [['Enter'], 'On the number of a claim: go into its card'],
  [['n', 'p'], 'Next and previous sentence not looked at yet'],
  [['J', 'K'], 'Next and previous sentence'],
  [['c'], 'Make a claim of the selected words, or of the sentence'],
  [['x'], 'Set the sentence or the proposal aside, with a reason'],
  [['f', 'F'], 'Next and previous claim that Stet proposes'],
  [['a'], 'Accept the proposal'],
  [['Enter'], 'Edit the proposal first'],
  [['u'], 'Undo what was decided last'],
  [['e'], 'Add evidence to the claim, or edit the proposal first'],
  [['v'], 'Give a verdict on the claim'],
  [['/'], 'Search everything'],
  [['?'], 'Show these keys'],
  [['Ctrl Enter'], 'Send the form from within a text'],
  [['Esc'], 'Close what is open'],
]

/** The keys of the reading view. */
export const ReadingKeys = KeysDialog(rows)

/** Asks why the sentence is set aside. The script says which one it is. */
export const SetAsideDialog = (sentenceId: number): Html => html`
  <dialog class="set-aside" id="set-aside" aria-labelledby="set-aside-title">
    <h2 id="set-aside-title">Nothing to check in this sentence?</h2>
    <blockquote data-quote dir="auto"></blockquote>
    ${Reasons({ sentenceId, numbered: true })}
    <form method="dialog"><button class="plain">Leave it as it is <kbd>Esc</kbd></button></form>
  </dialog>`

/** Floats beside selected words; while a claim is looked for, it is placed there. */
export const SelectionBar = (placing?: { id: number; number: number; versionId: number }): Html => html`
  <div class="pick" id="pick" role="toolbar" aria-label="Selected words" hidden>
    ${placing && html`<a class="button main" data-pick="place" data-address="/claims/${placing.id}/place?text=${placing.versionId}">Claim ${placing.number} stands here <kbd>c</kbd></a>`}
    <a class="button${!placing && ' main'}" data-pick="claim">Make a claim${!placing && html` <kbd>c</kbd>`}</a>
    <button type="button" data-pick="aside">Set sentence aside <kbd>x</kbd></button>
  </div>`
