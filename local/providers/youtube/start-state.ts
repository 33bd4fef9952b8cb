import { type Channel, randomId, type Video, writeComment, type YouTubeState } from './state.ts';

const MillisecondsPerHour = 3_600_000;

export const beanBarChannel: Channel = { id: 'UCbeanbar000000000000000', title: 'Bean Bar', isMine: true };
export const roasteryChannel: Channel = {
  id: 'UCroastery00000000000000',
  title: 'Bean Bar Roastery',
  isMine: true,
};

interface StartComment {
  author: string;
  text: string;
  hoursAgo: number;
  isHeld?: true;
  /** The channel's own answer, two hours later. */
  answer?: string;
}

const videos: readonly (Omit<Video, 'channelId' | 'publishedAt' | 'commentsDisabled'> & {
  hoursAgo: number;
  comments: readonly StartComment[];
})[] = [
  {
    id: 'bb-latteart',
    title: 'Latte art in five minutes',
    description: 'Luís shows how a heart becomes a tulip. All you need is fresh milk and patience.',
    likes: 412,
    hoursAgo: 40,
    comments: [
      { author: 'Mara Lind', text: 'This is the clearest tutorial I have seen, thank you!', hoursAgo: 38 },
      {
        author: 'Jo Kaspar',
        text: 'Welche Kanne benutzt ihr im Video?',
        hoursAgo: 36,
        answer: 'Die mit 350 ml!',
      },
      { author: 'Bea Nunes', text: 'Adorei a explicação, vou tentar hoje 😍', hoursAgo: 30 },
      { author: 'Crypto Queen', text: 'I made $9000 this week, ask me how', hoursAgo: 28, isHeld: true },
      { author: 'Finn Ahrens', text: 'My tulip looks like an onion 😂', hoursAgo: 20 },
    ],
  },
  {
    id: 'bb-roasting',
    title: 'Inside our roastery',
    description: 'From green beans to the first crack.',
    likes: 188,
    hoursAgo: 130,
    comments: [
      { author: 'Ines Prado', text: 'Can we visit the roastery on weekends?', hoursAgo: 120 },
      { author: 'Uwe Stark', text: 'Toller Einblick, danke!', hoursAgo: 118 },
      { author: 'Leah Ford', text: 'Is coffee safe while breastfeeding?', hoursAgo: 110 },
      { author: 'Gil Matos', text: 'O som está muito baixo no minuto três.', hoursAgo: 100 },
    ],
  },
  {
    id: 'bb-coldbrew0',
    title: 'Cold brew at home',
    description: 'One part coffee, eight parts water, sixteen hours.',
    likes: 305,
    hoursAgo: 400,
    comments: [
      { author: 'Ana Becker', text: 'How long does it keep in the fridge?', hoursAgo: 390 },
      { author: 'Max Ott', text: 'Schmeckt bitter, was mache ich falsch?', hoursAgo: 380 },
      { author: 'Rita Sousa', text: 'Perfeito para o verão. Obrigada!', hoursAgo: 370 },
    ],
  },
];

/** The world as it is at its first start: two channels, some videos, and what viewers said. */
export function populate(state: YouTubeState, now: number): void {
  if (state.channels.all().length > 0) return;
  for (const { hoursAgo, comments, ...start } of videos) {
    const publishedAt = now - hoursAgo * MillisecondsPerHour;
    const video: Video = { ...start, channelId: beanBarChannel.id, publishedAt, commentsDisabled: false };
    state.videos.put(video.id, video);
    for (const comment of comments) writeStartComment(state, video, comment, now);
  }
  // Last, as their presence says that the world is complete.
  state.channels.put(beanBarChannel.id, beanBarChannel);
  state.channels.put(roasteryChannel.id, roasteryChannel);
}

function writeStartComment(state: YouTubeState, video: Video, start: StartComment, now: number): void {
  const publishedAt = now - start.hoursAgo * MillisecondsPerHour;
  const comment = writeComment(state, {
    parent: video,
    author: { id: randomId('UC', 16), name: start.author },
    text: start.text,
    publishedAt,
    status: start.isHeld ? 'heldForReview' : 'published',
  });
  if (start.answer === undefined) return;
  const { id, title: name } = beanBarChannel;
  const answeredAt = publishedAt + 2 * MillisecondsPerHour;
  writeComment(state, { parent: comment, author: { id, name }, text: start.answer, publishedAt: answeredAt });
}
