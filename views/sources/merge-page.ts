import type { Pair } from '../../server/sources/merge.ts'
import type { Source } from '../../server/sources/source.ts'
import { type MergedField, fieldWords, mergedFields, sourceKindWords } from '../../server/sources/words.ts'
import { counted } from '../../server/values/count.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Hole, type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, valueOf } from '../parts/typed.ts'

type Moves = { evidence: number; claims: number; shared: number }
type Page = { shell: Shell; pair: Pair; moves: Moves; stamp: string; typed: Typed }

/** Two sources beside each other, what moves, and which details stay. */
export const MergePage = ({ shell, pair, moves, stamp, typed }: Page) =>
  Layout({
    shell,
    title: 'Merge two sources',
    main: html`
      ${Crumb(...wayToSource(pair.kept))}
      <h1>Merge two sources</h1>
      ${FormMessage({ typed })}
      <p><a href="/sources/${pair.gone.id}" dir="auto">${pair.gone.title}</a> is merged into <a href="/sources/${pair.kept.id}" dir="auto">${pair.kept.title}</a>, which stays. <a href="/sources/${pair.gone.id}/same/${pair.kept.id}">Keep the other one instead</a></p>
      <h2>What moves</h2>
      ${WhatMoves(moves)} ${Secret(pair)}
      <form class="form" method="post" action="/sources/${pair.kept.id}/same/${pair.gone.id}">
        <h2>Which details stay</h2>
        ${Details(pair, typed)} ${Hidden('stamp', stamp)}
        <div class="actions"><button class="main" type="submit">Merge</button> <a href="/sources/${pair.kept.id}">Cancel</a></div>
      </form>`,
  })

const WhatMoves = ({ evidence, claims, shared }: Moves): Html => html`
  <ul>
    <li>${evidence === 0 ? 'No evidence: it is used on no claim.' : `${counted(evidence, 'piece')} of evidence on ${counted(claims, 'claim')}, withdrawn ones among them.`}${shared > 0 && ` On ${counted(shared, 'claim')} both are used: those will have several pieces from the same source.`}</li>
    <li>Whatever names it as where its information comes from.</li>
    <li>Its copies are shown with those of the other, and passages are looked up in them. Its watch goes on with the other when the two have the same address afterwards, and ends otherwise; what was flagged stays flagged.</li>
    <li>Its address here leads to the other one from then on. It stays as a record, and the two can be taken apart again.</li>
  </ul>`

const Secret = ({ kept, gone }: Pair) =>
  (kept.confidential || gone.confidential) &&
  html`<p class="message secret">${Icon('lock')} <strong>Confidential.</strong> ${kept.confidential && gone.confidential ? 'Both are, and stay so.' : 'One of the two is confidential, so both are afterwards: for readers, all evidence from either is gone. That stays so even when they are taken apart again.'}</p>`

function Details(pair: Pair, typed: Typed): Html {
  const differing = mergedFields.filter((name) => pair.kept[name] !== pair.gone[name])
  if (differing.length === 0) return html`<p>All details are the same.</p>`
  return html`<p class="hint">Only what differs is shown.</p>${differing.map((name) => Detail(name, pair, typed))}`
}

const Detail = (name: MergedField, { kept, gone }: Pair, typed: Typed) => {
  const isGone = (valueOf(typed, name) || usual(kept[name], gone[name])) === 'gone'
  return html`<fieldset class="detail-choice">
    <legend>${fieldWords[name]}</legend>
    <label><input type="radio" name="${name}" value="kept" ${!isGone && html`checked`} /> ${Value(name, kept)} <span class="soft">of the one that stays</span></label>
    <label><input type="radio" name="${name}" value="gone" ${isGone && html`checked`} /> ${Value(name, gone)} <span class="soft">of the other</span></label>
  </fieldset>`
}

// What is known wins over what is not.
const usual = (kept: unknown, gone: unknown) => (kept === null && gone !== null ? 'gone' : 'kept')

function Value(name: MergedField, source: Source): Hole {
  const value = source[name]
  if (value === null) return html`<i>nothing</i>`
  if (name === 'origin') return html`<span dir="auto">${source.originSource?.title ?? source.origin}</span>`
  if (name === 'kind') return sourceKindWords[source.kind]
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return html`<span dir="auto">${name === 'publishedOn' ? partialDateWords(value) : value}</span>`
}
