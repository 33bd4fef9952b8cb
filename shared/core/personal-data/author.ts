import * as z from 'zod';
import { Provider } from '../accounts/social-account.ts';
import { interactionIdOf } from '../interactions/captured-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';

/** Somebody who wrote to the organization, as a platform names them. */
export const AuthorReference = z.object({ provider: Provider, authorExternalId: z.string() });
export type AuthorReference = z.infer<typeof AuthorReference>;

/** A comment or message that they wrote, or a message that was written to them. */
export function isOfAuthor(
  { provider, author, participant }: Pick<Interaction, 'provider' | 'author' | 'participant'>,
  { provider: wanted, authorExternalId }: AuthorReference,
): boolean {
  return provider === wanted && [author.externalId, participant?.externalId].includes(authorExternalId);
}

/** The comment that the organization's own reply answers: the reply speaks to its author. */
export function answeredBy({
  provider,
  accountId,
  isFromOwner,
  parentExternalId: externalId,
}: Pick<Interaction, 'provider' | 'accountId' | 'isFromOwner' | 'parentExternalId'>): string | undefined {
  return isFromOwner && externalId ? interactionIdOf({ provider, accountId, externalId }) : undefined;
}
