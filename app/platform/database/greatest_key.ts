/** The greatest key that a row can have: a list of the newest begins there. */
export const GREATEST_KEY = 2_147_483_647
