/** Rows that one step of reading takes: few enough for other requests to run between. */
export const step = 500;
