/** The process of the embedded SQS and S3: `node fauxqs-child.ts <data folder> <region>`; ends with its parent. */
import { Server } from 'node:net';
import { startFauxqs } from 'fauxqs';

listenOnLoopbackOnly();

const [dataDir, defaultRegion] = process.argv.slice(2);
if (!dataDir || !defaultRegion) throw new Error('Usage: fauxqs-child.ts <data folder> <region>');

const server = await startFauxqs({ port: 0, logger: false, dataDir, defaultRegion });
process.send?.({ port: server.port });

const stop = () => void server.stop().finally(() => process.exit(0));
process.once('disconnect', stop);
process.once('SIGTERM', stop);
process.on('SIGINT', () => {}); // Ctrl+C reaches the whole process group: the parent decides when this one may end.

/** fauxqs insists on 0.0.0.0, and it checks no signatures: it must not be reachable from other machines. */
function listenOnLoopbackOnly(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...args: unknown[]) {
    const [first, ...rest] = args;
    const address = typeof first === 'object' && first !== null ? { ...first, host: '127.0.0.1' } : first;
    return Reflect.apply(listen, this, [address, ...rest]);
  };
}
