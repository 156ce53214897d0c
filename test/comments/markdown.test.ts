import { expect, it } from 'vitest'
import { Markdown, plainText } from '../../views/markdown.ts'

const shown = (text: string, names: string[] = []) => String(Markdown(text, names)).replaceAll('\n', '')

it('lets the names stand out that are mentioned, and no others', () => {
  expect(shown('Ask @Ben Carter or @Ada.', ['Ben Carter'])).toContain(
    'Ask <b class="mention" dir="auto">@Ben Carter</b> or @Ada.',
  )
  expect(shown('**@Ada** and > @Ada', ['Ada']).match(/class="mention"/g)).toHaveLength(2)
  expect(shown('`@Ada` and <https://example.org/@Ada>', ['Ada'])).not.toContain('mention')
})

it('escapes a name like any text', () => {
  const name = '<i>“&” Ada'
  expect(shown(`@${name}`, [name])).toContain('<b class="mention" dir="auto">@&lt;i&gt;“&amp;” Ada</b>')
})

it('is told in plain words on one line, cut between characters', () => {
  const text = '# One\n\n*two* **thr**ee [four](https://example.org)\n- `five`\n\n> six\nseven 🚢'
  expect(plainText(text, 99)).toBe('One two three four five six seven 🚢')
  expect(plainText(text, 34)).toBe('One two three four five six seven …')
  expect(plainText('🚢🚢🚢', 2)).toBe('🚢🚢…')
  expect(plainText('', 9)).toBe('')
})
