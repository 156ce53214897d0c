import { type Guesses, tidyGuesses } from './html-guesses.ts'

/** What stands above a Markdown text between two lines of three hyphens, as web clippers and many editors write it, and the text below. */
export function splitFrontMatter(source: string): { guesses: Guesses; text: string } {
  const [whole, lines] = /^---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)/s.exec(source) ?? []
  if (whole === undefined || lines === undefined || !lines.split('\n').every(isSetting))
    return { guesses: {}, text: source }
  return { guesses: guessesFrom(lines), text: source.slice(whole.length) }
}

// A text may also begin with a rule: only names with values, their indented parts, lists and comments are no text.
const isSetting = (line: string) => /^(?:[\w-]+:(?:\s|$)|\s|-\s|#|$)/.test(line)

function guessesFrom(lines: string): Guesses {
  const settings = [...lines.matchAll(/^([\w-]+):[ \t]+(.+)$/gm)].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value: value.trim().replace(/^(["'])(.*)\1$/, '$2'),
  }))
  const said = (...names: string[]) => settings.find(({ name }) => names.includes(name))?.value
  return tidyGuesses({
    title: said('title'),
    outlet: said('publisher', 'site'),
    byline: said('author', 'byline'),
    url: said('url', 'source'),
    publishedOn: said('date', 'published'),
    language: said('lang', 'language'),
  })
}
