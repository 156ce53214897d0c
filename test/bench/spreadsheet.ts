const words =
  'the government unemployment rent rose percent billion taxes school hospital budget deficit climate wind energy prices doubled record highest century minister promised never voted cut'.split(
    ' ',
  )
const labels = ['True', 'False', 'Half true', 'Mostly false', 'Unproven']

/** The same archive of checks as a spreadsheet each time: claimants, dates, ratings, reasons, tags and sources that come again. */
export function archiveOf(rows: number): Buffer {
  const any = chance()
  const sentence = () => Array.from({ length: 12 + any(8) }, () => words[any(words.length)]).join(' ')
  const lines = ['No,Claim,Speaker,Party,Date,Verdict,Why,Link,Sources,Tags']
  for (let row = 1; row <= rows; row++) {
    const date = `${2000 + any(25)}-${String(1 + any(12)).padStart(2, '0')}-1${any(10)}`
    const source = `https://source${any(500)}.example/${any(rows)} Archive ${any(30)}`
    lines.push(
      `${row},"${sentence()} ${row}",Speaker ${any(2_000)},Party ${any(7)},${date},${labels[any(labels.length)]},"${sentence()}.",https://our.example/${row},${source},economy;${words[any(words.length)]}`,
    )
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

// A whole number under `most`, always the same ones in a row.
function chance(): (most: number) => number {
  let state = 7
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % most
  }
}
