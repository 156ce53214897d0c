import { openSnapshot } from '../../db/open.ts'
import { readText } from '../../server/articles/article.ts'
import { splitSentences } from '../../server/articles/sentences.ts'
import { explainedWorth, worthOf } from '../../server/finding/worthiness/worthiness.ts'
import type { Data } from './data.ts'
import { median } from './loading.ts'
import { ourServer } from './pages.ts'
import { settled } from './process.ts'
import { type Line, figure } from './table.ts'

const rounds = 9

/** Measures cutting a text into sentences and scoring them, in this process, and a 5,000-word article from the form to its scores. */
export async function measureSentences(data: Data): Promise<Line[]> {
  const { text, blocks, sentences } = await articleIn(data)
  const texts = sentences.map(({ start, end }) => text.slice(start, end))
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const cut = perSecond(texts.length, () => splitSentences(text, blocks, 'en'))
  const bare = perSecond(texts.length, () => [...segmenter.segment(text)])
  const scored = perSecond(texts.length, () => texts.map((one) => worthOf(one, 'en')))
  const explained = perSecond(texts.length, () => texts.map((one) => explainedWorth(one, 'en')))
  const words = perSecond(texts.length, () => texts.map((one) => one.toLowerCase().match(/[\p{L}\p{N}']+/gu)))
  return [
    beside('sentences cut', cut, { name: 'Intl.Segmenter', rate: bare }),
    beside('sentences scored', scored, { name: 'words found', rate: words }),
    beside('… with reasons', explained, { name: 'words found', rate: words }),
    await taking(data, text),
  ]
}

async function articleIn({ file }: Data) {
  const { conn, close } = openSnapshot(file)
  try {
    return await readText(conn, 1)
  } finally {
    close()
  }
}

function perSecond(count: number, work: () => unknown): number {
  const times = Array.from({ length: rounds + 2 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return (count / median(times.slice(2))) * 1_000
}

function beside(work: string, rate: number, limit: { name: string; rate: number }): Line {
  return {
    work,
    ours: figure(rate, 'sentences/s'),
    limit: `${figure(limit.rate, 'sentences/s')} (${limit.name})`,
    ratio: figure(rate / limit.rate),
    target: '≥ 5,000/s',
    ok: rate >= 5_000,
  }
}

// Each time with another last line, so that it is another text: neither known nor scored before.
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
      text: `${text}\n\nRound ${round} of ${times.length}.`,
    }
    const began = performance.now()
    const body = new URLSearchParams(fields)
    const sent = await fetch(`${server.url}/articles`, { method: 'POST', body, headers, redirect: 'manual' })
    const page = await fetch(new URL(sent.headers.get('location') ?? '/', server.url), { headers })
    const shown = await page.text()
    times.push(performance.now() - began)
    if (!shown.includes('worth checking: '))
      throw new Error(`The page after taking in shows no scores (${sent.status})`)
  }
  await server.stop()
  const time = median(times)
  const size = `${text.split(/\s+/).length.toLocaleString('en')} words`
  return {
    work: `an article taken in by the form, until its scores are shown (${size})`,
    ours: figure(time, 'ms'),
    target: '< 300 ms',
    ok: time < 300,
  }
}
