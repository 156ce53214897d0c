import { Parser } from 'htmlparser2'

/** What the fields of the forms of a page hold, by name, as a browser would read them; the last of a name counts. */
export function fieldsIn(page: string): Map<string, string> {
  const values = new Map<string, string>()
  let area: { name: string; text: string } | undefined
  const parser = new Parser({
    onopentag: (tag, { name = '', value = '', ...rest }) => {
      if (tag === 'textarea') area = { name, text: '' }
      if (tag === 'input' && rest.type !== 'checkbox' && rest.type !== 'radio') values.set(name, asInput(value))
    },
    ontext: (text) => {
      if (area) area.text += text
    },
    onclosetag: (tag) => {
      if (tag !== 'textarea' || !area) return
      values.set(area.name, area.text.replace(/^\n/, ''))
      area = undefined
    },
  })
  parser.end(page)
  return values
}

// Browsers take line breaks out of an input.
const asInput = (value: string) => value.replaceAll(/[\r\n]/g, '')

/** All text of a page outside of tags, entities resolved. */
export function textOf(page: string): string {
  let text = ''
  new Parser({ ontext: (piece) => void (text += piece) }).end(page)
  return text
}
