import { Parser } from 'htmlparser2'

/** What a browser would send of the form of a page that goes to `action`: every field with its value, ticked boxes, and what is chosen in a list. */
export function sentFields(page: string, action: string): Record<string, string> {
  const sent: Record<string, string> = {}
  let isIn = false
  let list = ''
  let area = ''
  const parser = new Parser({
    onopentag: (tag, { name = '', value = '', type, ...rest }) => {
      if (tag === 'form') isIn = rest.action === action
      if (!isIn) return
      if (tag === 'input' && name && type !== 'file' && (type !== 'checkbox' || 'checked' in rest)) sent[name] = value
      if (tag === 'select') sent[(list = name)] = ''
      if (tag === 'option' && list && 'selected' in rest) sent[list] = value
      if (tag === 'textarea') sent[(area = name)] = ''
    },
    ontext: (text) => {
      if (area) sent[area] += text
    },
    onclosetag: (tag) => {
      if (tag === 'select') list = ''
      if (tag !== 'textarea' || !isIn) return
      sent[area] = (sent[area] ?? '').replace(/^\n/, '')
      area = ''
    },
  })
  parser.end(page)
  return sent
}
