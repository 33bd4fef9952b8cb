import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { screenText } from '../shared/core/automation/screens/screen-text.ts';
import { figuresOf, halvesOf, labelledTexts } from '../test/core/automation/screens/labelled.ts';

/**
 * `npm run screen -- FILE…`: prints for every line of the files what the word lists find in it, as one JSON line.
 * With `--labelled` the files hold `label<TAB>text` below a heading, and only the figures of each are printed.
 */
const { values, positionals } = parseArgs({
  options: { labelled: { type: 'boolean', default: false } },
  allowPositionals: true,
});

function linesOf(content: string): string[] {
  const lines = content.replace(/^\ufeff/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function figures(content: string): object {
  const labelled = labelledTexts(content);
  const { tuned, heldOut } = halvesOf(labelled);
  return {
    all: figuresOf(labelled, screenText),
    tuned: figuresOf(tuned, screenText),
    heldOut: figuresOf(heldOut, screenText),
  };
}

if (positionals.length === 0) {
  console.error('Usage: npm run screen -- [--labelled] FILE…');
  process.exitCode = 2;
}
for (const file of positionals) {
  const content = await readFile(file, 'utf8');
  if (values.labelled) console.log(JSON.stringify({ file, ...figures(content) }));
  else for (const text of linesOf(content)) console.log(JSON.stringify({ text, ...screenText(text) }));
}
