import type { Job } from '../../shared/core/activity/job.ts';
import { EmptyBlocklist } from '../../shared/core/automation/blocklist.ts';
import {
  dropHeldReplies,
  heldRepliesWalk,
  releaseHeldReplies,
} from '../../shared/core/automation/held-replies.ts';
import { updateInteraction } from '../../shared/core/interactions/update-interaction.ts';
import { systemContext } from '../../shared/core/kernel/tenant-context.ts';
import { replyByPerson } from '../../shared/core/replies/reply-by-person.ts';
import { anAccount } from '../support/conversation-builders.ts';
import { portsFor } from './functions.ts';
import { BlockedWord, type Happening, OrganizationA, type ScenarioComment } from './scenario.ts';
import { captureOf, commentRemoved, commentSeen } from './sightings.ts';
import { undoFirstRule } from './undo.ts';
import type { World } from './world.ts';

const RequestSeconds = 25;

/** Lets one thing of the scenario happen: on the platform, among the settings, or by a member in Earshot. */
export function letHappen(world: World, happening: Happening): void {
  world.trace(`— ${happening.kind}${'comment' in happening ? ` comment_${happening.comment}` : ''}`);
  if ('seconds' in happening) world.breakDown(happening.kind, happening.seconds);
  else if (happening.kind === 'released' || happening.kind === 'dropped')
    toHeldReplies(world, happening.kind);
  else if (happening.kind === 'rule_undone') undoFirstRule(world);
  else if ('comment' in happening) {
    const comment = world.scenario.comments[happening.comment];
    if (comment && world.platform.comments.has(comment.externalId)) toComment(world, comment, happening);
  } else toSettings(world, happening.kind);
}

type OfComment = Extract<Happening, { comment: number }>;

function toComment(world: World, comment: ScenarioComment, happening: OfComment): void {
  if (happening.kind === 'person_replies' || happening.kind === 'person_closes') {
    byMember(world, comment, happening.kind);
  } else if (happening.kind === 'author_is_connected') {
    const { accounts } = world.facts(comment.organizationId);
    const own = anAccount({ accountId: 'acc_other', externalId: comment.author });
    accounts.change(world.scheduler.milliseconds, [...accounts.current, own]);
  } else onPlatform(world, comment, happening);
}

type OnPlatform = Exclude<OfComment, { kind: 'person_replies' | 'person_closes' | 'author_is_connected' }>;

function onPlatform(world: World, comment: ScenarioComment, happening: OnPlatform): void {
  const now = world.scheduler.milliseconds;
  const { organizationId, externalId } = comment;
  const shown = world.platform.comment(externalId);
  if (happening.kind === 'hidden') shown.isHidden.change(now, true);
  if (happening.kind === 'edited') shown.text.change(now, happening.text);
  if (happening.kind === 'deleted') shown.exists.change(now, false);
  if (happening.kind === 'reply_deleted') return deleteReply(world, comment, happening.isReported);
  if (happening.kind === 'owner_answers') {
    const reply = { text: 'We are glad to hear that.', landedAt: now, visibleAt: now };
    const answer = world.platform.land(externalId, { ...reply, by: 'owner' });
    if (answer && happening.isReported) world.report(comment, answer);
  } else if (happening.kind !== 'hidden' && happening.isReported) {
    world.scheduler.after(world.faults.random.between(200, 20_000), () => {
      const instant = world.scheduler.now();
      const sighting =
        happening.kind === 'deleted'
          ? commentRemoved(comment, instant)
          : commentSeen(comment, shown.text.current, instant);
      world.queue.send({ queue: 'intake', organizationId, sighting });
    });
  }
}

/** The owner takes our reply down on the platform. */
function deleteReply(world: World, comment: ScenarioComment, isReported: boolean): void {
  const shown = world.platform.comment(comment.externalId);
  const ours = shown.replies.find(({ by, isDeleted }) => by === 'automation' && !isDeleted);
  if (!ours || !world.platform.remove(ours.externalId) || !isReported) return;
  world.scheduler.after(world.faults.random.between(200, 20_000), () => {
    const sighting = commentRemoved({ ...comment, externalId: ours.externalId }, world.scheduler.now());
    world.queue.send({ queue: 'intake', organizationId: comment.organizationId, sighting });
  });
}

function byMember(world: World, comment: ScenarioComment, kind: 'person_replies' | 'person_closes'): void {
  const { organizationId } = comment;
  const { interactionId } = captureOf(comment);
  const context = systemContext(organizationId);
  world.processes.start({ kind: 'person', organizationId, lifetimeSeconds: RequestSeconds }, (process) => {
    const ports = portsFor(world, process);
    if (kind === 'person_closes')
      return updateInteraction(ports, context, { interactionId, marks: { status: 'closed' } }).then(
        ({ status }) => status,
      );
    const reply = { interactionId, text: 'Hello from Ana', memberId: 'mem_ana' };
    const answer = world.mutant?.replyByPerson ?? replyByPerson;
    return answer(ports, context, reply).then(({ status }) => status);
  });
}

const HeldJob: Job = {
  jobId: 'job_held',
  kind: 'held_release',
  status: 'running',
  parts: 1,
  doneParts: 0,
  result: null,
  createdAt: '2026-11-20T00:00:00.000Z',
  createdBy: 'mem_ana',
  finishedAt: null,
};

/** A member decides about everything that the kill switch holds. */
function toHeldReplies(world: World, kind: 'released' | 'dropped'): void {
  const context = systemContext(OrganizationA);
  world.processes.start(
    { kind: 'person', organizationId: OrganizationA, lifetimeSeconds: RequestSeconds },
    (process) => {
      const ports = portsFor(world, process);
      const work = kind === 'released' ? releaseHeldReplies(ports) : dropHeldReplies(ports);
      return work(context, HeldJob, heldRepliesWalk(world.scheduler.now())).then(({ result }) => result);
    },
  );
}

type OfSettings = Exclude<
  Happening,
  { comment: number } | { seconds: number } | { kind: 'released' | 'dropped' | 'rule_undone' }
>['kind'];

function toSettings(world: World, kind: OfSettings): void {
  const now = world.scheduler.milliseconds;
  const instant = world.scheduler.now();
  const facts = world.facts(OrganizationA);
  const changes: Record<OfSettings, () => void> = {
    paused: () => facts.changeOrganization(now, { automationPausedAt: instant }),
    resumed: () => facts.changeOrganization(now, { automationPausedAt: null }),
    dry_run: () => facts.changeOrganization(now, { dryRun: true }),
    rule_edited: () => facts.changeFirstRule(now, (rule) => ({ ...rule, revision: rule.revision + 1 })),
    rule_disabled: () => facts.changeFirstRule(now, (rule) => ({ ...rule, enabled: false })),
    disconnected: () => facts.changeAccount(now, { status: 'disconnected' }),
    automation_off: () => facts.changeAccount(now, { automationEnabledAt: null }),
    blocklisted: () => facts.blocklist.change(now, { ...EmptyBlocklist, words: [BlockedWord], version: 1 }),
  };
  changes[kind]();
}
