// The door to the installation itself: its name, its pages about itself, its health.

export { forgetAudit } from './audit/handlers.ts';
export { forgetAuditMs } from './audit/limits.ts';
export { siteCommands } from './commands.ts';
export { placeDemo, seedDemo } from './demo/seed.ts';
export { siteRoutes } from './routes.ts';
export { keepUp, safekeeper } from './safekeeping/keeper.ts';
export { leftOutOfBackups } from './safekeeping/left-out.ts';
export { runMs, upkeepMs } from './safekeeping/limits.ts';
export { readSiteFrame } from './site-settings.ts';
