/** With fewer rounds, one more that differs moves the share by more than ten points. */
export const fewestRounds = 10

/**
 * How many rounds a coefficient needs before its value means much: twice the square of the number of ratings in use.
 * D. V. Cicchetti, “Assessing Inter-rater Reliability for Rating Scales”, British Journal of Psychiatry 129 (1976), 452–456.
 */
export const roundsWanted = (ratings: number): number => Math.max(fewestRounds, 2 * ratings ** 2)

/** What an alpha of that height allows to conclude. K. Krippendorff, Content Analysis (4th ed., 2019), chapter 12. */
export function alphaWords(alpha: number): string {
  if (alpha >= 0.8) return 'Reliable: two checkers read the scale the same way.'
  if (alpha >= 0.667) return 'Good enough for tentative conclusions only.'
  return 'Not reliable: what a claim is rated depends too much on who checks it.'
}
