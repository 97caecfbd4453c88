// Bounds of readings, each with its reason.
export const readingsPerPage = 20;
