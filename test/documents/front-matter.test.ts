import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../../server/documents/front-matter.ts'
import { read } from '../../server/documents/read.ts'

const clipped = `---
title: "Harbour dues rise: by a fifth"
author: Tobin Quillstrand
source: https://tidings.example/dues
published: 2026-11-02
tags:
  - harbour
# clipped by hand
---
# Dues rise

The council voted seven to four.
`

describe('what stands above a Markdown text', () => {
  it('tells about it, and is no part of it', async () => {
    expect(await read('article', { format: 'md', source: clipped })).toEqual({
      pieces: [
        { kind: 'heading', text: 'Dues rise' },
        { kind: 'paragraph', text: 'The council voted seven to four.' },
      ],
      guesses: {
        title: 'Harbour dues rise: by a fifth',
        byline: 'Tobin Quillstrand',
        url: 'https://tidings.example/dues',
        publishedOn: '2026-11-02',
      },
    })
  })

  it.each([
    ['a rule, then text', '---\nIt froze on Tuesday.\n---\nIt thawed.\n'],
    ['no second rule', '---\ntitle: It froze\n\nIt thawed.\n'],
    ['a rule further down', 'It froze.\n---\ntitle: x\n---\n'],
  ])('is part of the text when it is %s', (_what, source) => {
    expect(splitFrontMatter(source)).toEqual({ guesses: {}, text: source })
  })

  it('is read in the time that its length takes', () => {
    const began = performance.now()
    splitFrontMatter(`---\n${'a: b\n'.repeat(200_000)}`)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
