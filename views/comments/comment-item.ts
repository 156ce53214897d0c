import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Comment } from '../../server/comments/thread.ts'
import { type Html, html } from '../html.ts'
import { Markdown } from '../markdown.ts'
import { SentInto } from '../parts/in-place.ts'
import { Day, When } from '../parts/when.ts'

type Shown = { comment: Comment; person: Person; into: string }

/** One comment with who wrote it and when; an erased one says by whom it was. */
export const CommentItem = ({ comment, person, into }: Shown): Html => html`
  <li class="comment" id="comment-${comment.id}">
    <p class="by"><b dir="auto">${comment.author.name}</b> <a href="#comment-${comment.id}">${When(comment.createdAt)}</a></p>
    ${comment.erased ? Erased(comment.erased) : Markdown(comment.body, comment.mentioned)}
    ${!comment.erased && can(person, 'comment.erase', { authorId: comment.author.id }) && Erase(comment, into)}
  </li>`

const Erased = ({ at, by }: NonNullable<Comment['erased']>) =>
  html`<p class="soft">Erased by <span dir="auto">${by}</span> on ${Day(at)}.</p>`

const Erase = ({ id, author }: Comment, into: string) => html`
  <details class="erase no-print">
    <summary>Erase<span class="unseen"> what ${author.name} wrote</span></summary>
    <form method="post" action="/comments/${id}/erasure" ${SentInto(`/comments/${id}/erasure`, into)}>
      <p class="hint">The text is gone for good; nobody can bring it back from here. That there was a comment stays in the history, and backups made before keep the text.</p>
      <button>Erase this text for good</button>
    </form>
  </details>`
