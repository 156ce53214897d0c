import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

// Draws views/assets/icons.svg: `npm run icons` after a change here.

const fromLucide = [
  'user',
  'search',
  'plus',
  'check',
  'x',
  'download',
  'external-link',
  'lock',
  'pencil',
  'quote',
  'link',
  'history',
  'arrow-right',
  'arrow-left',
  'file-text',
  'circle-alert',
  'shield-check',
  'copy',
  'monitor',
  'log-out',
  'undo-2',
  'ban',
  'landmark',
  'bell',
  'message-square',
  'key-round',
  'webhook',
]

/** The shapes of ratings: how full the disc is says how true; what lies off that axis is a diamond with a sign in it. */
const ratings: Record<string, string> = {
  full: '<circle cx="12" cy="12" r="9" fill="currentColor"/>',
  'three-quarters': '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 1 1-9 9h9z" fill="currentColor"/>',
  half: '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>',
  quarter: '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 9 9h-9z" fill="currentColor"/>',
  cross: '<path d="M5 5l14 14M19 5L5 19" stroke-width="3.5"/>',
  bend: '<path d="M12 2l10 10-10 10L2 12z"/><path d="M8 15c0-5 3-6 7-6M12.5 6.5L15 9l-2.5 2.5"/>',
  gap: '<path d="M12 2l10 10-10 10L2 12z" stroke-dasharray="4 3.4"/>',
  question: '<path d="M12 2l10 10-10 10L2 12z"/><path d="M10 10a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1M12 15.8v.1"/>',
  smile: '<path d="M12 2l10 10-10 10L2 12z"/><path d="M9 10v.1M15 10v.1M8.5 13.5a4.4 4.4 0 0 0 7 0"/>',
}

const folder = fileURLToPath(new URL('.', import.meta.resolve('lucide-static/package.json')))

function lucide(name: string): string {
  const file = readFileSync(join(folder, 'icons', `${name}.svg`), 'utf8')
  return file.slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>')).replaceAll(/\s*\n\s*/g, '')
}

const symbol = (id: string, drawing: string) => `<symbol id="${id}" viewBox="0 0 24 24">${drawing}</symbol>`

const symbols = [
  ...fromLucide.map((name) => symbol(name, lucide(name))),
  ...Object.entries(ratings).map(([name, drawing]) => symbol(`rating-${name}`, drawing)),
]
const note = '<!-- Lucide (ISC licence, lucide.dev) and our own rating shapes; made by `npm run icons` -->'
writeFileSync(
  join(import.meta.dirname, 'assets', 'icons.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${note}\n${symbols.join('\n')}\n</svg>\n`,
)
