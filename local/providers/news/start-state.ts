import { articlePath, type NewsState, type Publisher } from './state.ts';

const MillisecondsPerHour = 3_600_000;

const publisher = (
  host: string,
  name: string,
  language: string,
  particular: Partial<Publisher> = {},
): Publisher => ({
  host,
  name,
  language,
  format: 'rss',
  encoding: 'utf-8',
  feedPath: '/feed',
  fault: null,
  movedTo: null,
  ...particular,
});

/** One publisher for each way in which feeds differ, and two that do not work. */
const publishers: readonly Publisher[] = [
  publisher('daily-herald.example', 'Daily Herald', 'en'),
  publisher('kaffee-magazin.example', 'Kaffee Magazin', 'de', { format: 'atom', feedPath: '/atom.xml' }),
  publisher('stadtanzeiger.example', 'Stadt-Anzeiger', 'de', {
    encoding: 'windows-1252',
    feedPath: '/rss.xml',
  }),
  publisher('jornal-do-porto.example', 'Jornal do Porto', 'pt', { feedPath: '/rss' }),
  publisher('press-review.example', 'Press Review', 'en', { format: 'rdf', feedPath: '/index.rdf' }),
  publisher('slow-gazette.example', 'Slow Gazette', 'en', { fault: 'slow' }),
  publisher('broken-times.example', 'Broken Times', 'en', { fault: 'error' }),
];

/** What is in the papers anyway; nothing of it is about a customer's campaign. */
const news: readonly [host: string, hoursAgo: number, title: string, summary: string][] = [
  [
    'daily-herald.example',
    30,
    'Harbour bridge closes for repairs',
    'Traffic is led through the tunnel until spring.',
  ],
  [
    'daily-herald.example',
    20,
    'City council votes on market hours',
    'Stalls may stay open until nine in the evening.',
  ],
  ['daily-herald.example', 6, 'Local bakers win national prize', 'Their rye bread convinced the jury.'],
  [
    'kaffee-magazin.example',
    50,
    'Röstgrade im Vergleich',
    'Hell, mittel, dunkel: was die Röstung verändert.',
  ],
  ['kaffee-magazin.example', 26, 'Siebträger richtig reinigen', 'Fünf Handgriffe für jeden Abend.'],
  ['kaffee-magazin.example', 4, 'Ernte in Äthiopien fällt gut aus', 'Die Preise könnten im Frühjahr sinken.'],
  [
    'stadtanzeiger.example',
    28,
    'Neue Straßenbahn für die Südstadt',
    'Die „Linie 7“ fährt ab März alle zehn Minuten – für 2,40 €.',
  ],
  ['stadtanzeiger.example', 9, 'Schwimmbad öffnet früher', 'Frühschwimmer dürfen ab sechs Uhr ins Wasser.'],
  [
    'jornal-do-porto.example',
    33,
    'Feira de outono começa na sexta-feira',
    'Mais de cem expositores na Avenida dos Aliados.',
  ],
  [
    'jornal-do-porto.example',
    12,
    'Cafés históricos ganham proteção',
    'A câmara aprovou a lista de espaços a preservar.',
  ],
  [
    'slow-gazette.example',
    15,
    'Chess club celebrates a century',
    'The oldest member is 97 and still undefeated.',
  ],
];

/** Fills an empty world. */
export function populateNews(state: NewsState, nowMilliseconds: number): void {
  if (state.publishers.all().length > 0) return;
  for (const each of publishers) state.publishers.put(each.host, each);
  for (const [host, hoursAgo, title, summary] of news) {
    const publishedAt = new Date(nowMilliseconds - hoursAgo * MillisecondsPerHour).toISOString();
    state.publish({
      host,
      title,
      summary,
      url: `https://${host}${articlePath(title, publishedAt)}`,
      publishedAt,
    });
  }
}
