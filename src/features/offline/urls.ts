/** What browsers read to install the archive as an app. */
export const manifestUrl = '/manifest.webmanifest';
