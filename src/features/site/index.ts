// The door to the installation itself: its name, its pages about itself, its health.

export { siteCommands } from './commands.ts';
export { seedDemo } from './demo/seed.ts';
export { leftOutOfBackups, productVersion } from './safekeeping/left-out.ts';
export { readSiteFrame } from './site-settings.ts';
