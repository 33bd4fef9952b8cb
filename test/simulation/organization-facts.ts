import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { EmptyBlocklist, type ReadableBlocklist } from '../../shared/core/automation/blocklist.ts';
import type { Rule } from '../../shared/core/automation/rule.ts';
import type { Organization } from '../../shared/core/organizations/organization.ts';
import { anAccount, anOrganization } from '../support/conversation-builders.ts';
import { History } from './history.ts';

export function accountIdOf(organizationId: string): string {
  return `acc_${organizationId}`;
}

export interface FirstSettings {
  organization: Organization;
  accounts: SocialAccount[];
  rules: Rule[];
  blocklist: ReadableBlocklist;
}

/** What an organization has told Earshot, now and before. */
export class OrganizationFacts {
  readonly organizationId: string;
  readonly atFirst: FirstSettings;
  readonly organization: History<Organization>;
  readonly accounts: History<SocialAccount[]>;
  readonly rules: History<Rule[]>;
  readonly blocklist: History<ReadableBlocklist>;

  constructor(organizationId: string, rules: Rule[]) {
    this.organizationId = organizationId;
    this.organization = new History(anOrganization({ organizationId, signature: 'Your Bean Bar' }));
    const accountId = accountIdOf(organizationId);
    this.accounts = new History([anAccount({ accountId, externalId: `page_${organizationId}` })]);
    this.rules = new History(rules);
    this.blocklist = new History(EmptyBlocklist);
    this.atFirst = {
      organization: this.organization.current,
      accounts: this.accounts.current,
      rules,
      blocklist: EmptyBlocklist,
    };
  }

  get account(): SocialAccount | undefined {
    return this.accounts.current.find(({ accountId }) => accountId === accountIdOf(this.organizationId));
  }

  changeAccount(now: number, changes: Partial<SocialAccount>): void {
    const changed = this.accounts.current.map((account) =>
      account.accountId === accountIdOf(this.organizationId) ? { ...account, ...changes } : account,
    );
    this.accounts.change(now, changed);
  }

  changeFirstRule(now: number, change: (rule: Rule) => Rule): void {
    const [first, ...others] = this.rules.current;
    if (first) this.rules.change(now, [change(first), ...others]);
  }

  changeOrganization(now: number, changes: Partial<Organization>): void {
    this.organization.change(now, { ...this.organization.current, ...changes });
  }
}
