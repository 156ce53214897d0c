import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../server/commands.ts'
import { evaluationTable } from '../../server/finding/worthiness/evaluation.ts'
import { trainOn } from '../../server/finding/worthiness/training-command.ts'
import { worthOf } from '../../server/finding/worthiness/worthiness.ts'
import { emptyFolder } from '../support/folder.ts'
import { terminal } from '../support/terminal.ts'
import { madeUp, madeUpFile } from './worthiness/made-up.ts'

async function run(words: string[], input = '') {
  const said: string[] = []
  const complaints: string[] = []
  const code = await runCommand({}, words, {
    ...terminal(said, input),
    complain: (line) => void complaints.push(line),
  })
  return { code, said, complaint: complaints.join('\n') }
}

function fileOf(content: string): string {
  const file = join(emptyFolder(), 'sentences.tsv')
  writeFileSync(file, content)
  return file
}

describe('stet -- score', () => {
  it('answers with id, score and whether that is over the line, in the order of the rows', async () => {
    const input = 'speaker\ttext\tid\nAda\tTaxes rose by 12 percent in 2019.\ta1\nBen\tThank you.\tb 2\n'
    const { code, said } = await run(['score'], input)
    expect(code).toBe(0)
    const score = (text: string) => worthOf(text, 'en').score.toFixed(6)
    expect(said).toEqual([`a1\t${score('Taxes rose by 12 percent in 2019.')}\t1`, `b 2\t${score('Thank you.')}\t0`])
  })

  it('takes the lines of Windows, a byte order mark, empty texts and no rows at all', async () => {
    expect(
      (await run(['score'], '\uFEFFid\ttext\r\n1\tThank you.\r\n\r\n2\t\r\n')).said.map((line) => line[0]),
    ).toEqual(['1', '2'])
    expect(await run(['score'], 'id\ttext\n')).toMatchObject({ code: 0, said: [] })
  })

  it.each([
    ['', '“id” and “text” are not there'],
    ['id,text\n1,A\n', '“id” and “text” are not there'],
    ['id\tsentence\n1\tA\n', '“text” is not there'],
    ['id\ttext\n1\tA\n2\n', 'Line 3 has no column “text”'],
  ])('says what is wrong with %j, and scores nothing', async (input, why) => {
    const { code, said, complaint } = await run(['score'], input)
    expect({ code, said }).toEqual({ code: 2, said: [] })
    expect(complaint).toContain(why)
  })
})

describe('stet -- train', () => {
  it('writes weights, the same bytes each time, and tells how unseen debates were scored', () => {
    const [file, one, other] = [fileOf(madeUpFile), fileOf(''), fileOf('')]
    const said: string[] = []
    trainOn(file, (line) => said.push(line), one)
    trainOn(file, () => undefined, other)
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'))
    expect(readFileSync(one, 'utf8')).toContain('ClaimBuster')
    expect(said.length).toBe(1 + 8 + 2)
    expect(said.at(-2)).toMatch(/^all .* 1\.0000$/)
  })

  it.each([
    ['id\ttext\n1\tA', '“debate”'],
    ['debate\tlabel\tclean\ttext\n1998-10-01\tYES\t1\tA', 'Line 2 has the label “YES”'],
    ['debate\tlabel\tclean\ttext\n', 'holds no sentences'],
  ])('refuses %j', async (content, why) => {
    const { code, complaint } = await run(['train', fileOf(content)])
    expect(code).toBe(2)
    expect(complaint).toContain(why)
  })

  it('says which file cannot be read', async () => {
    expect(await run(['train', '/nowhere/train.tsv'])).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('“/nowhere/train.tsv” cannot be read'),
    })
  })
})

describe('stet -- evaluate', () => {
  it('prints a table for a file, and one for unseen debates when it is given what to train on', async () => {
    const file = fileOf(madeUpFile)
    const { code, said } = await run(['evaluate', file])
    expect({ code, said }).toEqual({ code: 0, said: evaluationTable(madeUp) })
    expect(said.join('\n')).toMatch(/^64 sentences .*\nEnglish +[\d.]+ +[\d.]+ +[\d.]+ +1\.0000\n/)
    expect((await run(['evaluate', file, file])).said.join('\n')).toContain('Debates unseen in training')
  })
})
