import { Unsubscribe } from '../../../shared/contract/api/reports.ts';
import { systemContext } from '../../../shared/core/kernel/tenant-context.ts';
import type { MailSuppressions } from '../../../shared/core/reports/ports.ts';
import { UnsubscribePagePolicy, unsubscribePage } from '../../../shared/core/reports/unsubscribe-page.ts';
import { readUnsubscribeToken } from '../../../shared/core/reports/unsubscribe-token.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

interface Deps {
  signingKey(): Promise<string>;
  suppressions: Pick<MailSuppressions, 'unsubscribe'>;
}

export const unsubscribe = ({ signingKey, suppressions }: Deps) =>
  route(Unsubscribe, async ({ query, now }) => {
    const { organizationId, addressDigest, language } = readUnsubscribeToken(await signingKey(), query.token);
    await suppressions.unsubscribe(systemContext(organizationId), addressDigest, now);
    const headers = { 'content-security-policy': UnsubscribePagePolicy };
    return reply(unsubscribePage(language, 'done'), { headers });
  });
