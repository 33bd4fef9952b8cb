import * as z from 'zod';

/** The tool with which Earshot asks for a merge of two descriptions of one press outlet. */
export const MergeToolName = 'propose_merge';

const Description = z.record(z.string(), z.union([z.string(), z.null()]));
const Question = z.object({ existing: Description, directory: Description });

/** Prefers what the directory says, as somebody looks after it; undefined when the prompt holds no two descriptions. */
export function mergeAnswer(prompt: string): Record<string, string | null> | undefined {
  const start = prompt.indexOf('{"existing"');
  const asked = start < 0 ? undefined : Question.safeParse(JSON.parse(prompt.slice(start)));
  if (!asked?.success) return undefined;
  const { existing, directory } = asked.data;
  const differing = Object.keys(existing).filter((field) => existing[field] !== directory[field]);
  const chosen = Object.entries(existing).map(([field, own]) => [field, directory[field] ?? own]);
  const reason = `The directory is looked after, and says something else about ${differing.join(', ')}.`;
  return { ...Object.fromEntries(chosen), reason };
}
