const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const determiners = set(
  'the a an this that these those his her its their our my your some several many most every each no another one two three four five six both all other',
)
export const pronouns = set('he she it they we i you who')
export const auxiliaries = set(
  'is are was were be been being am has have had do does did will would shall should can could may might must won’t wouldn’t didn’t doesn’t don’t isn’t wasn’t weren’t hasn’t haven’t hadn’t can’t couldn’t',
)
export const prepositions = set(
  'of in on at to from by with for about into over after before during under against between among through without within since until near towards toward despite amid amidst across around behind beyond like per via upon outside inside alongside off above below following including regarding concerning',
)
/** Words that open a clause or join two. */
export const joints = set(
  'that but while whilst as when because although though if whereas which where what why how whether than yet so or unless once',
)
/** Adverbs that stand between a subject and its verb, besides those in -ly. */
export const adverbs = set(
  'also later then again now never still even only first not already ever himself herself itself themselves too just always often soon once twice afterwards afterward however meanwhile today yesterday once further instead though therefore earlier since long',
)
/** What a sentence opens with that is no name. */
export const openers = set(
  'the a an this that these those his her its their our my your he she it they we i you there here in on at by for from to with of as and but or so yet if when while after before since until because although though however meanwhile then now once both all some many most few no not nor what who why how where which is are was were do does did has have had according more one two three four five six seven eight nine ten several another other others each every earlier later last next today yesterday tomorrow still even only also asked despite amid among under over during following unlike like such between against without through throughout instead nobody everybody everyone nothing everything something someone people yes well please let just never always often perhaps maybe sometimes soon experts officials critics supporters police residents witnesses lawyers scientists researchers analysts doctors investigators prosecutors campaigners activists ministers',
)
export const calendar = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december easter christmas ramadan',
)
/** Small words inside the names of people. */
export const particles = set(
  'van der den de la le du da dos das di del della von zu zum ten ter bin ibn al el af av y e',
)

export const maleTitles = set('mr sir lord king prince father brother baron duke sheikh imam')
export const femaleTitles = set('mrs ms miss dame lady queen princess sister baroness duchess madam mme')
export const titles = new Set([...maleTitles, ...femaleTitles, ...set('dr prof professor rev mx')])

/** What somebody can be: the last word of a role. */
export const roles = set(
  'president minister master secretary chancellor premier mayor governor senator chairman chairwoman chair chairperson director chief leader spokesman spokeswoman spokesperson judge justice commissioner ambassador envoy general colonel captain major sergeant lieutenant admiral inspector superintendent constable detective councillor deputy executive officer manager analyst economist scientist researcher professor doctor lawyer attorney prosecutor coach founder owner editor author professor historian biologist engineer nurse teacher farmer baker driver head treasurer trustee organiser organizer campaigner activist official representative congressman congresswoman mp mep msp speaker negotiator adviser advisor aide strategist pollster banker investor trader ceo cfo coo boss bishop archbishop pope rabbi imam pastor vicar king queen prince princess captain striker goalkeeper defender midfielder champion singer actor actress director producer novelist poet curator architect surgeon psychologist epidemiologist virologist geologist physicist chemist ecologist botanist resident neighbour neighbor witness victim father mother sister brother son daughter husband wife widow partner student pupil headteacher principal dean lecturer fellow rector librarian warden keeper ranger fisherman shopkeeper landlord tenant passenger pilot sailor soldier guard firefighter paramedic midwife carer solicitor barrister coroner magistrate sheriff marshal cleric monk nun chef brewer butcher builder plumber electrician welder carpenter',
)
/** What makes a sequence of capitals the name of an organisation. */
export const organisationWords = set(
  'ministry department council university college school party bank institute institution office times post courier tidings herald gazette tribune guardian telegraph mail agency authority union group ltd limited inc plc corp corporation company co holdings partners foods motors airlines airways energy commission committee court parliament senate congress assembly house association federation foundation trust society club united city hospital service services police force army navy guard intelligence board bureau centre center company network news radio television tv press review journal magazine observatory laboratory museum library church alliance coalition movement front league conference confederation fund exchange reserve nations treasury administration government cabinet kremlin pentagon embassy consulate campaign watch international brothers sons technologies systems industries pharma labs capital ventures railways rail transport ferries water gas electric telecom media studios records entertainment games stores supermarkets',
)
/** What makes two capitals a place or a thing rather than a person. */
export const placeWords = set(
  'new north northern south southern east eastern west western port lake mount fort upper lower great river cape san santa los las street road bridge lake island islands sea ocean city county square valley park airport tunnel kingdom states republic war day award prize cup avenue lane hill hills bay harbour harbor station tower palace forest desert canal gulf strait mountains coast prefecture province district region week act bill treaty agreement accord plan festival games olympics',
)
