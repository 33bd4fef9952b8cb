import { AskToUnsubscribe } from '../../../shared/contract/api/reports.ts';
import { UnsubscribePagePolicy, unsubscribePage } from '../../../shared/core/reports/unsubscribe-page.ts';
import { readUnsubscribeToken } from '../../../shared/core/reports/unsubscribe-token.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

export const askToUnsubscribe = ({ signingKey }: { signingKey(): Promise<string> }) =>
  route(AskToUnsubscribe, async ({ query }) => {
    const { language } = readUnsubscribeToken(await signingKey(), query.token);
    const headers = { 'content-security-policy': UnsubscribePagePolicy };
    return reply(unsubscribePage(language, 'ask'), { headers });
  });
