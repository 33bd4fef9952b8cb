import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Socket } from 'node:net';
import * as z from 'zod';

/** A process of a function. */
export interface Caller {
  processId: number;
  functionName: string;
}

const WorkerStart = z.object({ functionName: z.string() });
const known = new WeakMap<Socket, Caller>();

/**
 * Which function's process holds the other end of a loopback connection (Linux only, by proc(5));
 * undefined when it has ended or is no function's.
 */
export function callerOf(socket: Socket): Caller | undefined {
  const found = known.get(socket);
  if (found) return found;
  const inode = inodeOfClient(socket.remotePort ?? 0, socket.localPort ?? 0);
  const caller = inode === undefined ? undefined : ownerOf(inode);
  if (caller) known.set(socket, caller);
  return caller;
}

/** Lines of /proc/net/tcp: `sl local_address rem_address st … inode`, addresses as `0100007F:1F90`. */
function inodeOfClient(clientPort: number, serverPort: number): string | undefined {
  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)) {
    const fields = line.trim().split(/\s+/);
    if (fields[1]?.endsWith(`:${hex(clientPort)}`) && fields[2]?.endsWith(`:${hex(serverPort)}`))
      return fields[9];
  }
  return undefined;
}

function ownerOf(inode: string): Caller | undefined {
  for (const processId of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const functionName = functionOf(processId);
    if (functionName !== undefined && holdsSocket(processId, inode))
      return { processId: Number(processId), functionName };
  }
  return undefined;
}

/** The runner starts a worker with its description as the last argument. */
function functionOf(processId: string): string | undefined {
  return unlessEnded(() => {
    const last = readFileSync(`/proc/${processId}/cmdline`, 'utf8').split('\0').at(-2);
    return last?.startsWith('{') ? WorkerStart.parse(JSON.parse(last)).functionName : undefined;
  });
}

function holdsSocket(processId: string, inode: string): boolean {
  const folder = `/proc/${processId}/fd`;
  const files = unlessEnded(() => readdirSync(folder)) ?? [];
  return files.some((file) => unlessEnded(() => readlinkSync(`${folder}/${file}`)) === `socket:[${inode}]`);
}

/** A process may end, and a file be closed, while one looks at it. */
function unlessEnded<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
