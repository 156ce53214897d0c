import type { Job, JobPage } from '../../server/jobs/job.ts'
import type { JobKinds } from '../../server/jobs/kind.ts'
import { type JobState, jobStateWords } from '../../server/jobs/words.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { Pages } from '../parts/pages.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { When } from '../parts/when.ts'

type Page = {
  shell: Shell
  kinds: JobKinds
  pages: JobPage[]
  /** The one state that is shown, and where its page begins. */
  only: JobState | undefined
  before: number | undefined
  keptDays: { done: number; givenUp: number }
  typed?: Typed | undefined
}

/** What the server does beside the requests: what failed first, since that waits for somebody. */
export const JobsPage = ({ shell, kinds, pages, only, before, keptDays, typed = fresh() }: Page) =>
  Layout({
    shell,
    title: 'Jobs',
    main: html`
      ${Crumb({ href: '/settings', name: 'Settings' }, ...(only ? [{ href: '/jobs', name: 'Jobs' }] : []))}
      <h1>${only ? `Jobs: ${jobStateWords[only].toLowerCase()}` : 'Jobs'}</h1>
      <p class="jobs-intro">Work that Stet does beside what people do on the screen. What fails is tried again, with longer and longer pauses; what fails too often waits here for you. Done ones leave the list after ${keptDays.done} days, those given up after ${keptDays.givenUp}; failed ones stay until you decide.</p>
      ${FormMessage({ typed })}
      ${pages.filter(({ state, total }) => total > 0 || state === only || (!only && state === 'failed')).map((page) => Section({ page, kinds, only, before }))}`,
  })

type Shown = { page: JobPage; kinds: JobKinds } & Pick<Page, 'only' | 'before'>

const Section = ({ page: { state, jobs, total, next }, kinds, only, before }: Shown): Html => html`
  <section class="jobs" aria-labelledby="jobs-${state}">
    <h2 id="jobs-${state}">${jobStateWords[state]} <span class="number soft">${total.toLocaleString('en')}</span></h2>
    ${jobs.length === 0 ? html`<p class="soft">${state === 'failed' ? 'Nothing has failed.' : 'None.'}</p>` : html`<ul>${jobs.map((job) => JobItem(job, kinds))}</ul>`}
    ${only ? Pages({ before, next, address: (at) => `/jobs?state=${state}${at === undefined ? '' : `&before=${at}`}` }) : next !== undefined && html`<p><a href="/jobs?state=${state}">All ${total.toLocaleString('en')}</a></p>`}
  </section>`

const JobItem = (job: Job, kinds: JobKinds) => html`
  <li id="job-${job.id}">
    <div>
      <p><b>${kinds[job.kind]?.words ?? job.kind}</b>${About(job, kinds)}</p>
      <p class="soft">${Moment(job)}${job.attempts > 0 && ` · ${job.attempts === 1 ? 'tried once' : `tried ${counted(job.attempts, 'time')}`}`}${job.total !== null && ` · ${(job.done ?? 0).toLocaleString('en')} of ${job.total.toLocaleString('en')} done`}</p>
      ${job.problem !== null && job.state !== 'done' && html`<p class="job-problem">${job.state === 'failed' ? '' : 'Last time: '}${job.problem}</p>`}
    </div>
    ${job.state === 'failed' && Decide(job, kinds)}
  </li>`

const About = ({ kind, payload }: Job, kinds: JobKinds) => {
  const about = kinds[kind]?.about(payload)
  return about && html`: <a href="${about.href}" dir="auto">${about.text}</a>`
}

const Moment = ({ state, runAt, endedAt }: Job) =>
  endedAt === null ? html`${state === 'running' ? 'due ' : 'not before '}${When(runAt)}` : html`ended ${When(endedAt)}`

const Decide = ({ id, kind }: Job, kinds: JobKinds) => html`
  <div class="actions">
    <form method="post" action="/jobs/${id}/retry"><button>Try again<span class="unseen">: ${kinds[kind]?.words ?? kind}, job ${id}</span></button></form>
    <form method="post" action="/jobs/${id}/giving-up"><button>Give up<span class="unseen">: ${kinds[kind]?.words ?? kind}, job ${id}</span></button></form>
  </div>`
