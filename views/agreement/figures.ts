/** A share in whole percent; a dash for what cannot be said. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '–' : `${Math.round(share * 100)} %`

/** A coefficient with two decimals and a true minus sign; a dash for what cannot be said. */
export const coefficient = (value: number | undefined): string =>
  value === undefined
    ? '–'
    : value
        .toFixed(2)
        .replace(/^-0\.00$/, '0.00')
        .replace('-', '−')
