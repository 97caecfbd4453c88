/** Why a file is not brought in: one sentence, which names no file (whoever reports it does). */
export class FileRefused extends Error {
  override name = 'FileRefused';
}
