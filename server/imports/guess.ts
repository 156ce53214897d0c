import type { Column } from './columns.ts'
import { manyFields, type ColumnField, type ImportTarget, unusedBy } from './words.ts'

// Names of columns, folded, in English, German, French, Spanish, Portuguese, Italian and Dutch; the surest first.
const names: [ColumnField, RegExp][] = [
  [
    'url',
    /^(check|fact ?check|review|article|our|published|verdict)s? ?(url|link|address)$|^(url|link|lien|enlace|permalink|web ?address|adresse)$/,
  ],
  ['publisher', /publisher|^outlet of (the )?check|^organi[sz]ation$|herausgeber|verificador|^editeur|^site$/],
  ['title', /title|headline|^titel|^titre|titulo|titolo|uberschrift/],
  [
    'checked',
    /(check|publi|review|verdict|rated|veroffentlicht|verific|pruf).*(date|on|am|datum|fecha|data)$|^date (checked|published|of (the )?(check|verdict|review))|^(published|checked)( on)?$|prufdatum/,
  ],
  ['stated', /^date|date$|datum|^fecha|^data\b|^when|^said on|^made on|stated on/],
  [
    'checker',
    /^check(er|ed by)|^gepruft von|^verifie par|^verificad[oa] por|^verificato da|^gecontroleerd door|^fact ?checker|^reviewer|^author|^verified by|^pruefer|^prufer|^autor|^auteur|faktenchecker/,
  ],
  ['rationale', /rationale|reason|explanation|why|justif|begrundung|explication|erklarung|summary|assessment|^notes?$/],
  [
    'rating',
    /rating|verdict|ruling|conclusion|result|truth|bewertung|urteil|einstufung|note d|calificacion|veredicto|classificacao|giudizio|oordeel|^label$/,
  ],
  ['role', /role|party|function|position|partei|^parti\b|partido|cargo/],
  ['quote', /quote|quotation|wording|zitat|citation|^cita|citazione|citaat|exact words/],
  [
    'claimant',
    /claimant|speaker|^who|said by|claimed by|politician|person|^name$|sprecher|^wer|orateur|hablante|orador|quien|^source of claim/,
  ],
  [
    'claim',
    /claim|statement|behauptung|aussage|affirmation|afirmacion|afirmacao|declara|bewering|uitspraak|fact ?check/,
  ],
  ['source', /source|evidence|quelle|beleg|fuente|fonte|bron|reference|^links$/],
  ['place', /where|outlet|medium|media|program|show|venue|^ort$|sendung|lieu|lugar|channel|context/],
  ['language', /^lang|sprache|langue|idioma|lingua|taal/],
  ['tags', /tag|topic|subject|thema|category|categor|kategorie|schlagwort/],
  ['id', /^(id|no|nr|n|number|nummer|row|ref|#)$|\bid$/],
]

const folded = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
    .toLowerCase()

/** What each column seems to hold: by its name, and by what stands in it where the name says nothing; '' for nothing known. */
export function guessFields(columns: readonly Column[]): (ColumnField | '')[] {
  const taken = new Set<ColumnField>()
  const take = (field: ColumnField | undefined) => {
    if (!field || (taken.has(field) && !manyFields.includes(field))) return ''
    taken.add(field)
    return field
  }
  const byName = columns.map((column) => take(named(column, taken)))
  return columns.map((column, at) => byName[at] || take(byContents(column)))
}

function named(column: Column, taken: Set<ColumnField>): ColumnField | undefined {
  const name = folded(column.name)
  return names.find(([field, pattern]) => pattern.test(name) && !taken.has(field) && fits(field, column))?.[0]
}

// A column that is called “date” and holds none is called so by mistake.
function fits(field: ColumnField, { filled, dates, addresses }: Column): boolean {
  if (filled === 0) return true
  if (field === 'stated' || field === 'checked') return dates > filled / 2
  if (field === 'url') return addresses > filled / 2
  return field === 'source' || field === 'claim' || addresses < filled / 2
}

const byContents = ({ filled, addresses, dates }: Column): ColumnField | undefined => {
  if (filled === 0) return undefined
  if (addresses > filled * 0.8) return 'source'
  return dates > filled * 0.8 ? 'stated' : undefined
}

/** Whether a file seems to tell of other publishers' checks: when it names the publisher of each. */
export const guessTarget = (fields: readonly string[]): ImportTarget =>
  fields.includes('publisher') ? 'checks' : 'claims'

/** The fields of columns without those that the target has no place for. */
export const usableFields = (fields: readonly (ColumnField | '')[], target: ImportTarget): (ColumnField | '')[] =>
  fields.map((field) => (field !== '' && unusedBy[target].includes(field) ? '' : field))

const values: [string, RegExp][] = [
  [
    '2',
    /^(mostly|largely|partly|rather|uberwiegend|grosstenteils|plutot|mayormente) (false|falsch|faux|falso|untrue|wrong)|misleading|irrefuhrend|trompeur|enganos/,
  ],
  [
    '4',
    /^(mostly|largely|rather|uberwiegend|grosstenteils|plutot|mayormente) (true|wahr|richtig|vrai|verdadero|correct)/,
  ],
  ['3', /half|mixture|mixed|halb|mi ?vrai|media verdad|teils|partly|partially/],
  ['1', /^(false|falsch|faux|falsa?o?|untrue|wrong|fake|incorrect|pants on fire|onwaar|onjuist|fals)$/],
  ['5', /^(true|wahr|richtig|vrai|verdader[oa]|vero|correct|accurate|waar|juist|verdade)$/],
]

/** Where a label seems to lie between false (1) and true (5); '' when that is not clear. */
export function guessValue(label: string): string {
  const text = folded(label)
  return values.find(([, pattern]) => pattern.test(text))?.[0] ?? ''
}
