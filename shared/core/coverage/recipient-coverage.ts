import * as z from 'zod';
import { CampaignSend } from '../campaigns/campaign-send.ts';
import type { Contact } from '../publications/contact.ts';
import type { Publication } from '../publications/publication.ts';
import type { Clipping } from './clipping.ts';
import { normaliseText } from './normalise-text.ts';

/** To whom a campaign was sent, and whether one of their outlets has published since (PM-14). */
export const RecipientCoverage = z.object({
  ...CampaignSend.pick({ contactId: true, status: true, sentAt: true }).shape,
  /** The contact's id where the contact is gone. */
  name: z.string(),
  publications: z.array(z.object({ publicationId: z.string(), title: z.string() })),
  hasPublished: z.boolean(),
  clippings: z.int(),
});
export type RecipientCoverage = z.infer<typeof RecipientCoverage>;

export interface CampaignRecipients {
  sends: readonly CampaignSend[];
  contacts: readonly Contact[];
  publications: readonly Publication[];
}

/** A clipping is a recipient's if it is of one of their outlets: by the publication, else by the outlet's name. */
export function recipientCoverage(
  { sends, contacts, publications }: CampaignRecipients,
  clippings: readonly Pick<Clipping, 'publicationId' | 'outlet'>[],
): RecipientCoverage[] {
  const contactOf = new Map(contacts.map((contact) => [contact.contactId, contact]));
  const publicationOf = new Map(publications.map((publication) => [publication.publicationId, publication]));
  return sends.map(({ contactId, status, sentAt }) => {
    const contact = contactOf.get(contactId);
    const own = contact?.publicationIds.flatMap((id) => publicationOf.get(id) ?? []) ?? [];
    const published = clippings.filter((clipping) => own.some((publication) => isOf(clipping, publication)));
    return {
      contactId,
      status,
      sentAt,
      name: contact?.name ?? contactId,
      publications: own.map(({ publicationId, title }) => ({ publicationId, title })),
      hasPublished: published.length > 0,
      clippings: published.length,
    };
  });
}

function isOf(
  clipping: Pick<Clipping, 'publicationId' | 'outlet'>,
  { publicationId, title }: Publication,
): boolean {
  if (clipping.publicationId !== null) return clipping.publicationId === publicationId;
  return normaliseText(clipping.outlet) === normaliseText(title);
}
