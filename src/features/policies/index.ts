// The door to policies: versions of the archive's pages about itself, and who agreed to which.

export { type ConsentStanding, readConsent, takeConsent } from './consent.ts';
export { ownedByPolicies } from './owned.ts';
export { findVersion, listAgreed, listVersions, newestVersion } from './store.ts';
export { keepVersion } from './versions.ts';
