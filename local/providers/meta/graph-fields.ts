import { invalidParameter } from './graph-error.ts';

/** One requested field: `comments.limit(5).order(chronological){id,from}`. */
export interface FieldRequest {
  name: string;
  arguments: URLSearchParams;
  fields: FieldRequest[];
}

/** An object of the graph: what it can tell, what it tells unasked, and the lists that hang on it. */
export interface GraphNode {
  id: string;
  fields: Record<string, unknown>;
  defaults: readonly string[];
  edges: Record<string, (request: FieldRequest) => unknown>;
}

/** Graph answers only what was asked for, and always the id. */
export function project(node: GraphNode, requested: readonly FieldRequest[]): Record<string, unknown> {
  const wanted = requested.length > 0 ? requested : node.defaults.map(plainField);
  const answer: Record<string, unknown> = {};
  for (const request of wanted) {
    const edge = node.edges[request.name];
    const value = edge ? edge(request) : nested(node.fields[request.name], request);
    if (value !== undefined && value !== null) answer[request.name] = value;
  }
  answer['id'] = node.id;
  return answer;
}

function plainField(name: string): FieldRequest {
  return { name, arguments: new URLSearchParams(), fields: [] };
}

function nested(value: unknown, request: FieldRequest): unknown {
  if (request.fields.length === 0 || typeof value !== 'object' || value === null) return value;
  const names = new Set(request.fields.map((field) => field.name));
  return Object.fromEntries(Object.entries(value).filter(([name]) => name === 'id' || names.has(name)));
}

/** Reads Graph's field expansion syntax. */
export function parseFields(text: string | null): FieldRequest[] {
  if (text === null || text.trim() === '') return [];
  const parser = { text: text.replace(/\s+/g, ''), at: 0 };
  const fields = fieldList(parser);
  if (parser.at < parser.text.length) throw syntaxError(parser);
  return fields;
}

interface Parser {
  text: string;
  at: number;
}

function fieldList(parser: Parser): FieldRequest[] {
  const fields = [field(parser)];
  while (parser.text[parser.at] === ',') {
    parser.at += 1;
    fields.push(field(parser));
  }
  return fields;
}

function field(parser: Parser): FieldRequest {
  const request = plainField(word(parser));
  while (parser.text[parser.at] === '.') {
    parser.at += 1;
    const name = word(parser);
    request.arguments.set(name, enclosed(parser));
  }
  if (parser.text[parser.at] === '{') {
    parser.at += 1;
    request.fields = fieldList(parser);
    if (parser.text[parser.at] !== '}') throw syntaxError(parser);
    parser.at += 1;
  }
  return request;
}

function word(parser: Parser): string {
  const match = /^\w+/.exec(parser.text.slice(parser.at));
  if (!match) throw syntaxError(parser);
  parser.at += match[0].length;
  return match[0];
}

function enclosed(parser: Parser): string {
  const match = /^\(([^()]*)\)/.exec(parser.text.slice(parser.at));
  if (!match) throw syntaxError(parser);
  parser.at += match[0].length;
  return match[1] ?? '';
}

function syntaxError(parser: Parser): Error {
  return invalidParameter(`(#100) Syntax error in the field list at character ${parser.at}: ${parser.text}`);
}
