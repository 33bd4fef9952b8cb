import * as z from 'zod';
import { closingOf, findingsOf, replyTo } from './findings.ts';

type Json = z.core.util.JSONType;
type Hints = Readonly<Record<string, Json>>;

const Comments = z.array(z.looseObject({ id: z.string(), text: z.string() })).min(1);

/** What a request is about: comments to analyse, or one text to answer. */
export interface Question {
  comments: z.infer<typeof Comments>;
  text: string;
  language: string | undefined;
  /** How the reply should sound, where that is asked. */
  tone: string | undefined;
  /** A text to be put in other words. */
  template: string | undefined;
}

const ReplyQuestion = z.looseObject({
  comment: z.string(),
  language: z.string().optional(),
  tone: z.string().optional(),
  template: z.string().optional(),
});

/** Reads the question out of what the prompt holds: a JSON array of comments, or the comment to answer. */
export function questionOf(prompt: string): Question {
  const asked = ReplyQuestion.safeParse(parsed(prompt));
  if (asked.success) {
    const { comment, language, tone, template } = asked.data;
    return { comments: [], text: comment, language, tone, template };
  }
  const quoted = /"(?:comment|text)"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(prompt)?.[1];
  const tagged = /<comment[^>]*>([\s\S]*?)<\/comment>/.exec(prompt)?.[1];
  return {
    comments: commentsIn(prompt),
    text: tagged ?? (quoted === undefined ? prompt : z.string().parse(JSON.parse(quoted))),
    language: /"language"\s*:\s*"([a-z]{2})"/.exec(prompt)?.[1],
    tone: undefined,
    template: undefined,
  };
}

function commentsIn(prompt: string): Question['comments'] {
  const start = prompt.search(/\[\s*\{/);
  for (let end = prompt.lastIndexOf(']'); start >= 0 && end > start; end = prompt.lastIndexOf(']', end - 1)) {
    const comments = Comments.safeParse(parsed(prompt.slice(start, end + 1)));
    if (comments.success) return comments.data;
  }
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A template stays as it is; how a reply sounds is heard in its last sentence. */
export function replyFor({ text, language, tone, template }: Question): string {
  const closing = tone === undefined ? '' : closingOf(tone, text, language);
  return [template ?? replyTo(text, language), closing].filter((part) => part !== '').join(' ');
}

const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.json()).optional(),
  const: z.json().optional(),
  default: z.json().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
});
type Schema = z.infer<typeof Schema>;

/** Builds the input of a forced tool: findings for each comment, a reply where text is asked for, else what fits. */
export function toolInput(root: unknown, question: Question): Json {
  const reply = replyFor(question);
  const general: Hints = { text: reply, reply, message: reply, ...findingsOf(question.text) };
  return fill(root, root, question, general);
}

function fill(node: unknown, root: unknown, question: Question, hints: Hints): Json {
  const schema = resolved(node, root);
  const again = (inner: unknown, own = hints) => fill(inner, root, question, own);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0] ?? null;
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return fillObject(schema, root, hints, again);
    case 'array':
      return fillArray(schema, root, question, again);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(schema.maximum ?? 0, 0));
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return fillText(schema);
  }
}

function fillObject(schema: Schema, root: unknown, hints: Hints, again: (inner: unknown) => Json): Json {
  const entries = (schema.required ?? []).map((name) => {
    const property = schema.properties?.[name] ?? {};
    const hint = hints[name];
    return [name, hint !== undefined && suits(hint, resolved(property, root)) ? hint : again(property)];
  });
  return Object.fromEntries(entries);
}

/** A list whose entries have an id is about the comments of the request, one entry for each. */
function fillArray(
  schema: Schema,
  root: unknown,
  { comments }: Question,
  again: (inner: unknown, own?: Hints) => Json,
): Json {
  const items = schema.items ?? {};
  const { properties = {} } = resolved(items, root);
  if (comments.length > 0 && Object.hasOwn(properties, 'id')) {
    return comments.map(({ id, text }) => again(items, { id, ...findingsOf(text), reply: replyTo(text) }));
  }
  return Array.from({ length: schema.minItems ?? 0 }, () => again(items));
}

const Formats: Record<string, string> = {
  'date-time': '2026-01-01T00:00:00.000Z',
  date: '2026-01-01',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
};

function fillText({ format, minLength, maxLength }: Schema): string {
  const text = Formats[format ?? ''] ?? 'unknown';
  return text.padEnd(minLength ?? 0, '.').slice(0, maxLength);
}

function suits(hint: Json, property: Schema): boolean {
  try {
    return z.fromJSONSchema(property as z.core.JSONSchema.JSONSchema).safeParse(hint).success;
  } catch {
    return false;
  }
}

/** Follows references inside the tool's own schema, and of alternatives takes the first. */
function resolved(node: unknown, root: unknown): Schema {
  const schema = Schema.parse(node);
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (schema.$ref !== undefined) return resolved(referred(root, schema.$ref), root);
  return choice === undefined ? schema : resolved(choice, root);
}

function referred(root: unknown, reference: string): unknown {
  const path = reference.split('/').slice(1);
  return path.reduce<unknown>((node, name) => z.record(z.string(), z.unknown()).parse(node)[name], root);
}
