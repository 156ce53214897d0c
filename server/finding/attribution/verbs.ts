/**
 * How a verb reports: `say` takes a clause or a quotation, `tell` whom it is told as well, `weak` only a clause that opens
 * plainly (“found that”), `call` only quoted words (“described it as ‘derisory’”).
 */
type Manner = 'say' | 'tell' | 'weak' | 'call'
type Form = 'past' | 'present' | 'base' | 'participle'
export type ReportingVerb = { manner: Manner; form: Form }

const irregular: Record<string, [past: string, present: string, participle: string]> = {
  say: ['said', 'says', 'saying'],
  tell: ['told', 'tells', 'telling'],
  write: ['wrote written', 'writes', 'writing'],
  swear: ['swore sworn', 'swears', 'swearing'],
  think: ['thought', 'thinks', 'thinking'],
  find: ['found', 'finds', 'finding'],
  foresee: ['foresaw', 'foresees', 'foreseeing'],
  admit: ['admitted', 'admits', 'admitting'],
  quip: ['quipped', 'quips', 'quipping'],
  snap: ['snapped', 'snaps', 'snapping'],
  hold: ['held', 'holds', 'holding'],
  know: ['knew', 'knows', 'knowing'],
  show: ['showed shown', 'shows', 'showing'],
  put: ['put', 'puts', 'putting'],
  dub: ['dubbed', 'dubs', 'dubbing'],
  label: ['labelled labeled', 'labels', 'labelling labeling'],
  speak: ['spoke spoken', 'speaks', 'speaking'],
  rule: ['ruled', 'rules', 'ruling'],
  signal: ['signalled signaled', 'signals', 'signalling signaling'],
}

const bases: Record<Manner, string> = {
  say: 'say add admit affirm allege announce answer argue ask assert boast caution claim comment complain concede conclude confirm contend continue counter cry declare demand deny disclose emphasise emphasize exclaim explain hint imply insist interject joke lament laugh maintain mention murmur mutter muse note object observe opine plead pledge predict proclaim promise propose protest quip reason recall recount reiterate remark repeat reply report respond retort reveal scream shout sigh snap speculate state stress swear testify text tweet vow warn whisper wonder write yell acknowledge underline underscore declare rule foresee forecast',
  tell: 'tell assure inform remind notify advise convince',
  weak: 'believe think hope fear expect estimate suggest indicate find show know suspect calculate agree accept recommend signal doubt judge determine establish hold recognise recognize understand post',
  call: 'call describe dub brand label dismiss denounce praise criticise criticize condemn hail blame accuse welcome reject attack mock slam blast characterise characterize term deem urge speak sum decry thank applaud defend liken compare deplore',
}

/** Words that are more often nouns: a subject must stand right before them. */
export const nounLike: ReadonlySet<string> = new Set(
  'claims reports notes states comments charges calls plans finds hopes demands promises answers estimates doubts fears blames labels brands terms rules shows texts tweets posts cries attacks claim report note state comment call hope demand promise answer estimate doubt fear plan show rule text post cry finding findings attack hold holds forecast forecasts ruling reasons reason objects object counters counter repeat'.split(
    ' ',
  ),
)

const verbs = new Map<string, ReportingVerb>()
for (const manner of ['call', 'weak', 'tell', 'say'] as const) {
  for (const base of bases[manner].split(' ')) addForms(base, manner)
}

function addForms(base: string, manner: Manner): void {
  const [past, present, participle] = irregular[base] ?? regular(base)
  verbs.set(base, { manner, form: 'base' })
  for (const word of past.split(' ')) verbs.set(word, { manner, form: 'past' })
  verbs.set(present, { manner, form: 'present' })
  for (const word of participle.split(' ')) verbs.set(word, { manner, form: 'participle' })
}

function regular(base: string): [string, string, string] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`, `${base.slice(0, -1)}ies`, `${base}ing`]
  return [`${stem}ed`, /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`, `${stem}ing`]
}

/** How a word, in lower case, reports speech; undefined for a word that does not. */
export const reportingVerb = (word: string): ReportingVerb | undefined => verbs.get(word)
