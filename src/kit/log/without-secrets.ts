// Leaves out of a log's fields what a log must never hold.

/** Named values of one line. */
export type Fields = Readonly<Record<string, unknown>>;

const secretNames = new Set(['password', 'token', 'authorization', 'cookie', 'set-cookie', 'text']);

// Deeper than any field we write; it also ends a structure that holds itself.
const deepest = 6;

/** A copy in which each value under a secret name, in any letter case, reads `[left out]`. */
export function withoutSecrets(fields: Fields): Record<string, unknown> {
  return copyFields(fields, 0);
}

function copyFields(fields: Fields, depth: number): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    kept[name] = secretNames.has(name.toLowerCase()) ? '[left out]' : copyValue(value, depth + 1);
  }
  return kept;
}

function copyValue(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '[too deep]';
  if (value instanceof Error) return copyError(value, depth);
  if (Array.isArray(value)) return value.map((each) => copyValue(each, depth + 1));
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (value instanceof URL) return value.href;
  if (value instanceof Date) return value;
  if (value instanceof Map || value instanceof Headers) {
    return copyFields(Object.fromEntries(value), depth);
  }
  return copyFields(value as Fields, depth);
}

function copyError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const copy: Record<string, unknown> = { type: name, message, stack };
  if ('code' in error) copy['code'] = error.code;
  if (cause !== undefined) copy['cause'] = copyValue(cause, depth + 1);
  return copy;
}
