// A small load generator: a few kept-alive connections, each asking again as soon as it has been
// answered. Written on sockets, so that it takes little of the machine from the server.
import { connect, type Socket } from 'node:net';

export type Load = {
  readonly host: string;
  readonly port: number;
  /** Asked for in turn. */
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  /** Ends after this many answers or this time, whichever comes first. */
  readonly answersMost: number;
  readonly msMost: number;
};

export type LoadResult = {
  readonly answers: number;
  readonly ms: number;
  /** One for each answer. */
  readonly latenciesMs: readonly number[];
  readonly bytes: number;
};

/** Puts the load on the server. Any answer but 200 fails. */
export async function putLoad(load: Load): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  let bytes = 0;
  let asked = 0;
  const started = performance.now();
  const isOver = () => asked >= load.answersMost || performance.now() - started > load.msMost;
  // Never asleep: to wake a sleeping reader would cost the server more than to answer it.
  let awake = true;
  const stayAwake = (): void => void (awake && setImmediate(stayAwake));
  stayAwake();
  const lane = async (): Promise<void> => {
    const connection = await Connection.open(load.host, load.port);
    try {
      while (!isOver()) {
        const address = load.addresses[asked % load.addresses.length] ?? '/';
        asked += 1;
        const from = performance.now();
        const received = await connection.ask(address, load.headers);
        bytes += received;
        latenciesMs.push(performance.now() - from);
      }
    } finally {
      connection.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: load.connections }, lane));
  } finally {
    awake = false;
  }
  return { answers: latenciesMs.length, ms: performance.now() - started, latenciesMs, bytes };
}

class Connection {
  readonly #socket: Socket;
  #host = '';
  #pieces: Buffer[] = [];
  #received = 0;
  /** Bytes of the answer under way; 0 until its head is whole; null: to its last chunk. */
  #wanted: number | null = 0;
  #done: (bytes: number) => void = () => {};
  #failed: (error: Error) => void = () => {};

  static async open(host: string, port: number): Promise<Connection> {
    const socket = connect({ host, port, noDelay: true });
    await new Promise<void>((opened, failed) => {
      socket.once('connect', opened);
      socket.once('error', failed);
    });
    return new Connection(socket, `${host}:${port}`);
  }

  constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (piece) => this.#take(piece));
    socket.on('error', (error) => this.#failed(error));
    socket.on('close', () => this.#failed(new Error('the server closed the connection')));
  }

  /** Sends a request and reads the answer to its end; returns its bytes. */
  ask(address: string, headers: Load['headers']): Promise<number> {
    const lines = Object.entries({ host: this.#host, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    this.#pieces = [];
    this.#received = 0;
    this.#wanted = 0;
    return new Promise((done, failed) => {
      this.#done = done;
      this.#failed = failed;
      this.#socket.write(`GET ${address} HTTP/1.1\r\n${lines.join('')}\r\n`);
    });
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    this.#received += piece.length;
    if (this.#wanted === 0) {
      this.#pieces.push(piece);
      this.#readHead();
    }
    const isWhole =
      this.#wanted === null
        ? piece.subarray(-5).toString('latin1') === '0\r\n\r\n'
        : this.#wanted > 0 && this.#received >= this.#wanted;
    if (isWhole) this.#done(this.#received);
  }

  #readHead(): void {
    const start = Buffer.concat(this.#pieces);
    const end = start.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = start.toString('latin1', 0, end);
    if (!head.startsWith('HTTP/1.1 200')) {
      this.#failed(new Error(`answered ${head.split('\r\n')[0]}`));
      return;
    }
    const length = /\r\ncontent-length: *([0-9]+)/i.exec(head)?.[1];
    this.#wanted = length === undefined ? null : end + 4 + Number(length);
  }
}
