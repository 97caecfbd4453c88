// A bookmark in a file: what goes out and comes in again, wherever it is kept.
import { isoTime } from '../../../kit/time/index.ts';

export type Entry = {
  /** `gone`: deleted here, so that nothing can be kept of it elsewhere. */
  readonly kind: 'work' | 'series' | 'elsewhere' | 'gone';
  /** Whole, of a work here too; empty of what is gone. */
  readonly address: string;
  readonly title: string;
  readonly creators: string;
  readonly fandoms: string;
  /** As typed. */
  readonly notes: string;
  readonly tags: readonly string[];
  readonly rec: boolean;
  readonly private: boolean;
  /** Names. */
  readonly shelves: readonly string[];
  /** Epoch milliseconds; null: not said. */
  readonly at: number | null;
};

const kinds = ['work', 'series', 'elsewhere', 'gone'] as const;

export function readKind(typed: unknown): Entry['kind'] {
  return kinds.find((kind) => kind === typed) ?? 'elsewhere';
}

/** Any day that people write; null for what is none. */
export function readDay(typed: unknown): number | null {
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  const at = Date.parse(typed);
  return Number.isFinite(at) && at >= 0 ? at : null;
}

export function writeDay(at: number | null): string {
  return at === null ? '' : isoTime(at);
}
