import type { ChannelType, Provider } from '../accounts/social-account.ts';
import type { Findings } from '../analysis/analysis.ts';
import type { Author, InteractionKind } from '../interactions/captured-interaction.ts';
import type { Instant } from '../kernel/time.ts';

/** All that rules may look at. */
export interface RuleFacts {
  text: string;
  kind: InteractionKind;
  provider: Provider;
  accountId: string;
  channelType: ChannelType;
  /** The campaign that the content belongs to. */
  campaignId: string | null;
  author: Pick<Author, 'name' | 'followers' | 'verified'>;
  /** When it is decided, for the active hours. */
  at: Instant;
  analysis: Pick<Findings, 'sentiment' | 'confidence' | 'topics' | 'language'>;
}
