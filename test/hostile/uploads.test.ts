import { setTimeout } from 'node:timers/promises'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { wordsOf } from '../accounts/cookies.ts'
import { takeInRoom } from '../articles/take-in-room.ts'

const head = '<!doctype html><html><head><title>t</title></head><body>'

/** Small files that readers of HTML stumble over: too deep, too many, too slow. */
const files: Record<string, string> = {
  'deep.html': `${head}${'<div>'.repeat(20_000)}x`,
  'adopted.html': `${head}${'<b><p>'.repeat(2_000)}`,
  'unclosed.html': `${head}${'<a href="x">'.repeat(5_000)}t`,
  'brackets.html': head + '<'.repeat(500_000),
  'entities.html': head + '&amp'.repeat(250_000),
  'attributes.html': `${head}<a ${Array.from({ length: 20_000 }, (_, index) => `a${index}=1`).join(' ')}>x</a>`,
  'comments.html': head + '<!--'.repeat(200_000),
  'quoted.md': '>'.repeat(20_000),
  'linked.md': '[a]('.repeat(50_000),
  'starred.md': '*a_'.repeat(60_000),
  'clobbering.html': `${head}<form id=htmx name=config><input name=csrf><img name=currentScript></form>`,
}

// Made by the generator of hostile files, where somebody has run it.
const folder = join(import.meta.dirname, '../../../shared/data/hostile/generated')
const generated = existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('.')) : []

it('each is answered in time with what to do, and meanwhile pages come at once', { timeout: 240_000 }, async () => {
  const { send, browser } = await takeInRoom()
  const all = [...Object.entries(files), ...generated.map((name) => [name, readFileSync(join(folder, name))] as const)]
  const before = process.memoryUsage().rss
  for (const [name, content] of all) {
    const start = performance.now()
    let answered = false
    const sending = send({ name, content, type: 'text/html' }, { title: 'T' }).then((answer) => {
      answered = true
      return answer
    })
    let slowest = 0
    while (!answered) {
      const asked = performance.now()
      await browser.get('/articles').expect(200)
      slowest = Math.max(slowest, performance.now() - asked)
      await setTimeout(100)
    }
    const answer = await sending
    expect([name, answer.status]).toEqual([name, [303, 409].includes(answer.status) ? answer.status : 422])
    if (answer.status === 422)
      expect([
        name,
        /could not be read|Choose a|larger|not UTF-8|holds|too long|sentences/.test(wordsOf(answer)),
      ]).toEqual([name, true])
    // Five seconds are what a document may take; the rest is for slow machines.
    expect([name, performance.now() - start < 12_000, slowest < 2_000]).toEqual([name, true, true])
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000)
})
