import { measure } from './measure.ts'

const { lines, foreign, slowest } = await measure({ others: 19 })
const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`.padStart(9)

console.log(`${'Passages'.padEnd(28)} looked up    found  word for word`)
for (const { what, passages, found, exact } of lines)
  console.log(
    `${what.padEnd(28)} ${String(passages).padStart(9)}${share(found, passages)}      ${share(exact, passages)}`,
  )
console.log(
  `${'in other documents'.padEnd(28)} ${String(foreign.looked).padStart(9)}${String(foreign.found.length).padStart(7)}`,
)
for (const passage of foreign.found) console.log(`  found: ${passage}`)
console.log(`The slowest took ${slowest.toFixed(1)} ms.`)
process.exit(0)
