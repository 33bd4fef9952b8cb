import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LeftOut } from '../../../shared/core/personal-data/readable-record.ts';
import { PartitionsOf, RootPartitions } from '../../../shared/infra/dynamo/tenant-partitions.ts';

const Root = resolve(import.meta.dirname, '../../..');
const Stores = join(Root, 'shared/infra/dynamo');

/** Of no organization, see docs/data-model.md. */
const GlobalTypes = new Set([
  'ApiTokenEntry',
  'AuthorizingPerson',
  'Budget',
  'DataDeletion',
  'DirectoryEntry',
  'ErasedAccount',
  'FeedState',
  'FeedWatch',
  'HostTurn',
  'InvitationLink',
  'Link',
  'MailSuppression',
  'Membership',
  'OAuthState',
  'PlatformAsset',
]);

/** What happened lately, packed: ids alone, which the records that are walked hold as well. */
const NotWalked = new Set(['ACT#<hour>']);

function storedTypes(): string[] {
  const sources = readdirSync(Stores).map((name) => readFileSync(join(Stores, name), 'utf8'));
  const found = sources.flatMap((text) => [...text.matchAll(/\btype: '(\w+)'|Type = '(\w+)'/g)]);
  return [...new Set(found.map(([, literal, constant]) => literal ?? constant ?? ''))];
}

/** The partitions that the data model names for items of an organization, without what is filled in. */
function documentedPartitions(): string[] {
  const text = readFileSync(join(Root, 'docs/data-model.md'), 'utf8');
  const [, section = ''] = text.split('## Items of an organization');
  const [table = ''] = section.split('## Items of no organization');
  const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Type'));
  return [...new Set(rows.map((row) => row.split(' | ')[1]?.replaceAll('`', '') ?? ''))];
}

describe('the records of an organization', () => {
  it('ST-06 leaves no stored type undecided: exported, without some fields, or left out', () => {
    const undecided = storedTypes().filter((type) => !GlobalTypes.has(type) && !(type in LeftOut));
    expect(storedTypes().length).toBeGreaterThan(40);
    expect(undecided).toEqual([]);
  });

  it('ST-06 walks every partition of the data model', () => {
    const filled = (partition: string) => partition.replace(/<[^>]*>$/, '<id>').replace('INT#<id>', 'INT#0');
    const walked = new Set([
      ...RootPartitions.map((root) => root || '·'),
      ...Object.values(PartitionsOf).flatMap((partitionsOf) => partitionsOf('<id>')),
    ]);
    const documented = documentedPartitions().filter((partition) => !NotWalked.has(partition));
    expect(documented.length).toBeGreaterThan(20);
    expect(documented.filter((partition) => !walked.has(filled(partition)))).toEqual([]);
  });
});
