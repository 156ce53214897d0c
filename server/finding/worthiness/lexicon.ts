import type { NamedFeature } from './words.ts'

const words = (text: string) => text.trim().split(/\s+/)

/** English words, in lower case, by the feature that each is a sign of. */
const signs: Partial<Record<NamedFeature, string[]>> = {
  number: words(
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half third quarter twice percent',
  ),
  percent: words('percent percentage'),
  money: words('dollar dollars euro euros pound pounds cent cents buck bucks yen ruble rubles'),
  comparison: words(
    'more less fewer higher lower greater larger smaller bigger worse most least highest lowest greatest largest biggest smallest worst fastest slowest longest than twice double doubled doubling triple tripled half halved record first last never ever increase increased increases increasing decrease decreased decreases decreasing decline declined rise rose risen rising fall fell fallen falling cut raised grew grown growing dropped',
  ),
  past: words(
    'was were had did went came took gave got made said told voted became began broke brought built bought caught chose cut fell fought found grew held kept knew led left lost met paid put ran rose sat saw sent set shut spent spoke stood taught thought threw understood won wrote been done gone taken given seen written hit signed',
  ),
  perfect: words("has have had i've we've they've you've he's she's it's"),
  attribution: words(
    'said says saying according told reported reports announced claimed claims stated report study survey poll wrote warned admitted acknowledged',
  ),
  first: words("i me my mine myself i'm i've i'd i'll"),
  we: words("we us our ours ourselves we're we've we'd we'll"),
  second: words("you your yours yourself you're you've you'd you'll"),
  third: words("he she they his her hers their theirs him them he's she's they're they've"),
  future: words("will shall won't gonna i'll we'll you'll he'll she'll they'll it'll"),
  modal: words(
    "would should could can can't cannot may might must ought wouldn't shouldn't couldn't let let's need needs",
  ),
  opinion: words(
    'think thinks believe believes feel feels hope hopes want wants wish like guess suppose opinion view good bad great wonderful terrible important right wrong fair love thank please trust proud strong',
  ),
  conditional: words('if whether unless'),
}

/** The features that an English word, in lower case, is a sign of. */
export const featuresOfWord: ReadonlyMap<string, readonly NamedFeature[]> = byWord()

function byWord(): Map<string, NamedFeature[]> {
  const found = new Map<string, NamedFeature[]>()
  for (const [feature, list] of Object.entries(signs)) {
    // The keys of an object literal typed by NamedFeature.
    for (const word of list) found.set(word, [...(found.get(word) ?? []), feature as NamedFeature])
  }
  return found
}

/** Words that tell nobody why a sentence was ranked as it was. */
export const functionWords: ReadonlySet<string> = new Set(
  words(
    "a an the and or but so if of to in on at by for from with as into about than then that this these those there here it its it's is are was were be been being am do does did has have had not no i me my we us our you your he him his she her they them their who whom whose which what when where why how all any some each both more most other such only own same too very just now also up down out over under again well oh uh um - s t",
  ),
)
