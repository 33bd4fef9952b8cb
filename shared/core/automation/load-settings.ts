import type { SocialAccount } from '../accounts/social-account.ts';
import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Organization } from '../organizations/organization.ts';
import { usedInDayOf } from '../replies/limits.ts';
import type { LimitStore } from '../replies/ports.ts';
import type { ReadableBlocklist } from './blocklist.ts';
import type { UsedToday } from './evaluate-rules.ts';
import type { BlocklistStore, RuleStore, TemplateStore } from './ports.ts';
import type { Rule } from './rule.ts';

export interface AccountReader {
  find(context: TenantContext, accountId: string): Promise<SocialAccount | undefined>;
  page(context: TenantContext, request: PageRequest): Promise<Page<SocialAccount>>;
}

export interface SettingsDeps {
  organizations: { get(context: TenantContext): Promise<Organization> };
  accounts: AccountReader;
  rules: Pick<RuleStore, 'list'>;
  templates: Pick<TemplateStore, 'list'>;
  blocklists: Pick<BlocklistStore, 'get'>;
  limits: Pick<LimitStore, 'usages'>;
}

/** What an organization has told automation to do, read once for many decisions. */
export interface AutomationSettings {
  organization: Organization;
  accounts: ReadonlyMap<string, SocialAccount>;
  rules: readonly Rule[];
  /** Text by template id. */
  templates: ReadonlyMap<string, string>;
  blocklist: ReadableBlocklist;
  usedToday: UsedToday;
}

export async function loadSettings(
  deps: SettingsDeps,
  context: TenantContext,
  now: Instant,
): Promise<AutomationSettings> {
  const [organization, accounts, rules, templates, blocklist, usages] = await Promise.all([
    deps.organizations.get(context),
    allAccounts(deps.accounts, context),
    deps.rules.list(context),
    deps.templates.list(context),
    deps.blocklists.get(context),
    deps.limits.usages(context),
  ]);
  const used = new Map(usages.map((usage) => [usage.ruleId, usedInDayOf(usage, now)]));
  return {
    organization,
    accounts: new Map(accounts.map((account) => [account.accountId, account])),
    rules: rules.filter((rule) => rule.enabled),
    templates: new Map(templates.map((template) => [template.templateId, template.text])),
    blocklist,
    usedToday: (ruleId) => used.get(ruleId) ?? 0,
  };
}

export async function allAccounts(accounts: AccountReader, context: TenantContext): Promise<SocialAccount[]> {
  const found: SocialAccount[] = [];
  let cursor: string | undefined;
  do {
    const page = await accounts.page(context, { limit: 100, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** True for an author who is one of the organization's own accounts (AR-22). */
export function isOwnAuthor(accounts: Iterable<SocialAccount>, authorExternalId: string | null): boolean {
  return (
    authorExternalId !== null && [...accounts].some((account) => account.externalId === authorExternalId)
  );
}
