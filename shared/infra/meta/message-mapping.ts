import * as z from 'zod';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { Participant } from '../../core/conversations/conversation.ts';
import type { CapturedInteraction } from '../../core/interactions/captured-interaction.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../../core/kernel/time.ts';
import { instantOf } from './meta-mapping.ts';

const Person = z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() });
type Person = z.infer<typeof Person>;

const Attachment = z.object({
  mime_type: z.string().optional(),
  file_url: z.string().optional(),
  image_data: z.object({ url: z.string() }).optional(),
  video_data: z.object({ url: z.string() }).optional(),
});

export const MessageFields =
  'id,created_time,message,from,to,story,attachments{mime_type,file_url,image_data,video_data}';

export const GraphMessage = z.object({
  id: z.string(),
  created_time: z.string(),
  message: z.string().default(''),
  from: Person.optional(),
  /** The person mentioned the account in a story of theirs. */
  story: z.object({ mention: z.object({ link: z.string().optional() }).optional() }).optional(),
  attachments: z.object({ data: z.array(Attachment) }).optional(),
});
export type GraphMessage = z.infer<typeof GraphMessage>;

export const GraphConversation = z.object({
  id: z.string(),
  updated_time: z.string(),
  participants: z.object({ data: z.array(Person) }).default({ data: [] }),
  messages: z.object({ data: z.array(GraphMessage) }).default({ data: [] }),
});
export type GraphConversation = z.infer<typeof GraphConversation>;

type Owner = Pick<SocialAccount, 'provider' | 'externalId' | 'name'>;

/** Instagram may name the account by another id here than elsewhere: its user name tells, too. */
export function isAccount({ id, username }: Person, { provider, externalId, name }: Owner): boolean {
  return id === externalId || (provider === 'instagram' && username === name);
}

/** Who is not the account: conversations have two sides. */
export function participantOf({ participants }: GraphConversation, account: Owner): Participant | undefined {
  const person = participants.data.find((one) => !isAccount(one, account));
  return person && { externalId: person.id, name: nameOf(person) };
}

export function nameOf({ name, username }: Omit<Person, 'id'>): string {
  return name ?? username ?? '';
}

/** A story lives for a day, and its media with it; only its address is kept. */
export function storyEnd(mentionedAt: Instant): Instant {
  return addMilliseconds(mentionedAt, MillisecondsPerDay);
}

export function messageOf(
  message: GraphMessage,
  participant: Participant,
  account: SocialAccount,
  capturedAt: Instant,
): CapturedInteraction {
  const isFromOwner = message.from !== undefined && isAccount(message.from, account);
  const mention = message.story?.mention;
  const commentedAt = instantOf(message.created_time);
  return {
    provider: account.provider,
    accountId: account.accountId,
    externalId: message.id,
    kind: mention ? 'story_mention' : 'direct_message',
    contentExternalId: null,
    parentExternalId: null,
    author: {
      externalId: isFromOwner ? account.externalId : participant.externalId,
      name: isFromOwner ? account.name : participant.name,
      avatarUrl: null,
      followers: null,
      verified: null,
    },
    isFromOwner,
    text: message.message,
    attachments: mention ? [{ kind: 'story_mention', url: mention.link ?? null }] : attachmentsOf(message),
    permalink: null,
    likeCount: 0,
    replyCount: 0,
    isHidden: false,
    commentedAt,
    capturedAt,
    source: 'sync',
    participant,
    ...(mention && { attachmentsExpireAt: storyEnd(commentedAt) }),
  };
}

function attachmentsOf({ attachments }: GraphMessage): CapturedInteraction['attachments'] {
  return (attachments?.data ?? []).map(({ image_data: image, video_data: video, file_url: file }) => {
    if (image) return { kind: 'image', url: image.url };
    return video ? { kind: 'video', url: video.url } : { kind: 'file', url: file ?? null };
  });
}
