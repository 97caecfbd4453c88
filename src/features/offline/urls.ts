/** What browsers read to install the archive as an app. */
export const manifestUrl = '/manifest.webmanifest';
/** What is kept on the device that asks. */
export const keptUrl = '/kept';
/** What stands in for every page that the device has not kept, without the archive. */
export const awayUrl = '/kept/away';
/** `?of=KIND:WHICH` with the list's own parameters: what a device fetches to keep it. */
export const planUrl = '/kept/plan';
/** `?works=1.2.3`: how kept works stand now, and who asks. */
export const newsUrl = '/kept/news';
