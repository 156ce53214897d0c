import { type JsonItem, jsonItems } from './json-items.ts'

/** The values of the JSON-LD scripts of a page. They are found by their tags alone, in one go, however broken the page is. */
export async function* pageItems(html: string): AsyncGenerator<JsonItem> {
  let counted = 0
  let line = 1
  for (const { start, end } of scriptsIn(html)) {
    line += breaksIn(html.slice(counted, start))
    counted = start
    yield* jsonItems([bare(html.slice(start, end))], line)
  }
}

const breaksIn = (text: string) => text.split('\n').length - 1

// Some wrap it as if it were a script of before 1997. Every character keeps its line.
const bare = (text: string) =>
  text
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, keepBreaks)
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, '')
const keepBreaks = (text: string) => text.replaceAll(/[^\n]/g, ' ')

function* scriptsIn(html: string): Generator<{ start: number; end: number }> {
  const begin = /<!--|<(?:script)(?=[\s>/])/gi
  const finish = /<\/script/gi
  for (let found = begin.exec(html); found; found = begin.exec(html)) {
    if (found[0] === '<!--') {
      const end = html.indexOf('-->', found.index)
      if (end === -1) return
      begin.lastIndex = end
      continue
    }
    const start = html.indexOf('>', found.index) + 1
    finish.lastIndex = start
    const end = start === 0 ? undefined : finish.exec(html)?.index
    if (end === undefined) return
    begin.lastIndex = end
    const tag = html.slice(found.index, Math.min(start, found.index + 2_000))
    if (/\btype\s*=\s*["']?\s*application\/ld\+json/i.test(tag)) yield { start, end }
  }
}
