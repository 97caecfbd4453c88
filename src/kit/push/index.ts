// Messages to browsers through the push services of their makers: encrypted for the browser alone
// (RFC 8291), signed by the archive (RFC 8292). The service learns who is told when, and no word.
export { httpsPush } from './https-push.ts';
export { pushKeysOf } from './vapid.ts';

/** Where a browser takes messages, as it says itself. */
export type PushTarget = {
  readonly endpoint: string;
  /** Its public key, an uncompressed point of P-256, and its secret of 16 bytes: base64url. */
  readonly publicKey: string;
  readonly auth: string;
};

/** `gone`: the browser takes no more, ever; `failed`: perhaps another time. */
export type PushOutcome = 'sent' | 'gone' | 'failed';

/** Sends to browsers. */
export type Push = {
  /** What browsers subscribe with, base64url; null: this archive sends nothing. */
  readonly publicKey: string | null;
  /** Whether it would ever send there: an https address that is not of this network. */
  accepts(target: PushTarget): boolean;
  /** Resolves when the push service has answered, or has not for ten seconds. */
  send(target: PushTarget, message: string): Promise<PushOutcome>;
};

/** For an archive that sends nothing. */
export const noPush: Push = {
  publicKey: null,
  accepts: () => false,
  send: async () => 'failed',
};

/** Push for tests: keeps what was sent, in order, and answers as it is told. */
export type MemoryPush = Push & {
  readonly sent: { readonly target: PushTarget; readonly message: string }[];
  outcome: PushOutcome;
};

/** Makes a `MemoryPush`. */
export function memoryPush(): MemoryPush {
  const sent: MemoryPush['sent'] = [];
  return {
    publicKey: 'BMemory',
    sent,
    outcome: 'sent',
    accepts: ({ endpoint }) => endpoint.startsWith('https://push.example/'),
    async send(target, message) {
      if (this.outcome === 'sent') sent.push({ target, message });
      return this.outcome;
    },
  };
}
