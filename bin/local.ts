import { parseArgs } from 'node:util';
import { CannotStart } from '../local/cannot-start.ts';
import { startLocalCloud } from '../local/cloud.ts';
import { stackFolderIn } from '../local/state/state-folder.ts';
import { seed } from './demo/seed.ts';
import { DemoUser } from './demo/sign-in.ts';
import { prepareStack } from './local/prepare-stack.ts';
import { storeAppCredentials } from './local/store-app-credentials.ts';

const Usage = 'npm start -- [--port 4400] [--state .earshot] [--fresh]';

/** `npm start`: the whole stack on this machine, until Ctrl+C. */
async function main(): Promise<void> {
  const { port, state, fresh } = readFlags();
  const stack = stackFolderIn(state);
  prepareStack(stack);
  const starting = startLocalCloud({ stack, stateDir: state, port, fresh });
  stopOnSignal(async () => (await starting).stop());
  const cloud = await starting;
  await storeAppCredentials(cloud);
  if (cloud.startedFresh) await seed(cloud.url);

  console.log(`Earshot is ready at ${cloud.url}`);
  console.log(
    `Sign in as ${DemoUser.email} with the password ${DemoUser.password}. Mails: ${cloud.url}/_outbox`,
  );
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function fail(error: unknown): never {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
}

function parsedArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4400' },
        state: { type: 'string', default: '.earshot' },
        fresh: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : String(error)}\n${Usage}`);
  }
}

function readFlags(): { port: number; state: string; fresh: boolean } {
  const values = parsedArguments();
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CannotStart(`${values.port} is not a port. ${Usage}`);
  return { port, state: values.state, fresh: values.fresh };
}

main().catch(fail);
