import type { Chance } from './random.ts';

/** What people write below posts, by what it leads to. */
export const Kinds = {
  praise: 10.6,
  remark: 51,
  question: 12,
  complaint: 9,
  medical: 3,
  escalation: 2,
  blocked: 2,
  emoji: 7,
  own: 3.4,
} as const;
export type Kind = keyof typeof Kinds;

const Openings: Record<Exclude<Kind, 'emoji'>, Record<Language, string>> = {
  praise: { en: 'Lovely, thank you!', de: 'Wunderbar, vielen Dank!', pt: 'Adorei, muito obrigada!' },
  remark: { en: 'I was there on Tuesday.', de: 'Ich war am Dienstag da.', pt: 'Fui lá na terça-feira.' },
  question: {
    en: 'Is there one in Hamburg, too?',
    de: 'Gibt es das auch in Hamburg?',
    pt: 'Também há em Lisboa?',
  },
  complaint: {
    en: 'We waited far too long.',
    de: 'Wir haben viel zu lange gewartet.',
    pt: 'Esperámos demasiado tempo.',
  },
  medical: {
    en: 'I am allergic to nuts, can I eat this?',
    de: 'Ich habe eine Nussallergie, darf ich das essen?',
    pt: 'Tenho alergia a nozes, posso comer isto?',
  },
  escalation: {
    en: 'My lawyer will write to you.',
    de: 'Mein Anwalt wird Ihnen schreiben.',
    pt: 'O meu advogado vai escrever-vos.',
  },
  blocked: { en: 'Competitor brand is better.', de: 'Competitor ist besser.', pt: 'Competitor é melhor.' },
  own: { en: 'We are glad to hear that!', de: 'Das freut uns sehr!', pt: 'Ficamos muito felizes!' },
};

const Fillers: Record<Language, string> = {
  en: 'we came with friends from work and sat near the window where the light is nice in the evening and later walked home along the river because the weather was finally warm again after weeks of rain',
  de: 'wir kamen mit Freunden aus dem Büro und saßen am Fenster wo abends das Licht so schön ist und gingen später zu Fuß am Fluss entlang nach Hause weil es nach Wochen endlich wieder warm geworden ist',
  pt: 'viemos com amigos do trabalho e ficámos perto da janela onde a luz é bonita ao fim da tarde e depois fomos a pé para casa junto ao rio porque o tempo finalmente aqueceu outra vez depois de semanas de chuva',
};

const Languages = ['de', 'en', 'pt'] as const;
type Language = (typeof Languages)[number];

/** A text of a kind, as long as comments are: half of them below sixty characters, a few of several hundred. */
export function someText(kind: Kind, chance: Chance): string {
  if (kind === 'emoji') return chance.one(['❤️', '😍😍😍', '👏👏', '🔥', '😂😂']);
  const language = chance.one(Languages);
  const length = Math.min(1_500, chance.logNormal(kind === 'praise' ? 45 : 60, 0.8));
  const words = Fillers[language].split(' ');
  let text = Openings[kind][language];
  while (text.length < length) text += ` ${chance.one(words)}`;
  return text;
}

const FirstNames = [
  'Lena',
  'Sofia',
  'João',
  'Maximilian',
  'Emma',
  'Beatriz',
  'Jürgen',
  'Chloe',
  'Ana',
  'Oliver',
];
const LastNames = ['Baumgartner', 'Silva', 'Smith', 'Müller', 'dos Santos', 'Walker', 'Krause', 'Costa'];

export function someName(chance: Chance): string {
  return `${chance.one(FirstNames)} ${chance.one(LastNames)}`;
}
