// Where a script puts no spaces between words, every letter stands for itself.
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{N}\p{M}]+|[^]/gu

/** The words of a text and what stands between them, in order: put together they are the text. */
export const tokensOf = (text: string): string[] => text.match(token) ?? []
