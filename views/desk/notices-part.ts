import type { Few } from '../../server/desk/desk.ts'
import type { Notice } from '../../server/notifications/notice.ts'
import { reasonWords } from '../../server/notifications/words.ts'
import { Sentence } from '../history/timeline.ts'
import { html } from '../html.ts'
import { plainText } from '../markdown.ts'
import { When } from '../parts/when.ts'

/** What a person has been told and has not looked at, the newest first. */
export const NoticesPart = ({ rows, more }: Few<Notice>) => html`
  <section aria-labelledby="notices-title">
    <h2 id="notices-title">New for you ${rows.length > 0 && html`<span class="soft number">${rows.length}${more && '+'}</span>`}</h2>
    ${rows.length === 0 ? html`<p class="soft">Nothing new. You are told here when somebody writes @ and your name, gives you a claim or answers a verdict of yours.</p>` : html`<ul class="waiting">${rows.map(Line)}</ul>`}
    <p><a href="/notifications">All notifications</a></p>
  </section>`

const Line = ({ id, reason, line, comment }: Notice) => html`
  <li>
    <p class="soft">${reasonWords[reason]} · ${When(line.at)}</p>
    <p>${Sentence(line)}</p>
    ${comment !== undefined && html`<p><q dir="auto">${plainText(comment, 160)}</q></p>`}
    <form method="post" action="/notifications/${id}/opening"><button class="plain">Open<span class="unseen"> what notification ${id} is about</span></button></form>
  </li>`
