import type { Media } from './state.ts';

/** What people wrote below the media before anybody connected the account; times count back from the first start. */
export interface StartComment {
  username: string;
  text: string;
  hoursAgo: number;
  likes?: number;
  isHidden?: true;
  replies?: readonly StartComment[];
}

interface StartMedia extends Pick<Media, 'caption' | 'type' | 'productType' | 'likes'> {
  hoursAgo: number;
  comments: readonly StartComment[];
}

export const ownUsername = 'beanbar';

export const beanBarMedia: readonly StartMedia[] = [
  {
    caption: 'Latte art Friday ☕ Which one would you drink first?\n#latteart #beanbar',
    type: 'CAROUSEL_ALBUM',
    productType: 'FEED',
    likes: 1_284,
    hoursAgo: 20,
    comments: [
      { username: 'ana.p', text: 'The swan!! So beautiful 😍', hoursAgo: 19, likes: 14 },
      {
        username: 'timo_kocht',
        text: 'Gibt es auch Kurse für Latte Art bei euch?',
        hoursAgo: 18,
        replies: [
          { username: ownUsername, text: 'Ja, jeden ersten Samstag im Monat!', hoursAgo: 17 },
          { username: 'lena.macht.kaffee', text: 'Ich war da, sehr zu empfehlen 👏', hoursAgo: 16, likes: 2 },
        ],
      },
      { username: 'rui.fotografia', text: 'Que fotografia linda, parabéns!', hoursAgo: 15, likes: 3 },
      {
        username: 'grow_fast_4u',
        text: 'Get 10k followers today, link in bio!!!',
        hoursAgo: 12,
        isHidden: true,
      },
    ],
  },
  {
    caption: 'From sack to cup in 30 seconds.',
    type: 'VIDEO',
    productType: 'REELS',
    likes: 3_902,
    hoursAgo: 70,
    comments: [
      { username: 'mia.chen', text: 'What beans are you using here?', hoursAgo: 69 },
      { username: 'joao.viaja', text: 'Qual é o nome da música?', hoursAgo: 66 },
      { username: 'sophie_l', text: 'I could watch this all day 🙌', hoursAgo: 60, likes: 8 },
      { username: 'paul.k', text: 'Waited 25 minutes for a flat white yesterday. Not great.', hoursAgo: 52 },
    ],
  },
  {
    caption: 'Oat, soy or almond?',
    type: 'IMAGE',
    productType: 'FEED',
    likes: 655,
    hoursAgo: 190,
    comments: [
      { username: 'nora.isst', text: 'Hafer, immer Hafer!', hoursAgo: 188, likes: 5 },
      { username: 'carla_nunes', text: 'Amêndoa 🤎', hoursAgo: 180 },
      { username: 'dan.f', text: 'Is the almond one safe with a nut allergy?', hoursAgo: 170 },
    ],
  },
];
