/** What a language writes with a full stop that does not end a sentence. All in lower case, without the last stop. */
export type Abbreviations = {
  /** Never end a sentence: something always follows. */
  open: ReadonlySet<string>
  /** Do not end a sentence when a number follows. */
  numbered: ReadonlySet<string>
  /** May end a sentence: do so when one of `openers` follows. */
  closing: ReadonlySet<string>
  /** Words that open a sentence and hardly ever stand capitalised inside one. */
  openers: ReadonlySet<string>
  /** The beginning of what stands after a quotation and still belongs to its sentence. */
  said?: RegExp
}

/** The abbreviations of a language (a BCP 47 primary subtag); of an unknown one those that most languages share. */
export const abbreviationsOf = (language: string): Abbreviations => languages[language] ?? shared

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

const shared: Abbreviations = {
  open: words('dr prof mr mrs ms st vs cf'),
  numbered: words('no nos nr p pp vol fig art'),
  closing: words('inc ltd co corp'),
  openers: words('the'),
}

const english: Abbreviations = {
  open: words(
    'mr mrs ms mx messrs mme mlle dr drs prof rt rev fr hon sen sens rep reps gov govs gen col lt capt cmdr cpl sgt maj adm brig supt insp det pres amb atty e.g i.e viz vs v cf approx ca incl excl mt ft',
  ),
  numbered: words(
    'no nos p pp vol vols ch fig figs sec art arts para paras pt est c ver jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  closing: words('inc ltd co corp llc plc bros jr sr st ave blvd rd sq dept univ assn ph.d al a.m p.m'),
  openers: words(
    'the a an he she it they we you i his her its their our your my this that these those there here in on at by for from to with of as and but or so yet if when while after before since until because although though however meanwhile then now once both all some many most few no not nor what who why how where which is are was were do does did has have had mr mrs ms according more nobody nothing everyone everybody',
  ),
  said: /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sir|Lady)\.?\s)?(?:\p{Lu}[\p{L}’'.-]*\s){1,3}(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|shouted|cried|wondered|demanded)\b/u,
}

const german: Abbreviations = {
  open: words(
    'dr prof hr fr frl st bzw z z.b d.h d u.a u v.a v o.ä i.d.r sog ca geb vgl evtl ggf inkl exkl zzgl dipl ing mag bspw mind max',
  ),
  numbered: words('nr s bd abs art kap abb tel jan feb apr jun jul aug sep sept okt nov dez'),
  closing: words('usw etc str co inc e.v chr v.chr n.chr jh mio mrd'),
  openers: words(
    'der die das ein eine er sie es wir ihr ich und aber doch oder denn dann danach nun so auch dies diese dieser dieses jedoch in im am an auf bei mit nach seit von vor zu zum zur für als wenn weil während da dort hier was wer wie wo warum nicht kein keine man sein seine seit zudem außerdem',
  ),
}

const french: Abbreviations = {
  open: words('m mm mme mlle me dr pr prof st ste mgr cf env p.ex p boul'),
  numbered: words('n no art p pp vol chap fig janv févr avr juil sept oct nov déc'),
  closing: words('av apr j.-c etc inc'),
  openers: words(
    'le la les un une des il elle ils elles on nous vous je ce cette ces cela mais et or donc puis alors ainsi dans en à au aux pour par avec sans sous sur selon depuis après avant pendant quand si comme son sa ses leur leurs',
  ),
}

const spanish: Abbreviations = {
  open: words('sr sra srta sres dr dra prof profa d dña ud uds lic ing gral cnel st sta sto p.ej ee aprox av avda vs'),
  numbered: words('núm no art pág págs p pp vol cap fig'),
  closing: words('ee.uu uu etc cía s.a a.c d.c'),
  openers: words(
    'el la los las un una unos unas él ella ellos ellas en por para con sin según desde después antes cuando si como pero y o su sus este esta estos estas ese esa eso esto no también además a al de del lo se',
  ),
}

const russian: Abbreviations = {
  open: words('им ул пр просп пл пос акад проф доц ген гр тов т см ср т.н т.е напр св'),
  numbered: words('стр с рис табл ст п пп гл т № ок'),
  closing: words('г гг в вв обл р руб'),
  openers: words(
    'он она оно они мы вы я это этот эта эти но и а или да в во на по при для без до после с со у из от за как когда если хотя однако также тогда там здесь его её их по',
  ),
}

const languages: Record<string, Abbreviations> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
  hi: { ...shared, open: words('डॉ प्रो श्री सुश्री पं मो रु कि.मी कि मी') },
  ar: { ...shared, open: words('د أ م ص أ.د') },
  he: { ...shared, said: /^(?:אמר|אמרה|הוסיף|הוסיפה|שאל|שאלה)(?=[\s.,]|$)/u },
  zh: { ...shared, said: /^[^，。！？“]{0,8}(?:说|說|表示|称|稱|指出|补充|補充|问|問|写道|寫道|回答|喊道)/u },
  ja: { ...shared, said: /^(?:と|って|など|という)/u },
}
