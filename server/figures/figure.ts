/** An amount in the base unit of its dimension, such as metres; from `low` to `high` when it is a range. */
export type Amount = {
  kind: 'amount'
  /** What it can be compared with: 'number', 'share', 'points', 'money USD', 'length', 'mass' … */
  dimension: string
  low: number
  high: number
  /** The value of the last digit that was written, in the base unit, and whether zeros follow it. */
  place: number
  isRound: boolean
  /** The number before any unit changed it, and the name of that unit: “300 miles” and “300 km” share the first. */
  written: number
  unit: string
}

/** A day, a month, a quarter, a year or several of them; what is not said is not there. */
export type When = {
  kind: 'when'
  years?: [number, number]
  months?: [number, number]
  days?: [number, number]
}

export type Reading = Amount | When

/** How the text qualifies a figure: “about 300”, “more than 300”, “up to 300”. */
export type Hedge = 'about' | 'over' | 'under'

/** A figure in a text. Some can be read in two ways, as 1.000 can; offsets are UTF-16 code units, `end` is exclusive. */
export type Figure = {
  start: number
  end: number
  text: string
  readings: Reading[]
  hedge?: Hedge
  /** The words around it that carry meaning, in small letters, those of what is counted first. */
  counted: string[]
  around: string[]
}
