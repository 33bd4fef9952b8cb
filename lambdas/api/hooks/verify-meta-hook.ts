import { VerifyMetaHook } from '../../../shared/contract/api/hooks.ts';
import type { WebhookReader } from '../../../shared/core/accounts/receive-events.ts';
import { AppError } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const verifyMetaHook = ({ webhook }: { webhook: WebhookReader }) =>
  route(VerifyMetaHook, async ({ query }) => {
    const answer = await webhook.answerChallenge({
      mode: query['hub.mode'],
      verifyToken: query['hub.verify_token'],
      challenge: query['hub.challenge'],
    });
    if (answer === undefined)
      throw new AppError('forbidden', 'challenge_refused', 'The verify token is not the one agreed.');
    return answer;
  });
