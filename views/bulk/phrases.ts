import type { BulkChange, BulkMove } from '../../server/bulk/change.ts'
import { priorityWords } from '../../server/claims/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Html, html } from '../html.ts'

/** What is to become of claims, after “will” or “to”; `whom` is the name of who gets them. */
export function Phrases(change: BulkChange, whom: string | undefined): Html {
  const { assignee, dueOn, priority, addTags = [], takeTags = [], move, reason } = change
  const all = [
    assignee !== undefined &&
      (assignee === null ? html`be taken off whoever has them` : html`be given to <bdi>${whom}</bdi>`),
    dueOn !== undefined && (dueOn === null ? html`have no due date` : html`be due on ${partialDateWords(dueOn)}`),
    priority && html`have ${priorityWords[priority].toLowerCase()} priority`,
    addTags.length > 0 && html`carry ${Tags(addTags)}`,
    takeTags.length > 0 && html`lose ${Tags(takeTags)}`,
    move && html`${moved[move]}${reason && html`: “<bdi>${reason}</bdi>”`}`,
  ].filter((phrase) => phrase !== false && phrase !== undefined)
  return html`${all.map((phrase, index) => html`${index === 0 ? '' : index === all.length - 1 ? ' and ' : ', '}${phrase}`)}`
}

const moved: Record<BulkMove, string> = {
  open: 'be open',
  checking: 'be in checking',
  set_aside: 'be set aside',
  back: 'be taken up again where they were before they were set aside',
}

const Tags = (tags: string[]) =>
  html`the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.map((tag, index) => html`${index > 0 && ', '}“<bdi>${tag}</bdi>”`)}`
