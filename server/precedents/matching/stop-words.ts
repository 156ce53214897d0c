/** English words that say nothing of what a claim is about. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being but by can could did do does doing
  down during each even every few for from further get go going gonna got had has have having he her here hers herself him
  himself his how i if in into is it its itself just know let like lot made make many may me might more most much must my
  myself no nor not now of off on once one only or other our ours out over own people quite really said same say says she
  should so some such than that the their theirs them then there these they thing things think this those through to too
  under until up us very want wants was way we well went were what when where which while who whom why will with would yes
  yet you your yours`.split(/\s+/),
)
