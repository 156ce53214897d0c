import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Thread } from '../../server/comments/thread.ts'
import { type Html, html } from '../html.ts'
import type { Typed } from '../parts/typed.ts'
import { type About, NewThread } from './comment-form.ts'
import { ThreadBlock } from './thread-block.ts'

/** A form that was not taken: the answer in a thread, or a new thread. */
export type Sent = { threadId?: number; typed: Typed }

type Panel = { about: About; threads: Thread[]; person: Person; sent?: Sent | undefined }

/** What is discussed about a claim: open threads, the form of a new one, and those that were resolved, folded. */
export const DiscussionPanel = ({ about, threads, person, sent }: Panel): Html => {
  const open = threads.filter((thread) => !thread.resolved)
  const resolved = threads.filter((thread) => thread.resolved)
  const mayWrite = can(person, 'comment.add')
  const Block = (thread: Thread) =>
    ThreadBlock({ thread, person, typed: sent && sent.threadId === thread.id ? sent.typed : undefined })
  return html`<section class="discussion" id="discussion-${about.claimId}" aria-labelledby="discussion-${about.claimId}-title">
    <h2 id="discussion-${about.claimId}-title">Discussion</h2>
    ${open.map(Block)} ${threads.length === 0 && Nothing(mayWrite)}
    ${mayWrite && NewThread({ about, typed: sent && sent.threadId === undefined ? sent.typed : undefined })}
    ${
      resolved.length > 0 &&
      Resolved(
        resolved.map(Block),
        resolved.some(({ id }) => id === sent?.threadId),
      )
    }
  </section>`
}

const Nothing = (mayWrite: boolean) =>
  html`<p class="empty">${mayWrite ? 'Nothing is being discussed. What should a colleague look at, or settle with you?' : 'Nothing is being discussed.'}</p>`

const Resolved = (blocks: Html[], isOpen: boolean) => html`
  <details class="resolved-threads" ${isOpen && html`open`}>
    <summary>${blocks.length === 1 ? 'One resolved discussion' : `${blocks.length} resolved discussions`}</summary>
    ${blocks}
  </details>`
