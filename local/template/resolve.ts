import { type Identity, identify, type Place } from './identity.ts';
import type { Json, JsonObject, Template } from './template.ts';

/** Answers what the template's intrinsic functions stand for on this machine. */
export class Resolver {
  readonly #template: Template;
  readonly #place: Place;
  readonly #parameters: Record<string, Json>;
  readonly #identities = new Map<string, Identity>();

  constructor(template: Template, place: Place) {
    this.#template = template;
    this.#place = place;
    this.#parameters = { ...pseudoParameters(place) };
    for (const [name, { Default }] of Object.entries(template.Parameters)) {
      if (Default !== undefined) this.#parameters[name] = Default;
    }
  }

  identityOf(logicalId: string): Identity {
    const known = this.#identities.get(logicalId);
    if (known) return known;
    const resource = this.#template.Resources[logicalId];
    if (!resource) throw new Error(`The template refers to ${logicalId}, which it does not define.`);
    const property = (name: string) => {
      const given = resource.Properties[name];
      return given === undefined ? undefined : text(this.value(given));
    };
    const identity = identify(logicalId, resource.Type, property, this.#place);
    this.#identities.set(logicalId, identity);
    return identity;
  }

  /** Replaces what was derived by what a service answered, e.g. the address of a queue. */
  learn(logicalId: string, ref: string): void {
    this.#identities.set(logicalId, { ...this.identityOf(logicalId), ref });
  }

  properties(logicalId: string): JsonObject {
    return object(this.value(this.#template.Resources[logicalId]?.Properties ?? {}));
  }

  value(unresolved: Json): Json {
    return this.#resolve(unresolved) ?? null;
  }

  /** `undefined` is `AWS::NoValue`: the property or element is left out. */
  #resolve(value: Json | undefined): Json | undefined {
    if (Array.isArray(value)) {
      return value.map((element) => this.#resolve(element)).filter((element) => element !== undefined);
    }
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only && isIntrinsic(only[0])) return this.#intrinsic(...only);
    const resolved: JsonObject = {};
    for (const [key, child] of entries) {
      const answer = this.#resolve(child);
      if (answer !== undefined) resolved[key] = answer;
    }
    return resolved;
  }

  #intrinsic(name: string, argument: Json): Json | undefined {
    if (name === 'Ref') return argument === 'AWS::NoValue' ? undefined : this.#reference(text(argument));
    if (name === 'Fn::GetAtt') return this.#attribute(argument);
    if (name === 'Fn::Sub') return this.#substitute(argument);
    const [first = null, second, third] = Array.isArray(argument) ? argument : [];
    if (name === 'Fn::Join') return list(this.#resolve(second)).map(text).join(text(first));
    if (name === 'Fn::Split') return text(this.#resolve(second)).split(text(first));
    if (name === 'Fn::Select') return list(this.#resolve(second))[Number(this.#resolve(first))];
    if (name === 'Fn::If') return this.#resolve(this.#condition(first) ? second : third);
    throw new Error(`The local cloud does not evaluate ${name}.`);
  }

  #reference(name: string): Json {
    return this.#parameters[name] ?? this.identityOf(name).ref;
  }

  #attribute(path: Json): string {
    const [logicalId = '', ...rest] = typeof path === 'string' ? path.split('.') : list(path).map(text);
    const name = rest.join('.');
    // Resources without effect here still lend their attributes to names and policies.
    return this.identityOf(logicalId).attributes[name] ?? `${logicalId}.${name}`;
  }

  #substitute(argument: Json): string {
    const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return text(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const own = object(variables)[name];
      if (own !== undefined) return text(this.value(own));
      return name.includes('.') ? this.#attribute(name) : text(this.#reference(name));
    });
  }

  #condition(value: Json): boolean {
    if (typeof value === 'string') return this.#condition(this.#template.Conditions[value] ?? false);
    if (typeof value === 'boolean') return value;
    const [name = '', argument = null] = Object.entries(object(value))[0] ?? [];
    if (name === 'Condition') return this.#condition(argument);
    const sides = list(argument);
    if (name === 'Fn::Equals') return text(this.#resolve(sides[0])) === text(this.#resolve(sides[1]));
    if (name === 'Fn::And') return sides.every((side) => this.#condition(side));
    if (name === 'Fn::Or') return sides.some((side) => this.#condition(side));
    if (name === 'Fn::Not') return !this.#condition(sides[0] ?? false);
    throw new Error(`The local cloud does not evaluate the condition function ${name}.`);
  }
}

function isIntrinsic(name: string): boolean {
  return name === 'Ref' || name.startsWith('Fn::');
}

function pseudoParameters({ accountId, region, stackName }: Place): Record<string, Json> {
  return {
    'AWS::AccountId': accountId,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
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
