import { readFileSync } from 'node:fs'
import { BadSettings } from '../../errors.ts'
import { readTable } from './table.ts'

/** A sentence of the ClaimBuster data: whether people called it worth checking and agreed on that, and its debate (a date). */
export type Labelled = { debate: string; worthy: boolean; agreed: boolean; text: string }

/** Reads a file of the ClaimBuster data: tab-separated, with a header and columns debate, label (CFS, UFS or NFS), clean (1 or 0), text. Throws BadSettings. */
export function readLabelled(path: string): Labelled[] {
  const rows = readTable(contentOf(path), ['debate', 'label', 'clean', 'text'])
  if (rows.length === 0) throw new BadSettings(`“${path}” holds no sentences.`)
  return rows.map(({ debate, label, clean, text }, i) => {
    if (!/^[CUN]FS$/.test(label))
      throw new BadSettings(`Line ${i + 2} has the label “${label}”: CFS, UFS or NFS is needed.`)
    return { debate, text, worthy: label === 'CFS', agreed: clean === '1' }
  })
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new BadSettings(`“${path}” cannot be read. Name a file of the ClaimBuster data (doi:10.5281/zenodo.3609356).`)
  }
}
