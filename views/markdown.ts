import markdownIt, { type Token } from 'markdown-it'
import { mentionsIn } from '../server/comments/mention.ts'
import { type Html, html, trusted } from './html.ts'

const safe = /^(https?:\/\/|mailto:)/i

const markdown = markdownIt({ html: false, linkify: true, typographer: false })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
// Pictures would be fetched from elsewhere.
markdown.disable('image')
markdown.validateLink = (address) => safe.test(address)
markdown.renderer.rules.heading_open = (tokens, at) => `<${tokens[at]?.tag} class="heading" dir="auto">`

const blocks = new Set(['paragraph_open', 'blockquote_open', 'list_item_open', 'th_open', 'td_open'])

markdown.core.ruler.push('house', (state) => {
  for (const token of state.tokens) {
    if (blocks.has(token.type)) token.attrSet('dir', 'auto')
    // Inline styles are refused by the content security policy.
    token.attrs = token.attrs && token.attrs.filter(([name]) => name !== 'style')
    guardLinks(token.children ?? [])
  }
})

// Links never stand in links. An empty address passes the check above, and is dropped here.
function guardLinks(tokens: Token[]): void {
  let isSafe = true
  for (const token of tokens) {
    if (token.type === 'link_open') {
      isSafe = safe.test(String(token.attrGet('href') ?? ''))
      token.attrSet('rel', 'noreferrer noopener')
    }
    if (token.type === 'link_open' || token.type === 'link_close') token.hidden = !isSafe
  }
}

// In a text that is a part of a page, headings would break into its outline. One that is the page has its own under the title.
markdown.core.ruler.push('headings', (state) => {
  const headings = state.tokens.filter(({ type }) => type.startsWith('heading_'))
  const ranks = [...new Set(headings.map(({ tag }) => tag))].sort()
  for (const token of headings) token.tag = isPage(state.env) ? `h${Math.min(6, ranks.indexOf(token.tag) + 2)}` : 'p'
})

const isPage = (env: object): boolean => 'page' in env

markdown.core.ruler.push('mentions', (state) => {
  const people = namesIn(state.env).map((name) => ({ name }))
  if (people.length === 0) return
  for (const token of state.tokens) {
    token.children &&= token.children.flatMap((child) => (child.type === 'text' ? marked(child, people) : child))
  }
})

const namesIn = (env: object): string[] => ('names' in env && Array.isArray(env.names) ? env.names : [])

function marked({ content }: Token, people: { name: string }[]): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const { start, end } of mentionsIn(content, people)) {
    const open = new markdownIt.Token('mention_open', 'b', 1)
    open.attrSet('class', 'mention')
    open.attrSet('dir', 'auto')
    tokens.push(textToken(content.slice(from, start)), open, textToken(content.slice(start, end)))
    tokens.push(new markdownIt.Token('mention_close', 'b', -1))
    from = end
  }
  return [...tokens, textToken(content.slice(from))]
}

function textToken(content: string): Token {
  return Object.assign(new markdownIt.Token('text', '', 0), { content })
}

/**
 * Markdown that somebody wrote, as HTML: no raw HTML, no pictures, links to http, https and mailto only. `mentioned` are the
 * names that stand out where they follow an @.
 */
export const Markdown = (text: string, mentioned: string[] = []): Html =>
  html`<div class="markdown">${trusted(markdown.render(text, { names: mentioned }))}</div>`

/** The same as the text of a page of its own, whose title stands above it. */
export const MarkdownPage = (text: string): Html =>
  html`<div class="markdown">${trusted(markdown.render(text, { page: true }))}</div>`

/** The words of Markdown on one line, without its signs, and how it goes on left out after `longest` characters. */
export function plainText(text: string, longest: number): string {
  const blocks = markdown.parse(text, {}).map((token) => (token.children ? wordsOf(token.children) : token.content))
  const letters = Array.from(blocks.join(' ').replaceAll(/\s+/g, ' ').trim())
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('')
}

const wordsOf = (tokens: Token[]): string =>
  tokens.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')
