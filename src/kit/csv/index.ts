// Comma-separated values, written and read.
export { readCsv } from './read-csv.ts';
export { csvOf } from './write-csv.ts';
