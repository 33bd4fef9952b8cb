import { describe, expect, it } from 'vitest';
import { TableRequests } from '../../../shared/infra/dynamo/table-requests.ts';

describe('the keys of requests', () => {
  const requests = new TableRequests('earshot', (partition) => `org_1#${partition}`);

  it.each([
    ['nothing', '', 'RULE'],
    ['more than fits into a sort key', 'é'.repeat(513), 'RULE'],
    ['more than fits into a partition key', 'rule_1', 'R'.repeat(2_043)],
  ])('ST-04 refuse %s as an id, by name', (_what, sort, partition) => {
    const refused = expect.objectContaining({ kind: 'invalid', code: 'invalid_id' });
    expect(() => requests.primary({ partition, sort })).toThrow(refused);
  });

  it('ST-04 take whatever fits', () => {
    const key = { partition: 'R'.repeat(2_042), sort: 'é'.repeat(512) };
    expect(requests.primary(key)).toEqual({ pk: `org_1#${key.partition}`, sk: key.sort });
  });
});
