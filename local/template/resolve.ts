import { type Identity, identify, type Place } from './identity.ts';
import type { Json, JsonObject, Template } from './template.ts';

/** Answers what the template's intrinsic functions stand for on this machine. */
export interface Resolver {
  identityOf(logicalId: string): Identity;
  /** Replaces what was derived by what a service answered, e.g. the address of a queue. */
  learn(logicalId: string, ref: string): void;
  properties(logicalId: string): JsonObject;
  value(value: Json): Json;
}

export function createResolver(template: Template, place: Place): Resolver {
  const identities = new Map<string, Identity>();
  const parameters: Record<string, Json> = {
    'AWS::AccountId': place.accountId,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': place.stackName,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.accountId}:stack/${place.stackName}/local`,
    'AWS::NotificationARNs': [],
  };
  for (const [name, { Default }] of Object.entries(template.Parameters)) {
    if (Default !== undefined) parameters[name] = Default;
  }

  function identityOf(logicalId: string): Identity {
    const known = identities.get(logicalId);
    if (known) return known;
    const resource = template.Resources[logicalId];
    if (!resource) throw new Error(`The template refers to ${logicalId}, which it does not define.`);
    const property = (name: string) => {
      const given = resource.Properties[name];
      return given === undefined ? undefined : text(value(given));
    };
    const identity = identify(logicalId, resource.Type, property, place);
    identities.set(logicalId, identity);
    return identity;
  }

  function reference(name: string): Json {
    return parameters[name] ?? identityOf(name).ref;
  }

  function attribute(path: Json): string {
    const [logicalId = '', name = ''] =
      typeof path === 'string' ? splitOnce(path, '.') : list(path).map(text);
    // Resources without effect here still lend their attributes to names and policies.
    return identityOf(logicalId).attributes[name] ?? `${logicalId}.${name}`;
  }

  function substitute(argument: Json): string {
    const [pattern, variables] = Array.isArray(argument)
      ? [text(argument[0]), object(argument[1])]
      : [text(argument), {}];
    return pattern.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const own = variables[name];
      if (own !== undefined) return text(value(own));
      return name.includes('.') ? attribute(name) : text(reference(name));
    });
  }

  function condition(value: Json): boolean {
    if (typeof value === 'string') return condition(template.Conditions[value] ?? false);
    if (typeof value === 'boolean') return value;
    const [name = '', argument = null] = Object.entries(object(value))[0] ?? [];
    const sides = () => list(argument).map(condition);
    if (name === 'Condition') return condition(argument);
    if (name === 'Fn::Equals') return text(resolve(list(argument)[0])) === text(resolve(list(argument)[1]));
    if (name === 'Fn::And') return sides().every(Boolean);
    if (name === 'Fn::Or') return sides().some(Boolean);
    if (name === 'Fn::Not') return !sides()[0];
    throw new Error(`The local cloud does not evaluate the condition function ${name}.`);
  }

  const intrinsics = new Map<string, (argument: Json) => Json | undefined>([
    ['Ref', (name) => (name === 'AWS::NoValue' ? undefined : reference(text(name)))],
    ['Fn::GetAtt', attribute],
    ['Fn::Sub', substitute],
    [
      'Fn::Join',
      (argument) => {
        const [separator, parts] = list(argument);
        return list(resolve(parts)).map(text).join(text(separator));
      },
    ],
    [
      'Fn::Select',
      (argument) => {
        const [index, parts] = list(argument);
        return list(resolve(parts))[Number(resolve(index))];
      },
    ],
    [
      'Fn::Split',
      (argument) => {
        const [separator, whole] = list(argument);
        return text(resolve(whole)).split(text(separator));
      },
    ],
    [
      'Fn::If',
      (argument) => {
        const [name, yes, no] = list(argument);
        return resolve(condition(name ?? false) ? yes : no);
      },
    ],
  ]);

  /** `undefined` is `AWS::NoValue`: the property or element is left out. */
  function resolve(value: Json | undefined): Json | undefined {
    if (Array.isArray(value)) return value.map(resolve).filter((element) => element !== undefined);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only) {
      const [name, argument] = only;
      const intrinsic = intrinsics.get(name);
      if (intrinsic) return intrinsic(argument);
      if (name.startsWith('Fn::')) throw new Error(`The local cloud does not evaluate ${name}.`);
    }
    const resolved: JsonObject = {};
    for (const [key, child] of entries) {
      const answer = resolve(child);
      if (answer !== undefined) resolved[key] = answer;
    }
    return resolved;
  }

  const value = (unresolved: Json): Json => resolve(unresolved) ?? null;

  return {
    identityOf,
    value,
    learn: (logicalId, ref) => {
      identities.set(logicalId, { ...identityOf(logicalId), ref });
    },
    properties: (logicalId) => object(value(template.Resources[logicalId]?.Properties ?? {})),
  };
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`A string was expected in the template, but there is ${JSON.stringify(value)}.`);
}

function list(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value;
  throw new Error(`A list was expected in the template, but there is ${JSON.stringify(value)}.`);
}

function object(value: Json | undefined): JsonObject {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  throw new Error(`An object was expected in the template, but there is ${JSON.stringify(value)}.`);
}

function splitOnce(whole: string, separator: string): [string, string] {
  const at = whole.indexOf(separator);
  return [whole.slice(0, at), whole.slice(at + separator.length)];
}
