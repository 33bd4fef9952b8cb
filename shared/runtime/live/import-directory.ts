import { importDirectory as doing } from '../../core/directory/import-directory.ts';
import { campaigns } from './campaigns.ts';
import { clock } from './clock.ts';
import { contacts } from './contacts.ts';
import { directory } from './directory.ts';
import { feeds } from './feeds.ts';
import { mergeModel } from './merge-model.ts';
import { mergeProposals } from './merge-proposals.ts';
import { publications } from './publications.ts';
import { trackers } from './trackers.ts';

export const importDirectory = doing({
  campaigns,
  clock,
  contacts,
  directory,
  feeds,
  mergeModel,
  proposals: mergeProposals,
  publications,
  trackers,
});
