import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ServiceOptions } from '../service-options.ts';

export interface Dynoxide {
  endpoint: string;
  /** Deletes what has outlived its TTL, leaving REMOVE records in the stream; dynoxide never does so by itself. */
  sweepExpired(): Promise<void>;
  close(): Promise<void>;
}

const CommandOnPath = 'dynoxide';

/** Starts the embedded DynamoDB on a database file, with its stream table indexed (measured: 65/s → 1,000/s). */
export async function startDynoxide(options: ServiceOptions): Promise<Dynoxide> {
  mkdirSync(options.stateDir, { recursive: true });
  const binary = dynoxideBinary();
  const database = join(options.stateDir, 'table.db');
  if (!existsSync(database)) await stop(await launch(binary, database, options));
  indexStreamRecords(database);
  return launch(binary, database, options);
}

/** The binary named by EARSHOT_DYNOXIDE, else the npm package of this platform, else the one on the PATH. */
function dynoxideBinary(): string {
  const named = process.env['EARSHOT_DYNOXIDE'];
  if (named) return named;
  const platform = `${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`);
    return join(dirname(manifest), 'dynoxide');
  } catch {
    return binaryOnPath(platform);
  }
}

function binaryOnPath(platform: string): string {
  try {
    execFileSync(CommandOnPath, ['--version'], { stdio: 'ignore' });
    return CommandOnPath;
  } catch (cause) {
    throw new Error(
      `No embedded DynamoDB for ${platform}: install dynoxide 1.2.1 and put it on the PATH (or name it in EARSHOT_DYNOXIDE), ` +
        'or set EARSHOT_DYNAMODB_ENDPOINT to a running DynamoDB Local.',
      { cause },
    );
  }
}

interface RunningDynoxide extends Dynoxide {
  child: ChildProcess;
}

async function launch(binary: string, database: string, options: ServiceOptions): Promise<RunningDynoxide> {
  const [port, controlPort] = await freePorts(2);
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    binary,
    ['serve', '--port', `${port}`, '--db-path', database, '--mcp', '--mcp-port', `${controlPort}`],
    {
      // Of its own process group: Ctrl+C ends the runner, which ends this one when nobody needs it any more.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DYNOXIDE_MCP_AUTH_TOKEN: token },
    },
  );
  if (child.pid !== undefined) options.onChild?.(child.pid);
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, child);
  return {
    child,
    endpoint,
    sweepExpired: () => sweepExpired(`http://127.0.0.1:${controlPort}/mcp`, token),
    close: () => stop({ child }),
  };
}

async function stop({ child }: Pick<RunningDynoxide, 'child'>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function answers(endpoint: string, child: ChildProcess): Promise<void> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString('utf8')}`.slice(-2_000);
  });
  child.on('error', (error) => {
    complaint = error.message;
  });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null || child.pid === undefined) break;
    const reachable = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (reachable) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill('SIGKILL');
  throw new Error(`The embedded DynamoDB did not start. ${complaint}`);
}

/**
 * dynoxide looks up the newest stream record by a computed column without an index and never trims the records.
 * This relies on its private schema: the version is pinned, and another schema is left alone.
 */
function indexStreamRecords(database: string): void {
  const connection = new DatabaseSync(database);
  try {
    const known = connection.prepare("select 1 from sqlite_master where name = '_stream_records'").get();
    if (!known) return;
    connection.exec(`
      create index if not exists earshot_stream_position
        on _stream_records(table_name, CAST(sequence_number AS INTEGER));
      create trigger if not exists earshot_stream_trim after insert on _stream_records when NEW.id % 256 = 0
        begin delete from _stream_records where id < NEW.id - 20000; end;`);
  } finally {
    connection.close();
  }
}

async function sweepExpired(control: string, token: string): Promise<void> {
  const answer = await fetch(control, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'sweep_ttl', arguments: {} },
    }),
  });
  if (!answer.ok)
    throw new Error(`The embedded DynamoDB refused to sweep expired items: ${await answer.text()}`);
}

/** dynoxide does not say which port it got for port 0. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
