import type { Double } from '../../server/sources/doubles.ts'
import type { ListedSource } from '../../server/sources/list.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { SourceLine, SourceTags } from './source-line.ts'

type Page = {
  shell: Shell
  source: { id: number; title: string }
  q: string
  found: ListedSource[]
  doubles: Double[]
}

/** Choosing the source that this one is the same as. */
export const ChooseSamePage = ({ shell, source, q, found, doubles }: Page) =>
  Layout({
    shell,
    title: `The same as ${source.title}`,
    main: html`
      ${Crumb(...wayToSource(source))}
      <h1>This is the same as …</h1>
      <p class="soft">Choose the other entry for <b dir="auto">${source.title}</b>. You see what would move before anything does.</p>
      ${doubles.length > 0 && Proposed(source.id, doubles)}
      <form class="list-filter" role="search" aria-label="Find the other source" method="get" action="/sources/${source.id}/same">
        <p class="wide"><label for="by-q">Title, publisher, author or address</label> <input id="by-q" type="search" name="q" value="${q}" maxlength="200" dir="auto" /></p>
        <button type="submit">Find</button>
      </form>
      ${q !== '' && Found(source.id, found)}`,
  })

const Proposed = (id: number, doubles: Double[]): Html => html`
  <h2>Perhaps one of these</h2>
  <ul class="same-list">${doubles.map((double) => html`<li><a href="/sources/${id}/same/${double.id}" dir="auto">${double.title}</a> <span class="soft">${double.why}</span></li>`)}</ul>`

const Found = (id: number, found: ListedSource[]): Html => html`
  <h2>Found</h2>
  ${found.length === 0 ? html`<div class="empty"><p>No other source matches. Try fewer words.</p></div>` : html`<ul class="same-list">${found.map((source) => html`<li><a href="/sources/${id}/same/${source.id}" dir="auto">${source.title}</a> ${SourceLine(source)} ${SourceTags(source)}</li>`)}</ul>`}`
