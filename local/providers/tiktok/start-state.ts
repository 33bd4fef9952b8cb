import { personNamed } from './site.ts';
import type { Profile, TiktokState, Video } from './state.ts';
import { newComment } from './thread.ts';

const MillisecondsPerHour = 3_600_000;

export const beanBarOnTiktok: Profile = {
  openId: '_000beanbar7Jq2fXw',
  username: 'beanbar',
  displayName: 'Bean Bar',
};

interface StartComment {
  author: string;
  text: string;
  hoursAgo: number;
  likes?: number;
  isHidden?: boolean;
  replies?: StartComment[];
}

interface StartVideo {
  caption: string;
  hoursAgo: number;
  likes: number;
  shares: number;
  comments: StartComment[];
}

const Owner = beanBarOnTiktok.displayName;

const videos: readonly StartVideo[] = [
  {
    caption: 'Latte art in 12 seconds ☕ #barista #latteart',
    hoursAgo: 9,
    likes: 1_204,
    shares: 88,
    comments: [
      { author: 'Mia Costa', text: 'How do you get the milk that smooth??', hoursAgo: 8, likes: 14 },
      { author: 'Tom Becker', text: 'Wie viel kostet der Kurs?', hoursAgo: 7.5, likes: 3 },
      {
        author: 'Sofia Lima',
        text: 'Que lindo 😍',
        hoursAgo: 7,
        likes: 9,
        replies: [{ author: Owner, text: 'Obrigado! 💛', hoursAgo: 6.5 }],
      },
      { author: 'Jay P', text: 'looks burnt lol', hoursAgo: 6 },
    ],
  },
  {
    caption: 'POV: you ordered the last pistachio croissant 🥐',
    hoursAgo: 52,
    likes: 6_930,
    shares: 412,
    comments: [
      { author: 'Lena Vogt', text: 'Habt ihr die jeden Tag?', hoursAgo: 50, likes: 21 },
      {
        author: 'Nina Rossi',
        text: 'I waited 20 minutes and got nothing. Really disappointing.',
        hoursAgo: 48,
      },
      {
        author: 'Ben Okafor',
        text: 'Do you ship these?',
        hoursAgo: 47,
        likes: 5,
        replies: [
          { author: 'Mia Costa', text: 'asking for all of us', hoursAgo: 46 },
          { author: Owner, text: 'Sadly not, they are best within the hour!', hoursAgo: 45, likes: 2 },
        ],
      },
      { author: 'promo.king', text: 'Get 10k followers today, link in bio', hoursAgo: 40, isHidden: true },
    ],
  },
  {
    caption: 'From cherry to cup: our farm visit in Minas Gerais 🇧🇷',
    hoursAgo: 180,
    likes: 2_411,
    shares: 190,
    comments: [
      { author: 'Rafael Nunes', text: 'Minha região! Parabéns pelo trabalho.', hoursAgo: 170, likes: 33 },
      { author: 'Greta Hahn', text: 'Fantastic video, more of this please', hoursAgo: 160, likes: 12 },
    ],
  },
];

/** The world as it is at its first start: one account, three videos, and what people wrote below them. */
export function populate(state: TiktokState, now: number): void {
  if (state.profiles.all().length > 0) return;
  for (const start of videos) writeVideo(state, start, now);
  // Last, as its presence says that the world is complete.
  state.profiles.put(beanBarOnTiktok.openId, beanBarOnTiktok);
}

function writeVideo(state: TiktokState, { comments, hoursAgo, ...shown }: StartVideo, now: number): void {
  const createdAt = now - hoursAgo * MillisecondsPerHour;
  const video: Video = { id: state.nextId(), openId: beanBarOnTiktok.openId, ...shown, createdAt };
  state.videos.put(video.id, video);
  for (const comment of comments) writeStartComment(state, video, null, comment, now);
}

function writeStartComment(
  state: TiktokState,
  video: Video,
  parentId: string | null,
  { author, text, hoursAgo, likes = 0, isHidden = false, replies = [] }: StartComment,
  now: number,
): void {
  const { openId, username, displayName } = beanBarOnTiktok;
  const isOwner = author === Owner;
  const comment = newComment(state, {
    video,
    parentId,
    author: isOwner ? { uniqueId: openId, username, displayName } : personNamed(author),
    isOwner,
    text,
    createdAt: now - hoursAgo * MillisecondsPerHour,
    status: isHidden ? 'HIDDEN' : 'PUBLIC',
  });
  state.comments.put(comment.id, { ...comment, likes });
  for (const reply of replies) writeStartComment(state, video, comment.id, reply, now);
}
