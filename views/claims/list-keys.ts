import { KeysDialog } from '../parts/keys-dialog.ts'

/** The keys of the list of claims. */
export const ListKeys = KeysDialog([
  [['j', 'k'], 'Next and previous claim'],
  [['Enter'], 'Open the claim'],
  [['x'], 'Tick the claim, or take the tick away'],
  [['Shift x'], 'The same for all claims from the last one ticked to this one; Shift and a click on a box does so too'],
  [['b'], 'Go to what is to become of the ticked claims'],
  [['/'], 'Search everything'],
  [['?'], 'Show these keys'],
])
