import * as z from 'zod';
import type { WorldRequest, WorldResponse } from '../provider.ts';
import { type HooksState, ScriptedAnswer } from './state.ts';

type Command = (state: HooksState, body: unknown) => unknown;

/** `/_sim/world/hooks/…`: what the receiver got, and how it answers from now on. */
const commands: Record<string, Command> = {
  'GET /received': ({ received }) => received.all(),
  'DELETE /received': ({ received }) => {
    for (const { id } of received.entries()) received.delete(id);
    return [];
  },
  'GET /answers': ({ answers }) => answers.all(),
  'PUT /answers': ({ answers }, body) => {
    const scripted = ScriptedAnswer.parse(body);
    answers.put(scripted.path, scripted);
    return scripted;
  },
};

export function answerHooksControl(state: HooksState, request: WorldRequest): WorldResponse {
  const asked = `${request.method} ${request.path}`;
  const command = commands[asked];
  if (!command) return json(404, { error: `Unknown command ${asked}.`, commands: Object.keys(commands) });
  try {
    const text = request.body.toString('utf8');
    return json(200, command(state, text === '' ? {} : JSON.parse(text)));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return json(400, { error: error.message });
    throw error;
  }
}

function json(status: number, value: unknown): WorldResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
