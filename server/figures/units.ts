/** A unit: what it measures, and how to come from it to the base unit of its dimension (value × factor + offset). */
export type Unit = { name: string; dimension: string; factor: number; offset?: number }

const table: [names: string, dimension: string, factor: number, offset?: number][] = [
  ['km|kilometre|kilometer|kms', 'length', 1_000],
  ['m|metre|meter', 'length', 1],
  ['cm|centimetre|centimeter', 'length', 0.01],
  ['mm|millimetre|millimeter', 'length', 0.001],
  ['mile|mi', 'length', 1_609.344],
  ['nautical mile|nmi', 'length', 1_852],
  ['foot|feet|ft', 'length', 0.3048],
  ['inch|inches', 'length', 0.0254],
  ['yard|yd', 'length', 0.9144],
  ['km²|km2|sq km|sq. km|square kilometre|square kilometer|square km', 'area', 1e6],
  ['m²|m2|sq m|sq. m|square metre|square meter', 'area', 1],
  ['hectare|ha', 'area', 1e4],
  ['acre', 'area', 4_046.856],
  ['square mile|sq mile|sq mi|sq. miles', 'area', 2_589_988],
  ['square foot|square feet|sq ft|sq. ft', 'area', 0.092903],
  ['kg|kilo|kilogram|kilogramme', 'mass', 1],
  ['g|gram|gramme', 'mass', 0.001],
  ['mg|milligram', 'mass', 1e-6],
  ['µg|μg|microgram', 'mass', 1e-9],
  ['tonne|t|metric ton|metric tonne', 'mass', 1_000],
  ['ton', 'mass', 1_000],
  ['ton', 'mass', 907.18474],
  ['ton', 'mass', 1_016.0469],
  ['kilotonne|kt', 'mass', 1e6],
  ['megatonne|mt', 'mass', 1e9],
  ['gigatonne|gt', 'mass', 1e12],
  ['pound|lb|lbs', 'mass', 0.45359237],
  ['ounce|oz', 'mass', 0.02834952],
  ['litre|liter|l', 'volume', 0.001],
  ['ml|millilitre|milliliter', 'volume', 1e-6],
  ['m³|m3|cubic metre|cubic meter', 'volume', 1],
  ['cubic kilometre|cubic kilometer|km³|km3', 'volume', 1e9],
  ['cubic foot|cubic feet', 'volume', 0.02831685],
  ['gallon', 'volume', 0.003785412],
  ['gallon', 'volume', 0.00454609],
  ['barrel|bbl', 'volume', 0.1589873],
  ['°c|degree celsius|degree c|degree centigrade|℃', 'temperature', 1],
  ['°f|degree fahrenheit|degree f|℉', 'temperature', 5 / 9, -160 / 9],
  ['degree|°', 'temperature', 1],
  ['degree|°', 'temperature', 5 / 9, -160 / 9],
  ['km/h|kmh|kph|kilometre an hour|kilometer an hour|kilometre per hour|kilometer per hour', 'speed', 1 / 3.6],
  ['mph|mile an hour|mile per hour', 'speed', 0.44704],
  ['m/s|metre per second|meter per second', 'speed', 1],
  ['knot', 'speed', 0.514444],
  ['second|sec', 'time', 1],
  ['minute|min', 'time', 60],
  ['hour|hr', 'time', 3_600],
  ['day', 'time', 86_400],
  ['week', 'time', 604_800],
  ['fortnight', 'time', 1_209_600],
  ['month', 'time', 2_629_746],
  ['year', 'time', 31_556_952],
  ['decade', 'time', 315_569_520],
  ['century|centuries', 'time', 3_155_695_200],
  ['kw|kilowatt', 'power', 1e3],
  ['mw|megawatt', 'power', 1e6],
  ['gw|gigawatt', 'power', 1e9],
  ['kwh|kilowatt hour|kilowatt-hour', 'energy', 1e3],
  ['mwh|megawatt hour|megawatt-hour', 'energy', 1e6],
  ['gwh|gigawatt hour|gigawatt-hour', 'energy', 1e9],
  ['twh|terawatt hour|terawatt-hour', 'energy', 1e12],
  ['mb|megabyte', 'data', 1e6],
  ['gb|gigabyte', 'data', 1e9],
  ['tb|terabyte', 'data', 1e12],
  ['%|per cent|percent|pc|per-cent|prozent', 'share', 0.01],
  ['‰|per mille|per mil', 'share', 0.001],
  ['percentage point|percentage-point|per cent point|pp|ppt|ppts', 'points', 1],
  ['basis point|bps', 'points', 0.01],
]

const units = new Map<string, Unit[]>()
for (const [names, dimension, factor, offset = 0] of table)
  for (const name of names.split('|')) {
    const unit = { name: names.split('|')[0] ?? name, dimension, factor, offset }
    for (const form of formsOf(name)) units.set(form, [...(units.get(form) ?? []), unit])
  }

// “square kilometre” and “square kilometres”, “mile an hour” and “miles an hour”, “degree Celsius” and “degrees Celsius”.
function formsOf(name: string): string[] {
  if (name.length < 3 || /^(feet|inches|centuries|percent$|per[ -]|square feet|cubic feet)/.test(name)) return [name]
  const headFirst = /^(.*?)( (?:an|per) (?:hour|second)| celsius| centigrade| fahrenheit| c| f)$/.exec(name)
  return [name, headFirst ? `${headFirst[1]}s${headFirst[2]}` : `${name}s`]
}

const wordsAhead = /[\s-]?(?:[\p{L}µμ]+\.?[²³23]?(?!\d)|[°℃℉%‰])(?:[/\s-]?(?:[\p{L}]+[²³23]?(?!\d)))?(?: [\p{L}]+)?/uy

/** The units that the words there name, the longest name first, and where that name ends. */
export function readUnit(text: string, at: number): { end: number; units: Unit[] } | undefined {
  wordsAhead.lastIndex = at
  const ahead = wordsAhead.exec(text)?.[0] ?? ''
  for (let length = ahead.length; length > 0; length--) {
    const follows = text[at + length] ?? ''
    if (isCapital(ahead.slice(0, length))) continue
    if (/[\p{L}\p{N}]/u.test(follows) && /[\p{L}\p{N}]$/u.test(ahead.slice(0, length))) continue
    const found = units.get(
      ahead
        .slice(0, length)
        .replace(/^[\s-]/, '')
        .replaceAll(/\s+/g, ' ')
        .toLowerCase(),
    )
    if (found) return { end: at + length, units: found }
  }
  return undefined
}

// “5G” is no weight, and “300M” no length.
const isCapital = (written: string) => /^[\s-]?\p{Lu}$/u.test(written)
