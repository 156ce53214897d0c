/** How long a claim should be at most in ClaimReview, in characters. */
export const claimReviewLength = 75
