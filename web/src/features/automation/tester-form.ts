import type { Provider } from '../../lib/provider.ts';
import type { Rule, TestMessage } from './operations.ts';
import type { Sentiment } from './rule-conditions.ts';
import { draftOf, formOf } from './rule-form.ts';

/** What a person makes up to see what would happen. */
export interface TesterForm {
  message: string;
  kind: 'comment' | 'mention' | 'direct_message';
  provider: Provider;
  /** Empty: no account in particular. */
  accountId: string;
  /** Undefined: the model is asked. */
  sentiment: Sentiment | undefined;
  authorName: string;
  /** Empty: unknown, as with most platforms. */
  followers: string;
  isVerified: boolean;
}

export const TestedKinds = ['comment', 'mention', 'direct_message'] as const;

export const emptyTest: TesterForm = {
  message: '',
  kind: 'comment',
  provider: 'facebook',
  accountId: '',
  sentiment: undefined,
  authorName: 'Alex',
  followers: '',
  isVerified: false,
};

/** A rule that is given is tried alone and as if it were on; without one, the rules that are on are tried. */
export function testOf(form: TesterForm, rule: Rule | undefined): TestMessage {
  const { message, kind, provider, accountId, sentiment, authorName, followers, isVerified } = form;
  return {
    message: message.trim(),
    kind,
    provider,
    authorName: authorName.trim() || emptyTest.authorName,
    ...(accountId && { accountId }),
    ...(sentiment && { sentiment }),
    ...(followers && { authorFollowers: Number(followers) }),
    ...(isVerified && { authorVerified: true }),
    ...(rule && { draft: draftOf(formOf(rule), rule) }),
  };
}
