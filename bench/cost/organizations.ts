import type { Provider, SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { EmptyRuleOrder, withRules } from '../../shared/core/automation/rule-order.ts';
import type { Content } from '../../shared/core/content/content.ts';
import { contentIdOf } from '../../shared/core/interactions/captured-interaction.ts';
import { timeOrderedId } from '../../shared/core/kernel/ids.ts';
import { systemContext, type TenantContext } from '../../shared/core/kernel/tenant-context.ts';
import { addSeconds } from '../../shared/core/kernel/time.ts';
import { anAccount, anOrganization, aRule } from '../../test/support/conversation-builders.ts';
import type { Chance } from './random.ts';
import type { Stores } from './stores.ts';

/** Of a day's comments, what each size of organization gets, and how many there are of each. */
export const Sizes = {
  large: { organizations: 12, shareOfComments: 0.5, postsPerAccount: 6, perHour: 200, perDay: 1_000 },
  medium: { organizations: 60, shareOfComments: 0.35, postsPerAccount: 3, perHour: 50, perDay: 200 },
  small: { organizations: 300, shareOfComments: 0.15, postsPerAccount: 1, perHour: 10, perDay: 50 },
} as const;
export type Size = keyof typeof Sizes;

export interface SimulatedOrganization {
  size: Size;
  context: TenantContext;
  accounts: SimulatedAccount[];
}

export interface SimulatedAccount {
  accountId: string;
  provider: Provider;
  ownerExternalId: string;
  posts: { externalId: string; postedAt: string }[];
}

const ProvidersOf: Record<Size, readonly Provider[]> = {
  large: ['facebook', 'instagram', 'tiktok', 'youtube'],
  medium: ['facebook', 'instagram', 'youtube'],
  small: ['facebook', 'instagram'],
};

/** Connects an organization with its accounts, rules, blocklist and today's posts. */
export async function addOrganization(
  stores: Stores,
  size: Size,
  chance: Chance,
  dayStart: string,
): Promise<SimulatedOrganization> {
  const newId = (prefix: string) => timeOrderedId(prefix, Date.parse(dayStart), chance.bytes(10));
  const organizationId = newId('org');
  const context = systemContext(organizationId);
  await stores.organizations.create(anOrganization({ organizationId, signature: 'Your team at Bean Bar' }), {
    memberId: newId('mem'),
    email: 'owner@beanbar.example',
    name: 'Ana Owner',
    role: 'owner',
    joinedAt: dayStart,
    version: 1,
  });
  await stores.blocklists.save(context, {
    words: ['competitor', 'casino', 'bitcoin'],
    expressions: [],
    updatedAt: dayStart,
    version: 1,
  });
  const { perHour, perDay } = Sizes[size];
  const rules = rulesOf(newId, { perHour, perDay, authorCooldownMinutes: 60 });
  await stores.rules.save(context, rules, withRules(EmptyRuleOrder, rules));
  const accounts = ProvidersOf[size].map((provider) => ({
    account: anAccount({
      accountId: newId('acc'),
      provider,
      externalId: chance.digits(15),
      automationEnabledAt: '2026-11-01T00:00:00.000Z',
      automationConsentAt: '2026-11-01T00:00:00.000Z',
      automationConsentBy: 'mem_ana',
    }),
    posts: Array.from({ length: Sizes[size].postsPerAccount }, () => ({
      externalId: `${chance.digits(15)}_${chance.digits(18)}`,
      postedAt: addSeconds(dayStart, chance.between(6, 21) * 3_600),
    })),
  }));
  for (const { account, posts } of accounts) {
    await stores.accounts.connect(context, account, 'sealed');
    for (const post of posts) await stores.contents.save(context, contentOf(account, post));
  }
  return {
    size,
    context,
    accounts: accounts.map(({ account, posts }) => ({
      accountId: account.accountId,
      provider: account.provider,
      ownerExternalId: account.externalId,
      posts,
    })),
  };
}

/** Four rules, of which the last thanks for praise; what fits none goes to the inbox. */
function rulesOf(newId: (prefix: string) => string, limits: object) {
  const rule = (name: string, priority: number, keywords: string[], texts: string[]) =>
    aRule({
      ruleId: newId('rule'),
      name,
      priority,
      limits,
      minimumConfidence: 0,
      conditions: [{ field: 'keyword', operator: 'contains', value: keywords }],
      action: { type: 'reply_fixed', texts },
      delaySeconds: 120,
    });
  return [
    rule(
      'Opening hours',
      100,
      ['opening hours', 'Öffnungszeiten', 'horário'],
      ['We open at 8 on every day.'],
    ),
    rule('Vouchers', 110, ['voucher', 'Gutschein', 'vale de oferta'], ['There are vouchers in our shop.']),
    rule('Jobs', 120, ['vacancy', 'Ausbildung', 'vaga'], ['Please write to our team at the head office.']),
    rule(
      'Thank for praise',
      130,
      ['thank you', 'vielen Dank', 'obrigada'],
      [
        'Thank you so much, {author_name}! See you soon at the bar.',
        'That makes our day, {author_name}. Thank you for telling us!',
        'We pass that on to the whole team. Have a lovely day, {author_name}!',
      ],
    ),
  ];
}

function contentOf(
  account: SocialAccount,
  { externalId, postedAt }: { externalId: string; postedAt: string },
): Content {
  const { provider, accountId } = account;
  return {
    contentId: contentIdOf({ provider, accountId, externalId }),
    provider,
    accountId,
    externalId,
    kind: 'post',
    title: 'Our autumn menu is here',
    text: 'Our autumn menu is here: pumpkin, chestnut and a new flat white. Come and try it!',
    permalink: null,
    imageUrl: null,
    postedAt,
    campaignId: null,
    statistics: { reactions: 10, comments: 5, shares: 1 },
    reading: null,
    capturedAt: postedAt,
  };
}
