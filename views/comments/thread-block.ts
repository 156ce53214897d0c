import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Thread } from '../../server/comments/thread.ts'
import { untoldOf } from '../../server/comments/words.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { SentInto } from '../parts/in-place.ts'
import type { Typed } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'
import { type About, Answer, NewThread } from './comment-form.ts'
import { CommentItem } from './comment-item.ts'

type Shown = {
  thread: Thread
  person: Person
  /** The answer that was not taken, to be sent again. */
  typed?: Typed | undefined
  /** Something was just done here: the cursor stays, and who heard nothing of it is said. */
  done?: { untold: string[] } | undefined
}

/** A thread: what it is about, its comments, and what can be done with it. */
export const ThreadBlock = ({ thread, person, typed, done }: Shown): Html => {
  const { id, resolved, comments } = thread
  const into = `#thread-${id}`
  return html`<article class="thread ${resolved && 'resolved'}" id="thread-${id}" aria-labelledby="thread-${id}-about">
    <header>
      <h3 id="thread-${id}-about">${Subject(thread)}</h3>
      ${resolved && html`<p class="soft">${Icon('check')} Resolved by <span dir="auto">${resolved.by}</span>, ${Day(resolved.at)}</p>`}
      ${can(person, 'thread.resolve') && (resolved ? Turn({ id, to: 'reopening', words: 'Reopen', first: done !== undefined }) : Turn({ id, to: 'resolution', words: 'Resolve' }))}
    </header>
    ${done && done.untold.length > 0 && html`<p class="message notice" role="status">${untoldOf(done.untold)}</p>`}
    <ol class="comments">${comments.map((comment) => CommentItem({ comment, person, into }))}</ol>
    ${can(person, 'comment.add') && (!resolved || typed) && Answer({ threadId: id, typed, first: done !== undefined })}
  </article>`
}

const Subject = ({ claimId, evidence, verdict }: Thread) => {
  if (evidence)
    return html`On the evidence from <a href="/claims/${claimId}#evidence-${evidence.id}" dir="auto">${evidence.title}</a>`
  return verdict
    ? html`On <a href="/claims/${claimId}#verdict-${verdict.id}">verdict ${verdict.number}</a>`
    : 'On the claim'
}

type Turning = { id: number; to: 'resolution' | 'reopening'; words: string; first?: boolean }

const Turn = ({ id, to, words, first }: Turning) => html`
  <form class="no-print" method="post" action="/threads/${id}/${to}" ${SentInto(`/threads/${id}/${to}`, `#thread-${id}`)}>
    <button class="plain" ${first && html`autofocus`}>${words}<span class="unseen"> this discussion</span></button>
  </form>`

type Opened = { thread: Thread; person: Person; about: About; untold: string[] }

/** A thread just opened, and after it the form of the next one: together they take the place of the form. */
export const OpenedThread = ({ thread, person, about, untold }: Opened): Html =>
  html`${ThreadBlock({ thread, person, done: { untold } })} ${NewThread({ about })}`
