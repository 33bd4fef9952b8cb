/** What customers wrote before anybody connected the page; times are counted back from the first start. */
export interface StartComment {
  author: string;
  text: string;
  hoursAgo: number;
  likes?: number;
  isHidden?: true;
  /** Answers below it; the page's own are written by `page`. */
  replies?: readonly StartComment[];
}

export interface StartPost {
  text: string;
  hoursAgo: number;
  reactions: number;
  shares: number;
  comments: readonly StartComment[];
}

export const pageAuthor = 'page';

export const beanBarPosts: readonly StartPost[] = [
  {
    text: 'Our autumn blend is back! ☕🍂\nNotes of hazelnut and baked apple, roasted on Tuesday, in all our bars from today.',
    hoursAgo: 30,
    reactions: 214,
    shares: 18,
    comments: [
      {
        author: 'Ana Prado',
        text: 'Best coffee in town, I come every single morning ❤️',
        hoursAgo: 28,
        likes: 6,
      },
      {
        author: 'Tom Becker',
        text: 'Endlich wieder da! Die Herbstmischung ist die beste.',
        hoursAgo: 27,
        likes: 3,
      },
      { author: 'Joana Silva', text: 'Adorei! O melhor café que já provei 😍', hoursAgo: 26, likes: 4 },
      {
        author: 'Mia Chen',
        text: 'Do you sell the beans online as well?',
        hoursAgo: 25,
        replies: [
          { author: pageAuthor, text: 'Yes! Our online shop ships on the day of roasting.', hoursAgo: 24 },
        ],
      },
      { author: 'Lukas Vogt', text: 'Gibt es die Mischung auch entkoffeiniert?', hoursAgo: 22 },
      { author: 'Rui Gomes', text: 'Quanto custa o pacote de 1 kg?', hoursAgo: 20 },
      {
        author: 'Cheap Followers',
        text: 'Earn $5000 a week from home!! Click here: http://win-now.example',
        hoursAgo: 19,
      },
      {
        author: 'Nora Lang',
        text: 'Smells like cinnamon even through the bag. Thank you!',
        hoursAgo: 12,
        likes: 1,
      },
    ],
  },
  {
    text: 'New opening hours from Monday: 7 to 20 h, on Sundays 9 to 18 h.',
    hoursAgo: 54,
    reactions: 96,
    shares: 7,
    comments: [
      { author: 'Peter Hall', text: 'Are you open on public holidays too?', hoursAgo: 50 },
      { author: 'Sabine Kurz', text: 'Habt ihr auch an Heiligabend offen?', hoursAgo: 48 },
      { author: 'Carla Nunes', text: 'Abrem no domingo de manhã?', hoursAgo: 47 },
      { author: 'Olli Weber', text: 'Super, endlich vor der Arbeit Kaffee. Danke!', hoursAgo: 46, likes: 2 },
      { author: 'Grace Kim', text: 'Finally, thank you so much 🙌', hoursAgo: 44 },
      { author: 'Jonas Wolf', text: 'Naja, 30 Minuten früher hätten auch gereicht.', hoursAgo: 40 },
    ],
  },
  {
    text: 'Win a tasting for two: tell us your favourite coffee memory.',
    hoursAgo: 100,
    reactions: 342,
    shares: 51,
    comments: [
      {
        author: 'Helen Moore',
        text: 'My grandmother grinding beans by hand every Sunday.',
        hoursAgo: 98,
        likes: 12,
      },
      { author: 'Felix Braun', text: 'Der erste Espresso in Triest, im Stehen.', hoursAgo: 97, likes: 5 },
      { author: 'Inês Rocha', text: 'O café da minha avó, feito no saco de pano.', hoursAgo: 96, likes: 7 },
      { author: 'Dan Fisher', text: 'When does the raffle end?', hoursAgo: 92 },
      {
        author: 'Petra Sommer',
        text: 'Ich habe letztes Mal gewonnen und nie etwas bekommen. Sehr enttäuscht.',
        hoursAgo: 90,
      },
      {
        author: 'Bitcoin Maria',
        text: 'I doubled my money in 3 days, write me on WhatsApp +1 555 0100',
        hoursAgo: 88,
        isHidden: true,
      },
    ],
  },
  {
    text: 'Cold brew in cans: now in the fridge beside the till.',
    hoursAgo: 170,
    reactions: 131,
    shares: 9,
    comments: [
      {
        author: 'Emma Clarke',
        text: 'I am pregnant, how much caffeine is in one can? Is it safe for me?',
        hoursAgo: 160,
      },
      {
        author: 'Markus Ott',
        text: 'Nach der Dose hatte ich starkes Herzrasen und Ausschlag. Ist das normal?',
        hoursAgo: 158,
      },
      { author: 'Diogo Faria', text: 'A lata chegou amassada e a metade vazia. Péssimo.', hoursAgo: 150 },
      { author: 'Kate Young', text: 'Too sweet for me, to be honest.', hoursAgo: 149 },
      { author: 'Aylin Demir', text: 'Wie lange ist die Dose haltbar?', hoursAgo: 140 },
      { author: 'Sam Reed', text: 'Love it!!! Please make a bigger can 😂', hoursAgo: 130, likes: 3 },
    ],
  },
  {
    text: 'Meet Luís, who has been roasting for us since 2014.',
    hoursAgo: 310,
    reactions: 508,
    shares: 22,
    comments: [
      { author: 'Rita Matos', text: 'Parabéns, Luís! Um grande profissional 👏', hoursAgo: 300, likes: 9 },
      { author: 'Gerd Haas', text: 'Grüße an den besten Röster der Stadt!', hoursAgo: 299 },
      {
        author: 'Victor Stone',
        text: 'Third wrong order this month and nobody answers your phone. You will hear from my lawyer.',
        hoursAgo: 280,
        replies: [{ author: 'Laura Stein', text: 'Same here, I waited 40 minutes.', hoursAgo: 279 }],
      },
      { author: 'Zoe Baker', text: 'What time is the roastery tour on Saturday?', hoursAgo: 260 },
    ],
  },
];
