// The door to the installation itself: its name, its pages about itself, its health.

export { siteCommands } from './commands.ts';
export { placeDemo, seedDemo } from './demo/seed.ts';
export { siteRoutes } from './routes.ts';
export { leftOutOfBackups } from './safekeeping/left-out.ts';
export { readSiteFrame } from './site-settings.ts';
