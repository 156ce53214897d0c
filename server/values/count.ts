/** How many, counted no further than some limit: then there are `more`. */
export type Count = { count: number; more: boolean }

/** A number with its noun, as people read it: `1 claim`, `1,204 claims`, `1,000+ claims`. */
export function counted(number: number | Count, noun: string, several = `${noun}s`): string {
  const { count, more } = typeof number === 'number' ? { count: number, more: false } : number
  return `${count.toLocaleString('en')}${more ? '+' : ''} ${count === 1 && !more ? noun : several}`
}
