import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Markdown } from '../../views/markdown.ts'

const shown = (text: string) => String(Markdown(text))

describe('an explanation', () => {
  it('may have emphasis, lists, quotations, code and tables', () => {
    expect(shown('*a* **b** `c`')).toContain('<em>a</em> <strong>b</strong> <code>c</code>')
    expect(shown('- one\n- two')).toContain('<li dir="auto">one</li>')
    expect(shown('> said')).toContain('<blockquote dir="auto">')
    expect(shown('| a |\n|:-:|\n| 1 |')).toContain('<th dir="auto">a</th>')
  })

  it('links to http, https and mailto, and gives nothing away', () => {
    const link = shown('[log](https://example.org/a?b=1&c=2) and https://example.org/plain')
    expect(link).toContain('<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer noopener">log</a>')
    expect(link).toContain('<a href="https://example.org/plain" rel="noreferrer noopener">')
    expect(shown('[mail](mailto:log@example.org)')).toContain('href="mailto:log@example.org"')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/own/path',
    '//host/x',
    '',
  ])('does not link to %s', (address) => expect(shown(`[x](${address}) <${address}>`)).not.toContain('<a '))

  it('has no HTML of its own, no pictures and no headings', () => {
    expect(shown('<b>x</b><script>alert(1)</script>')).not.toMatch(/<b>|<script/)
    expect(shown('<button hx-post="/x" hx-trigger="load">')).not.toContain('<button')
    expect(shown('![x](https://example.org/x.png)')).not.toContain('<img')
    expect(shown('# Title\n\nUnder\n===')).not.toMatch(/<h\d/)
  })

  it('never has a tag or attribute outside the few it may have, whatever is typed', () => {
    const nasty = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '[',
      '](',
      ')',
      '`',
      '#',
      '|',
      '\n',
      'javascript:',
      'https://a.b/',
      '&lt;',
      'onx=',
      ' ',
    )
    const allowed =
      /^<\/?(div|p|em|strong|s|code|pre|ul|ol|li|blockquote|a|hr|br|table|thead|tbody|tr|th|td)( (dir="auto"|class="(markdown|heading|language-[^"<>]*)"|href="(https?:|mailto:)[^"<>]*"|title="[^"<>]*"|rel="noreferrer noopener"|start="\d+"))*( \/)?>$/
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string({ maxLength: 5 })), { maxLength: 40 }), (parts) => {
        for (const [tag] of shown(parts.join('')).matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed)
      }),
      { numRuns: 2_000 },
    )
  })
})
