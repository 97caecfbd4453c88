// What a guess costs.

/**
 * Argon2id's parameters. 2 is Argon2id: the package's own name for it is a const enum, which
 * erasable syntax cannot read.
 */
export const argon2Cost = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

const salt = 'c7RKIfzqUNePPLS1ekFQZA';
const digest = 'o3dTFPhl4wjzvVq16dgB4GSvK7Em3hdeSXSCQryFMlY';
const { memoryCost, timeCost, parallelism } = argon2Cost;
const parameters = `m=${memoryCost},t=${timeCost},p=${parallelism}`;

/** The hash of 32 random bytes that nobody kept: verifying takes as long as any other. */
export const nobodysHash = `$argon2id$v=19$${parameters}$${salt}$${digest}`;
