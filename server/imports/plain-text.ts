import { Parser } from 'htmlparser2'

/** Text out of markup as people are to read it: entities and tags in it become what they stand for, also when written twice. */
export function plainText(text: string): string {
  const short = text.slice(0, 50_000)
  const once = readable(short)
  return readable(once).replaceAll(/\r\n?/g, '\n').replaceAll(hidden, '').toWellFormed().trim()
}

// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

function readable(text: string): string {
  if (!/&#?\w+;|<\/?[a-z]+[\s/>]/i.test(text)) return text
  let read = ''
  const parser = new Parser({
    ontext: (part) => (read += part),
    onopentagname: (name) => (read += /^(?:br|p|div|li)$/.test(name) ? '\n' : ''),
  })
  parser.end(text)
  return read.replaceAll(/[^\S\n]*\n\s*/g, '\n')
}
