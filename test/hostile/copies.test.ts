import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { wordsOf } from '../accounts/cookies.ts'
import { hostileFiles } from '../documents/hostile-files.ts'
import { copyRoom } from '../snapshots/copy-room.ts'

/** What is never kept, and a word of the reason. */
const refused: Record<string, string> = {
  'bomb.docx': 'far more than it seems to hold',
  'bomb-of-xml.docx': 'far more than it seems to hold',
  'lying-about-size.docx': 'damaged',
  'deep.docx': 'nested too deep',
  'external-entity.docx': 'declares XML entities',
  'laughing-entities.docx': 'declares XML entities',
  'many-entries.zip': 'more than 1,000 files',
  'climbing-names.zip': 'no Word document',
  'many-points.png': '65,535 × 65,535 points',
  'program-in-picture.gif': 'GIF picture',
  'program.svg': 'SVG drawing',
}

// The slow ones are measured by the bench of uploads: what a thread may take is the same for all of them.
const quick = Object.keys(hostileFiles).filter((name) => !/^(?:endless-page|bomb-of-a-page|brackets)/.test(name))

it(
  'a hostile file is refused with a reason, or kept without harm and its page shows',
  { timeout: 60_000 },
  async () => {
    const { upload, browser, path } = await copyRoom()
    for (const name of quick) {
      const answer = await upload({ name, content: hostileFiles[name]?.() ?? '' })
      const reason = refused[name]
      expect([name, answer.status]).toEqual([name, reason ? 422 : 303])
      if (reason) expect([name, wordsOf(answer)]).toEqual([name, expect.stringContaining(reason)])
      else {
        const page = await browser.get(answer.headers.location ?? '').expect(200)
        expect(page.text).not.toMatch(/alert\(|<script>/)
      }
    }
    expect((await browser.get(path)).text).not.toContain('root:')
  },
)

it('what never ends is ended, and meanwhile pages come', { timeout: 60_000 }, async () => {
  const { upload, browser, path } = await copyRoom()
  let isAnswered = false
  const content = hostileFiles['endless-page.pdf']?.() ?? ''
  const answering = upload({ name: 'a.pdf', content }).then((answer) => {
    isAnswered = true
    return answer
  })
  let asked = 0
  while (!isAnswered) {
    await browser.get(path).expect(200)
    asked += 1
    await setTimeout(100)
  }
  const answer = await answering
  expect(answer.status).toBe(303)
  expect(asked).toBeGreaterThan(5)
  expect(wordsOf(await browser.get(`${path}/1`))).toContain('could not be read in the time and memory')
})
