import * as z from 'zod';
import { Contact } from '../publications/contact.ts';
import { Publication } from '../publications/publication.ts';

export const DirectoryContact = Contact.pick({ name: true, email: true, role: true });
export type DirectoryContact = z.infer<typeof DirectoryContact>;

/** A press outlet with its journalists in the superadmins' directory, from which organizations are supplied (PM-31). */
export const DirectoryEntry = z.object({
  entryId: z.string(),
  ...Publication.pick({ title: true, type: true, language: true, country: true, monitoringConfig: true })
    .shape,
  contacts: z.array(DirectoryContact).max(50),
  createdAt: z.string(),
  version: z.int(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;
