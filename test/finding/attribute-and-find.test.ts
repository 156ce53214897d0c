import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../../server/commands.ts'
import { emptyFolder } from '../support/folder.ts'
import { terminal } from '../support/terminal.ts'

async function said(words: string[], input = '') {
  const lines: string[] = []
  return { code: await runCommand({}, words, terminal(lines, input)), lines }
}

it('attributes JSON lines: who, and the quoted words with their marks, in UTF-16 code units', async () => {
  const text = '😀 “It is late,” Ona Brandt said.'
  const { code, lines } = await said(
    ['attribute'],
    `${JSON.stringify({ doc: 'a', text })}\n\n${JSON.stringify({ doc: 2, text: 'Rain.' })}\n`,
  )
  expect(code).toBe(0)
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { doc: 'a', attributions: [{ source: [[17, 27]], content: [[3, 16]] }] },
    { doc: 2, attributions: [] },
  ])
  expect(text.slice(17, 27)).toBe('Ona Brandt')
  expect(text.slice(3, 16)).toBe('“It is late,”')
})

it('says which line is none', async () => {
  const { code, lines } = await said(['attribute'], '{"doc":1,"text":"A."}\n{"doc":1}\n')
  expect({ code, text: lines.join('\n') }).toEqual({ code: 2, text: expect.stringContaining('Line 2') })
})

it('finds the claims of a file, and prints them as JSON', async () => {
  const path = join(emptyFolder(), 'bridge.txt')
  writeFileSync(path, 'Ona Brandt told the council that the bridge had cost 9 million crowns in 2021.\n')
  const { code, lines } = await said(['find', path])
  expect(code).toBe(0)
  const { text, candidates } = JSON.parse(lines.join('\n'))
  expect(candidates).toHaveLength(1)
  const [{ start, end, quote, claimant }] = candidates
  expect(text.slice(start, end)).toBe(quote)
  expect(claimant).toBe('Ona Brandt')
})

it('asks for a file that is there', async () => expect((await said(['find', '/nowhere.txt'])).code).toBe(2))
