/** The files that are of claims: each holds the rows about the claims of a list, in the order of the list. */
export const claimFiles = ['claims', 'evidence', 'verdicts', 'corrections'] as const
export type ClaimFile = (typeof claimFiles)[number]

export const files = [...claimFiles, 'history'] as const
export type File = (typeof files)[number]

/** What each file holds, a row each. */
export const fileWords: Record<File, { label: string; explained: string }> = {
  claims: { label: 'Claims', explained: 'A row for each claim, with its decision.' },
  evidence: { label: 'Evidence', explained: 'A row for each piece of evidence, with its source and passage.' },
  verdicts: { label: 'Verdicts', explained: 'A row for each verdict that was given, also those that were returned.' },
  corrections: { label: 'Corrections', explained: 'A row for each change of a published decision.' },
  history: { label: 'History', explained: 'A row for each thing that somebody did, the newest first.' },
}

/** How a CSV is written. */
export const csvVariants = ['spreadsheet', 'raw'] as const
export type CsvVariant = (typeof csvVariants)[number]

export const variants = ['workbook', ...csvVariants] as const
export type Variant = (typeof variants)[number]

export const delimiters = ['comma', 'semicolon', 'tab'] as const
export type Delimiter = (typeof delimiters)[number]

export const delimiterCharacters: Record<Delimiter, string> = { comma: ',', semicolon: ';', tab: '\t' }

export const variantWords: Record<Variant, { label: string; explained: string }> = {
  workbook: {
    label: 'Workbook (XLSX)',
    explained:
      'To read, sort and pass on in Excel or LibreOffice. Numbers, days and times (in UTC) are such; everything else stays text exactly as it was written, and no formula runs. A cell holds 32,767 characters: longer text is cut and says so.',
  },
  spreadsheet: {
    label: 'CSV for spreadsheets',
    explained:
      'Opens in any spreadsheet. Text that would run as a formula, such as “-5 % growth”, has a ' +
      "'" +
      ' put before it; an import into Stet takes it away again. Spreadsheets make numbers and days of whatever looks like one (007 becomes 7): take the workbook where that matters.',
  },
  raw: {
    label: 'CSV, raw',
    explained:
      'For programs and statistics: the text as it is, nothing put before it. Do not open it in a spreadsheet: a claim such as =1+1 would run.',
  },
}

export const delimiterWords: Record<Delimiter, string> = {
  comma: 'Comma',
  semicolon: 'Semicolon (Excel in much of Europe)',
  tab: 'TAB',
}
