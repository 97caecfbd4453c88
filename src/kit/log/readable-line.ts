// One JSON line of the log as a person at a terminal reads it:
// `08:05:09 warn  The message  name=value name="two words"`, then an error's stack.

/** The line with its line break. Control characters are escaped: they could steer the terminal. */
export function readableLine(json: string): string {
  const { level, time, message, ...fields } = JSON.parse(json) as Record<string, unknown>;
  let stack = '';
  const shown = Object.entries(fields).map(([name, value]) => {
    if (isError(value)) {
      // Indented, so that no line of a message can pass for a line of the log.
      for (const line of value.stack.split('\n')) stack += `\n  ${escapeControls(line)}`;
      return `${escapeControls(name)}=${asValue(value.message)}`;
    }
    return `${escapeControls(name)}=${asValue(value)}`;
  });
  const hour = String(time).slice(11, 19);
  const head = `${hour} ${String(level).padEnd(5)} ${escapeControls(String(message))}`;
  return `${[head, shown.join(' ')].filter((part) => part !== '').join('  ')}${stack}\n`;
}

function isError(value: unknown): value is { message: string; stack: string } {
  const error = value as { message?: unknown; stack?: unknown } | null;
  return typeof error?.message === 'string' && typeof error.stack === 'string';
}

function asValue(value: unknown): string {
  const plain = typeof value === 'string' && /^[^\s"=\p{C}]+$/u.test(value);
  return plain ? value : escapeControls(JSON.stringify(value));
}

function escapeControls(text: string): string {
  return text.replace(/\p{C}/gu, (character) => {
    return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
  });
}
