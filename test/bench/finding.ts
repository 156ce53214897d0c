import { linesAsBlocks } from '../../server/articles/blocks.ts'
import { splitSentences } from '../../server/articles/sentences.ts'
import { attribute } from '../../server/finding/attribution/attribute.ts'
import { findCandidates } from '../../server/finding/candidates/find.ts'
import { worthOf } from '../../server/finding/worthiness/worthiness.ts'
import { passages } from '../finding/passages.ts'
import type { Data } from './data.ts'
import { median } from './loading.ts'
import { ourServer } from './pages.ts'
import { settled } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 9

/** Measures finding the claims of a text with all that belongs to it, in this process, and from the form to what is proposed. */
export async function measureFinding(data: Data): Promise<Line[]> {
  const text = newsOf(5_000)
  const blocks = linesAsBlocks(text)
  const sentences = splitSentences(text, blocks, 'en')
  const found = perSecond(sentences.length, () => findCandidates(text, { blocks, sentences, language: 'en' }))
  const attributed = perSecond(sentences.length, () => attribute(text, { blocks, sentences }))
  const scored = perSecond(sentences.length, () =>
    sentences.map(({ start, end }) => worthOf(text.slice(start, end), 'en')),
  )
  return [
    {
      work: 'claims found: scored, attributed, stated',
      ours: figure(found, 'sentences/s'),
      limit: `${figure(scored, 'sentences/s')} (scored only)`,
      ratio: figure(found / scored),
      target: '≥ 5,000/s',
      ok: found >= 5_000,
    },
    { work: '… of that, who said what', ours: figure(attributed, 'sentences/s'), target: '', ok: true },
    await taking(data, text),
  ]
}

/** The marked passages again and again, until they are that many words. */
function newsOf(words: number): string {
  const parts: string[] = []
  const texts = passages().map(({ text }) => text)
  for (let count = 0; count < words;) {
    const next = texts[parts.length % texts.length] ?? ''
    parts.push(next)
    count += next.split(/\s+/).length
  }
  return parts.join('\n\n')
}

function perSecond(count: number, work: () => unknown): number {
  const times = Array.from({ length: rounds + 3 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return (count / median(times.slice(3))) * 1_000
}

// Each time with another last line, so that it is another text, in which nothing was found before.
async function taking(data: Data, text: string): Promise<Line> {
  const server = await ourServer(data)
  await settled(server.pid)
  const headers = { cookie: data.cookie, origin: server.url }
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const fields = {
      title: 'Measured',
      kind: 'article',
      language: 'en',
      text: `${text}\n\nRound ${round}, taken in ${Date.now()}.`,
    }
    const began = performance.now()
    const body = new URLSearchParams(fields)
    const sent = await fetch(`${server.url}/articles`, { method: 'POST', body, headers, redirect: 'manual' })
    const page = await fetch(new URL(sent.headers.get('location') ?? '/', server.url), { headers })
    const shown = await page.text()
    times.push(performance.now() - began)
    if (!shown.includes('data-found=')) throw new Error(`The page after taking in proposes nothing (${sent.status})`)
  }
  await server.stop()
  const time = median(times)
  return {
    work: `an article taken in by the form, until claims are proposed (${text.split(/\s+/).length.toLocaleString('en')} words)`,
    ours: figure(time, 'ms'),
    target: '< 300 ms',
    ok: time < 300,
  }
}
