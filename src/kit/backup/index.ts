// Back-ups: the whole database and its files as one gzip file of JSON lines, the same whichever
// database it came from. The format is in docs/operating/back-up.md.
export { type MigrationBackup, migrateWithBackup } from './before-migration.ts';
export { type BackupFile, clearBackup, listBackupFiles, newestBackup } from './folder.ts';
export type { BackupHeader, Counts } from './format.ts';
export { BackupRefused } from './refused.ts';
export { type Restored, type RestoreOptions, restoreBackup } from './restore.ts';
export { restoreIntoDatabase, restoreIntoFolder } from './restore-into.ts';
export { type Verified, verifyBackup } from './verify.ts';
export { type BackupSource, type WriteOptions, type Written, writeBackup } from './write.ts';
