import { Environment, type EnvironmentName, LocalStage } from '../contract/env.ts';

/** Reads one variable of the function's environment. @throws naming the variable when it is missing or malformed. */
export function requireEnvironment<N extends EnvironmentName>(name: N): Environment[N] {
  const value = optionalEnvironment(name);
  if (value === undefined) throw new Error(`The environment variable ${name} is not set for this function.`);
  return value;
}

export function optionalEnvironment<N extends EnvironmentName>(name: N): Environment[N] | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  if (name === 'OUTSIDE_WORLD_URL' && process.env['STAGE'] !== LocalStage) {
    throw new Error('OUTSIDE_WORLD_URL simulates the outside world and is refused in a deployed stage.');
  }
  const parsed = Environment.shape[name].safeParse(text);
  if (!parsed.success)
    throw new Error(`The environment variable ${name} is malformed: ${parsed.error.message}`);
  return parsed.data as Environment[N];
}
