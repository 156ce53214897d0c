/**
 * Writes texts one behind the other as UTF-8 into one buffer, which it uses again for the next; what it returns is a copy. As one
 * text, they would be copied twice more, and with two bytes a character as soon as one of them has a quotation mark like “.
 */
export function newEncoder(): (texts: Iterable<string>) => Buffer {
  let room = Buffer.allocUnsafeSlow(2 ** 18)
  return (texts) => {
    let end = 0
    for (const text of texts) {
      const most = end + mostBytes * text.length
      if (most > room.length) room = Buffer.concat([room.subarray(0, end)], 2 * most)
      end += room.write(text, end)
    }
    return Buffer.from(room.subarray(0, end))
  }
}

/** Of one UTF-16 code unit. */
const mostBytes = 3
