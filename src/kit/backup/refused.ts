/** Why a back-up was not made, not believed or not restored, as one line for the operator. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

/** The system's reason for a failed write in words, or the error as it is. */
export function inWords(error: unknown, place: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL' || code === '53100') {
    return new BackupRefused(`there is no room left for ${place}`);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new BackupRefused(`${place} cannot be opened by this user`);
  }
  if (code === 'EROFS') return new BackupRefused(`${place} is on a disk mounted read-only`);
  return error;
}
