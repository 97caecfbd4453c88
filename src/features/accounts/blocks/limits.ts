/** A page of them is still read in one go; who needs more has another trouble than people. */
export const blocksMax = 5_000;
