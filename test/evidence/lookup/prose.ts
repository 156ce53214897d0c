import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const demo = ['library', 'meals', 'post', 'speech', 'transcript', 'tunnel'].map(
  (name) => `seeds/demo/texts/${name}.txt`,
)

/** Prose that people wrote: the documents of the project, the texts of its demonstration and its sample, paragraph by paragraph. */
export function prose(): string[] {
  const files = ['seeds/sample-article.txt', ...demo, 'CONTRIBUTING.md', 'README.md', 'SECURITY.md', 'CHANGELOG.md']
  return files.flatMap((file) =>
    paragraphsOf(readFileSync(join(root, file), 'utf8'), file.endsWith('.md') ? /\n\s*\n|\n(?=- |\d\. )/ : /\n+/),
  )
}

const paragraphsOf = (text: string, between: RegExp) =>
  text
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/^(?:\||#|!\[).*$/gm, '')
    .split(between)
    .map((part) => part.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*`]|^- /g, ''))
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part.length >= 80)
