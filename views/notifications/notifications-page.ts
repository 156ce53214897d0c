import type { Notice } from '../../server/notifications/notice.ts'
import { reasonWords } from '../../server/notifications/words.ts'
import { Sentence } from '../history/timeline.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { plainText } from '../markdown.ts'
import { Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { type Neighbours, Pages } from '../parts/pages.ts'
import { When } from '../parts/when.ts'

type Page = { shell: Shell; notices: Notice[]; pages: Neighbours }

/** What somebody is told, newest first, with why they are. */
export const NotificationsPage = ({ shell, notices, pages }: Page) =>
  Layout({
    shell,
    title: 'Notifications',
    main: html`
      ${PageHead('Notifications', shell.unread !== undefined && shell.unread > 0 && pages.before === undefined && MarkAll(notices))}
      ${notices.length === 0 ? Nothing : html`<ol class="notices">${notices.map(NoticeLine)}</ol>`} ${Pages(pages)}`,
  })

const Nothing = html`<p class="empty">Nothing yet. You are told here when a claim is given to you, when your verdict is answered, and when somebody writes @ and your name.</p>`

// Up to the newest one shown: what comes meanwhile has not been read.
const MarkAll = ([newest]: Notice[]) =>
  newest &&
  html`<form method="post" action="/notifications/reading">
    ${Hidden('upTo', newest.line.seq)}
    <button>${Icon('check')} Mark all as read</button>
  </form>`

const NoticeLine = ({ id, reason, isRead, line, comment }: Notice) => html`
  <li class="notice-line ${!isRead && 'unread'}" id="notice-${id}">
    <p class="why">${!isRead && html`<b class="new">New</b> `}${reasonWords[reason]} · ${When(line.at)}</p>
    <p>${Sentence(line)}</p>
    ${comment !== undefined && html`<blockquote class="excerpt" dir="auto">${plainText(comment, 160)}</blockquote>`}
    <form method="post" action="/notifications/${id}/opening">
      <button class="plain">${Icon('arrow-right')} Open<span class="unseen"> what notification ${id} is about</span></button>
    </form>
  </li>`
