export const files = ['claims', 'evidence'] as const
export type File = (typeof files)[number]

export const variants = ['spreadsheet', 'raw'] as const
export type Variant = (typeof variants)[number]

export const delimiters = ['comma', 'semicolon', 'tab'] as const
export type Delimiter = (typeof delimiters)[number]

export const delimiterCharacters: Record<Delimiter, string> = { comma: ',', semicolon: ';', tab: '\t' }

export const variantWords: Record<Variant, { label: string; explained: string }> = {
  spreadsheet: {
    label: 'Spreadsheet',
    explained: 'Opens safely in Excel and LibreOffice; a ' + "'" + ' is put before cells that would run as a formula.',
  },
  raw: { label: 'Raw', explained: 'The bytes as they are, for programs.' },
}

export const delimiterWords: Record<Delimiter, string> = {
  comma: 'Comma',
  semicolon: 'Semicolon (Excel in much of Europe)',
  tab: 'TAB',
}
