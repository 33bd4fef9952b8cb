import {
  GetInteraction,
  GetInteractionTimeline,
  ListInteractions,
} from '../../shared/contract/api/interactions.ts';
import { CreateTemplate, ListTemplates } from '../../shared/contract/api/reply-texts.ts';
import { CreateRule, ListRules } from '../../shared/contract/api/rules.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { interactionIdOf } from '../../shared/core/interactions/captured-interaction.ts';
import type { Client } from './client.ts';
import { until } from './progress.ts';
import type { World } from './world.ts';

const ThanksTemplate = {
  name: 'Thank you',
  language: 'en',
  text: 'Thank you so much, {author_name}! See you soon at the bar.',
};
const PraiseRule = 'Thank for praise';
const HoursRule = 'Opening hours';

/** Two rules that a person would write first: thank for praise, and tell the opening hours. */
export async function keepRules(client: Client): Promise<number> {
  const templates = (await client.call(ListTemplates)).items;
  const template =
    templates.find(({ name }) => name === ThanksTemplate.name) ??
    (await client.call(CreateTemplate, { body: ThanksTemplate }));
  const rules = (await client.call(ListRules)).items.map(({ name }) => name);
  if (!rules.includes(PraiseRule)) {
    await client.call(CreateRule, {
      body: {
        name: PraiseRule,
        enabled: true,
        conditions: [{ field: 'sentiment', operator: 'in', value: ['positive', 'gratitude'] }],
        minimumConfidence: 60,
        action: { type: 'reply_template', templateIds: [template.templateId] },
        delaySeconds: 30,
      },
    });
  }
  if (!rules.includes(HoursRule)) {
    await client.call(CreateRule, {
      body: {
        name: HoursRule,
        enabled: true,
        conditions: [
          { field: 'keyword', operator: 'contains', value: ['open on', 'opening hours', 'geöffnet'] },
        ],
        minimumConfidence: 60,
        action: { type: 'reply_fixed', texts: ['We open every day from 8 to 18, on Sundays from 10.'] },
        delaySeconds: 30,
      },
    });
  }
  return (await client.call(ListRules)).items.filter(({ enabled }) => enabled).length;
}

interface CustomerComment {
  author: string;
  message: string;
}

/** What customers write in the demo: two comments that rules answer, two that no machine may. */
export const Comments = {
  praise: { author: 'Ana Pinto', message: 'Best oat latte in town, thank you so much!' },
  hours: { author: 'Tom Becker', message: 'Do you open on Sunday?' },
  medical: { author: 'Ines Rocha', message: 'I am pregnant, is your espresso safe with my medication?' },
  escalation: { author: 'Karl Graf', message: 'I found glass in my cup. My lawyer will contact you.' },
} as const satisfies Record<string, CustomerComment>;

/** Writes a comment as a customer, unless an earlier run already did; answers the platform's id. */
export async function commentOnce(world: World, pageName: string, comment: CustomerComment): Promise<string> {
  const page = await world.page(pageName);
  const posts = page.posts;
  const earlier = posts
    .flatMap((post) => post.comments)
    .find(({ author, message }) => author.name === comment.author && message === comment.message);
  const post = posts[0];
  if (!post) throw new Error(`${pageName} has no post.`);
  return earlier?.id ?? world.comment(post.id, comment.author, comment.message);
}

/** Waits until Earshot has decided about a comment, and answers the interaction. */
export async function decided(
  client: Client,
  { provider, accountId }: Pick<SocialAccount, 'provider' | 'accountId'>,
  externalId: string,
) {
  const interactionId = interactionIdOf({ provider, accountId, externalId });
  return until(`the comment ${externalId} was taken in`, async () => {
    const found = await client
      .call(GetInteraction, { params: { interactionId } })
      .catch((error: unknown) => notYet(error));
    return found && found.status !== 'new' && found;
  });
}

/** Waits until a reply stands recorded. */
export async function replied(client: Client, interactionId: string) {
  return until(
    'the reply was posted and recorded',
    async () => {
      const found = await client.call(GetInteraction, { params: { interactionId } });
      if (found.status === 'manual')
        throw new Error(`It went to a person: ${JSON.stringify(found.manualReason)}`);
      return found.status === 'replied' && found;
    },
    120,
  );
}

/** The last thing that the timeline says, in words. */
export async function lastWord(client: Client, interactionId: string): Promise<string> {
  const { items } = await client.call(GetInteractionTimeline, { params: { interactionId } });
  return items.at(-1)?.text ?? '';
}

/** How many comments the inbox holds by now. */
export async function inboxSize(client: Client): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await client.call(ListInteractions, { query: { limit: 100, ...(cursor && { cursor }) } });
    count += page.items.length;
    cursor = page.cursor;
  } while (cursor);
  return count;
}

function notYet(error: unknown): undefined {
  if (error instanceof Error && 'status' in error && error.status === 404) return undefined;
  throw error;
}
