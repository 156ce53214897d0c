import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Text that programs stumble over, a few of each kind: markup, formulas, Markdown, SQL, paths, signs that hide or turn. */
export const nasty: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</textarea></title><svg onload=alert(1)>',
  '<base href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
  '<button hx-post="/sign-out" hx-trigger="load" hx-on:click="alert(1)">x</button>',
  '" hx-get="/people" hx-trigger="load" data-x="',
  '&lt;b&gt; &amp;amp; &#x3c; &nbsp; &notin',
  '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {{constructor.constructor("x")()}}',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-1',
  '=1+1',
  "+cmd|'/c calc'!A1",
  '-2+3',
  '@SUM(A1)',
  "'=1",
  '＝1+1',
  '"quoted", with; commas\tand a tab',
  'a | b | c',
  '[a](javascript:alert(1)) [b](data:text/html,x) ![c](https://evil.example/x.png)',
  '<https://ok.example> `code` **bold** # not a heading',
  "'; DROP TABLE claims; --",
  '%_\\%',
  '../../../../etc/passwd%00',
  'C:\\con\\nul',
  '%s %d %n %x $(id) `id`',
  '\u202Egnol si siht\u202C \u2066x\u2069',
  'ﷺ Ω≈ç √∫ ﬁ ﬀ Å Å',
  'مرحبا שלום 漢字 ไทย हिन्दी',
  'a\u200Bb\u00ADc\u2060d\uFEFFe',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦 🏳️‍🌈 \u{1F1E9}\u{1F1EA}',
  '\u0085\u0080\u009F C1',
  'line\u2028and\u2029paragraph',
  '\uFFFD\uFFFE\uFFFF',
  'İstanbul ı ß ẞ ǅ',
]

/** Text that no field may take: what is wrong with it cannot be seen, or cannot be stored. */
export const unstorable: readonly string[] = ['a\0b', 'bell\u0007', 'escape\u001B[31m', 'delete\u007F', 'form\ffeed']

/** Text with nothing in it to see. */
export const invisible: readonly string[] = [
  ' ',
  '\u3000\u2003',
  '\u200B\u200D',
  '\u2060\uFEFF',
  '\u202E\u202C',
  '\u00AD',
]

const file = join(import.meta.dirname, '../../../shared/data/hostile/blns/blns.json')

/** The big list of naughty strings, where it lies beside this folder; else none. */
export const corpus: readonly string[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
