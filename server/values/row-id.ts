/** The id of a row as an address or a form holds it; undefined for text that is none. */
export const readId = (text: string): number | undefined => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined)
