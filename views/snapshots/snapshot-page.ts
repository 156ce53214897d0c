import type { ClaimOfEvidence } from '../../server/evidence/evidence.ts'
import type { Excerpt } from '../../server/snapshots/excerpt.ts'
import type { Mark } from '../../server/snapshots/place.ts'
import type { Snapshot } from '../../server/snapshots/snapshot.ts'
import { sizeWords, snapshotAddress, typeWord } from '../../server/snapshots/words.ts'
import type { Source } from '../../server/sources/source.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToSource } from '../parts/crumb.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { Day } from '../parts/when.ts'
import { SnapshotFacts } from './snapshot-facts.ts'
import { SnapshotText } from './snapshot-text.ts'
import { UseAsEvidence } from './use-as-evidence.ts'

type Page = {
  shell: Shell
  source: Source
  snapshot: Snapshot
  shown: Excerpt & { mark: Mark | undefined; problem: string | null; sha256: string }
  earlier: Snapshot | undefined
  framed: boolean
  /** Whether the viewer may add evidence, and the claim they came from. */
  use: { claim: ClaimOfEvidence | undefined } | undefined
}

/** A copy of a source: what it says, where it is from, and the original. */
export const SnapshotPage = ({ shell, source, snapshot, shown, earlier, framed, use }: Page) => {
  const address = snapshotAddress({ id: snapshot.id, sourceId: source.id })
  return Layout({
    shell,
    title: `Copy of ${source.title}`,
    main: html`
      ${Crumb(...wayToSource(source), { href: `/sources/${source.id}/snapshots`, name: 'Copies' })}
      ${PageHead(`Copy of ${source.title}`, Downloads(address, snapshot))}
      ${source.confidential && html`<p class="message secret">${Icon('lock')} <strong>Confidential.</strong> This copy is as confidential as its source.</p>`}
      ${SnapshotFacts({ snapshot, textHash: shown.sha256 })}
      <p class="links no-print">
        ${earlier && html`<a href="${address}/comparison">What changed since the copy before (${Day(earlier.capturedAt)})</a>`}
      </p>
      <h2>The text</h2>
      ${shown.problem && html`<p class="message">${shown.problem}</p>`}
      ${use && shown.total > 0 && UseAsEvidence({ source: source.id, copy: snapshot.id, paragraphs: shown.total, claim: use.claim })}
      ${shown.blocks.length > 0 && SnapshotText({ excerpt: shown, mark: shown.mark, address: (query) => `${address}${query}` })}
      ${framed && Original({ address, isPicture: snapshot.mediaType.startsWith('image/'), isOnly: shown.blocks.length === 0 })}`,
  })
}

const Downloads = (address: string, { mediaType, size }: Snapshot) => html`
  <a class="button no-print" href="${address}/original" download>${Icon('download')} Original (${typeWord(mediaType)}, ${sizeWords(size)})</a>
  <a class="button no-print" href="${address}/warc" download title="As a web archive that other programs can show: the bytes, what the site said, who kept it and when">${Icon('download')} WARC</a>`

type Frame = { address: string; isPicture: boolean; isOnly: boolean }

const Original = ({ address, isPicture, isOnly }: Frame) => html`
  <details class="original no-print" ${isOnly && html`open`}>
    <summary>${isPicture ? 'The picture' : 'The page as it was, without pictures and programs'}</summary>
    <p class="soft">Shown locked in: nothing in it runs, loads or leads anywhere. Save the original to see it whole.</p>
    <iframe src="${address}/frame" title="${isPicture ? 'The picture' : 'The original page'}" sandbox loading="lazy" referrerpolicy="no-referrer"></iframe>
  </details>`
