import type { Rule } from '../../../shared/core/automation/rule.ts';
import type { Mutant } from '../mutant.ts';
import type { FirstSettings } from '../organization-facts.ts';
import type { Ports } from '../ports.ts';

/** The worker of replies sees a setting as it was at the beginning. */
function stale(
  name: string,
  breaks: string,
  settingsOf: (first: FirstSettings, ports: Ports) => Partial<Ports>,
): Mutant {
  return {
    name,
    breaks,
    ports: (ports, { kind, organizationId }, world) =>
      kind === 'replies' && organizationId !== null
        ? { ...ports, ...settingsOf(world.facts(organizationId).atFirst, ports) }
        : ports,
  };
}

function atAnyTime(rule: Rule | undefined): Rule | undefined {
  return rule && { ...rule, hours: null };
}

/** What is read again after the last wait. */
export const RecheckMutants: readonly Mutant[] = [
  stale(
    'rule not read again',
    'A rule that was edited or disabled answers all the same.',
    (first, ports) => ({
      rules: { ...ports.rules, find: async (_, id) => first.rules.find(({ ruleId }) => ruleId === id) },
    }),
  ),
  {
    name: 'hours not looked at again',
    breaks: 'A reply that waited goes out after the rule’s hours.',
    ports: (ports, { kind }) =>
      kind === 'replies'
        ? {
            ...ports,
            rules: { ...ports.rules, find: async (...asked) => atAnyTime(await ports.rules.find(...asked)) },
          }
        : ports,
  },
  {
    name: 'hours not looked at when deciding',
    breaks: 'A rule takes on what comes outside its hours.',
    ports: (ports) => ({
      ...ports,
      rules: {
        ...ports.rules,
        list: async (context) => (await ports.rules.list(context)).flatMap((rule) => atAnyTime(rule) ?? []),
      },
    }),
  },
  stale('switches not read again', 'The kill switch and the dry run do not hold what waits.', (first) => ({
    organizations: { get: async () => first.organization },
  })),
  stale('blocklist not read again', 'A word that was blocked meanwhile is answered.', (first) => ({
    blocklists: { get: async () => first.blocklist },
  })),
  stale('account not read again', 'A disconnected account answers.', (first, ports) => ({
    accounts: {
      ...ports.accounts,
      find: async (_, id) => first.accounts.find(({ accountId }) => accountId === id),
    },
  })),
  stale('own accounts not read again', 'An account of the organization is answered.', (first, ports) => ({
    accounts: { ...ports.accounts, page: async () => ({ items: first.accounts }) },
  })),
  {
    name: 'another tenant’s rules',
    breaks: 'A cache is shared by organizations.',
    ports: (ports) => ({
      ...ports,
      rules: {
        ...ports.rules,
        list: (context) => ports.rules.list({ ...context, organizationId: 'org_a' }),
      },
    }),
  },
];
