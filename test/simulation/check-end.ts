import type { Execution } from '../../shared/core/automation/execution.ts';
import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import { checkSlots } from './check-limits.ts';
import type { Ledger, Post } from './ledger.ts';
import type { ShownComment, SimulatedPlatform } from './platform.ts';
import type { Scenario, ScenarioComment } from './scenario.ts';
import { captureOf } from './sightings.ts';
import type { SimulatedTable } from './table.ts';

interface End {
  ledger: Ledger;
  table: SimulatedTable;
  platform: SimulatedPlatform;
  scenario: Scenario;
}

/** Judges what is left when nothing more happens: the records (I5), the fates (I6) and the counters (I4). */
export function checkEnd({ ledger, table, platform, scenario }: End): void {
  checkRecords(ledger, table);
  for (const comment of scenario.comments) {
    const { organizationId, externalId } = comment;
    const interaction = table.interaction(organizationId, captureOf(comment).interactionId);
    checkFate(ledger, { comment, shown: platform.comments.get(externalId), interaction });
    if (interaction) checkReplyRecord(ledger, interaction, table.executions);
  }
  for (const organizationId of new Set(scenario.comments.map((comment) => comment.organizationId))) {
    for (const { ruleId } of scenario.rules)
      checkSlots(ledger, organizationId, table.usageOf(organizationId, ruleId));
  }
}

/** One terminal record per decision (I5). */
function checkRecords(ledger: Ledger, { ends, executions }: SimulatedTable): void {
  const records = new Map(executions.map((execution) => [execution.executionId, execution]));
  for (const [id, [end, ...others]] of Map.groupBy(ends, ({ executionId }) => executionId)) {
    const record = records.get(id);
    if (others.length > 0) ledger.violated('I5', `the decision ${id} ended ${others.length + 1} times`);
    else if (!record) ledger.violated('I5', `no record of the decision ${id}`);
    else if (record.outcome !== end?.outcome || record.externalReplyId !== end.externalReplyId)
      ledger.violated('I5', `${id} is recorded as ${record.outcome}, and ended as ${end?.outcome}`);
    records.delete(id);
  }
  for (const id of records.keys()) ledger.violated('I5', `a record of the decision ${id}, which has no end`);
}

/** What the records say was posted is what people see, and what people see is on record (I5). */
function checkReplyRecord(ledger: Ledger, interaction: Interaction, executions: readonly Execution[]): void {
  const { interactionId, externalId } = interaction;
  const records = executions.filter((execution) => execution.interactionId === interactionId);
  const replied = records.filter(({ outcome }) => outcome === 'replied');
  const posts = ledger.landedOf(interactionId);
  if (replied.length > 1) ledger.violated('I5', `${externalId} has ${replied.length} records of a reply`);
  for (const record of replied) {
    const post = posts.find(({ landed }) => landed?.externalId === record.externalReplyId);
    if (!post) ledger.violated('I5', `${externalId} is recorded as answered, and is not`);
    else if (post.landed?.text !== record.postedText || record.postedText !== record.preparedText)
      ledger.violated('I5', `${externalId} was answered with another text than the recorded one`);
  }
  const isUndone = posts.some(({ landed }) => landed && ledger.undone.has(landed.externalId));
  const current = records.find(
    ({ outcome, undoneAt }) => (outcome === 'replied' || outcome === 'unconfirmed') && undoneAt === undefined,
  );
  if (isUndone && current) ledger.violated('I5', `${externalId} was undone, and is ${current.outcome}`);
  const mayBeThere = records.some(
    ({ outcome, reason }) => outcome === 'unconfirmed' || reason === 'deleted_on_platform',
  );
  if (posts.length > 0 && replied.length === 0 && !mayBeThere)
    ledger.violated('I5', `${externalId} was answered, and no record says that it may be`);
}

interface Fate {
  comment: ScenarioComment;
  shown: ShownComment | undefined;
  interaction: Interaction | undefined;
}

/** Every captured interaction ends answered, cancelled, blocked, manual or plainly in the inbox (I6). */
function checkFate(ledger: Ledger, { comment, shown, interaction }: Fate): void {
  const { externalId } = comment;
  if (!interaction) {
    if (shown?.exists.current !== false) ledger.violated('I6', `${externalId} was never stored`);
    return;
  }
  const { status, decision, manualReason, pendingReply, reply } = interaction;
  if (pendingReply || status === 'reply_scheduled')
    ledger.violated('I6', `${externalId} still waits, for ${pendingReply?.waitingFor ?? 'its time'}`);
  else if (status === 'manual' && !manualReason)
    ledger.violated('I6', `${externalId} waits without a reason`);
  else if (status === 'replied' && !reply) ledger.violated('I6', `${externalId} is answered without a reply`);
  else if (status === 'new' && (!decision || decision.outcome === 'reply'))
    ledger.violated('I6', `${externalId} was forgotten`);
}

/** A person's reply and an automatic one never meet: the first takes the other's place (I1). */
export function checkSoleReply(ledger: Ledger): void {
  const byPeople = ledger.posts.filter(({ process }) => process.kind === 'person');
  for (const person of byPeople) {
    const later = ledger.posts.find(
      (post: Post) =>
        post.process.kind === 'replies' &&
        post.interaction.interactionId === person.interaction.interactionId &&
        post.calledAt > person.calledAt &&
        person.answer?.kind !== 'refused',
    );
    if (later)
      ledger.violated('I1', `${person.interaction.externalId} was answered by a person and by a rule`);
  }
}
