import { meteredReplies } from '../../core/replies/metered-replies.ts';
import { impatientModelClient } from '../../infra/bedrock/client.ts';
import { replyModel as model } from '../../infra/bedrock/reply-model.ts';
import { requireEnvironment } from '../env.ts';
import { modelBudget } from './model-budget.ts';

const author = model(impatientModelClient(), requireEnvironment('MODEL_ID'));

/** Writes the replies of rules. */
export const replyModel = meteredReplies(author, modelBudget, 'reply');

/** Proposes replies to people, who may post them. */
export const suggestionModel = meteredReplies(author, modelBudget, 'suggestion');
