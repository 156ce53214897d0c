/** A share in whole percent; a dash for what cannot be said. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '–' : `${Math.round(share * 100)} %`

/** A coefficient with two decimals and a true minus sign, 1.00 only where all agree; a dash for what cannot be said. */
export function coefficient(value: number | undefined): string {
  if (value === undefined) return '–'
  const text = (value < 1 ? Math.min(value, 0.99) : value).toFixed(2)
  return text === '-0.00' ? '0.00' : text.replace('-', '−')
}
