import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../../web/src/lib/i18n/languages.ts';
import { de } from '../../../web/src/lib/i18n/locales/de.ts';
import { en } from '../../../web/src/lib/i18n/locales/en.ts';
import { pt } from '../../../web/src/lib/i18n/locales/pt.ts';

type Texts = { readonly [key: string]: string | Texts };

/** All texts by their path, e.g. `inbox.tabs.all`. */
function flatten(texts: Texts, path = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

const placeholdersOf = (text: string) => [...text.matchAll(/\{\{?\w+\}?\}/g)].map(String).sort();
const english = flatten(en);

describe.each([
  ['German', de],
  ['Portuguese', pt],
])('the %s console', (_, translation) => {
  const texts = new Map(flatten(translation as Texts));

  it('UI says everything that the English one says, and nothing else', () => {
    expect([...texts.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  it('fills the same gaps', () => {
    const differing = english.filter(
      ([path, text]) => placeholdersOf(text).join() !== placeholdersOf(texts.get(path) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('leaves no text empty or in English by mistake', () => {
    const copied = english.filter(
      ([path, text]) => /[a-z] [a-z]/i.test(text.replaceAll(/\{\{.*?\}\}/g, '')) && texts.get(path) === text,
    );
    expect(copied.map(([path]) => path)).toEqual(['suggestions.googleNews']);
  });
});

describe('the language of a person', () => {
  it.each([
    [null, ['de-AT', 'en'], 'de'],
    [null, ['fr-FR', 'pt-BR'], 'pt'],
    ['pt', ['de'], 'pt'],
    [null, ['ja'], 'en'],
    ['xx', [], 'en'],
  ])('chosen %s, browser %j: %s', (stored, browser, expected) => {
    expect(preferredLanguage(stored, browser)).toBe(expected);
  });
});
