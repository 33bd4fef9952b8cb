import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { ScheduleRunner } from '../events/schedule-runner.ts';
import { FunctionError } from '../functions/local-function.ts';

const ModelFaults = z.strictObject({
  throttle: z.int().optional(),
  malformed: z.int().optional(),
  delayMilliseconds: z.number().optional(),
  reply: z.string().optional(),
});

/** What can be asked of and told to a running local cloud. */
export interface Controls {
  schedules: Pick<ScheduleRunner, 'planned' | 'fire'>;
  setModelFaults(faults: z.infer<typeof ModelFaults>): void;
  unusedGrants(): unknown;
  invoke(functionName: string, payload: unknown): Promise<unknown>;
}

/**
 * Answers `/_sim`: `GET schedules`, `POST schedules/<name>/fire`, `GET grants/unused`, `PUT model/faults`, and
 * `POST functions/<name>/invoke` with the event as JSON body.
 */
export function createControl(controls: Controls) {
  async function answer(
    method: string,
    path: string,
    body: () => Promise<unknown>,
  ): Promise<[number, unknown]> {
    const [collection = '', name = '', verb = ''] = path.split('/').map(decodeURIComponent);
    const asked = `${method} ${collection}/${verb || name}`;
    if (asked === 'GET schedules/') return [200, controls.schedules.planned()];
    if (asked === 'POST schedules/fire') {
      return (await controls.schedules.fire(name))
        ? [202, { fired: name }]
        : [404, { message: `No schedule ${name}` }];
    }
    if (asked === 'PUT model/faults') {
      controls.setModelFaults(ModelFaults.parse(await body()));
      return [200, {}];
    }
    if (asked === 'GET grants/unused') return [200, controls.unusedGrants()];
    if (asked === 'POST functions/invoke') return [200, await controls.invoke(name, await body())];
    return [404, { message: `Nothing answers ${method} /_sim/${path}` }];
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const body = async (): Promise<unknown> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : {};
    };
    const path = url.pathname.replace(/^\/_sim\/?/, '');
    const [status, answered] = await answer(request.method ?? 'GET', path, body).catch(refusal);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answered ?? null));
  };
}

function refusal(error: unknown): [number, unknown] {
  if (error instanceof FunctionError) return [502, error.failure];
  return [400, { message: error instanceof Error ? error.message : String(error) }];
}
