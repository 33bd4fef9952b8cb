import type { Execution } from '../../shared/core/automation/execution.ts';
import {
  interactionIdOf,
  type RemovedInteraction,
} from '../../shared/core/interactions/captured-interaction.ts';
import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import type { InteractionWrite, Known } from '../../shared/core/interactions/ports.ts';
import type { AuthorCooldown, RuleUsage } from '../../shared/core/replies/limits.ts';
import type { LimitWrite } from '../../shared/core/replies/ports.ts';

/** The items of one organization. */
class Partition {
  readonly interactions = new Map<string, Known>();
  readonly usages = new Map<string, RuleUsage>();
  readonly cooldowns = new Map<string, AuthorCooldown>();
}

/** What a mutant may take away from the table. */
export interface TableMutation {
  /** Writes go through whatever version they were made from. */
  ignoresVersions?: boolean;
  /** Limits are written beside the reply, not in its transaction. */
  ignoresLimitVersions?: boolean;
}

export interface Committed {
  organizationId: string;
  before: Interaction | undefined;
  write: InteractionWrite;
}

/** DynamoDB as the stores use it: conditional writes, and transactions that happen wholly or not at all. */
export class SimulatedTable {
  readonly #partitions = new Map<string, Partition>();
  readonly #mutation: TableMutation;
  readonly #committed: (commit: Committed) => void;
  readonly #records = new Map<string, Execution>();
  /** What ended each decision, as it was written with its interaction. */
  readonly ends: Execution[] = [];

  constructor(committed: (commit: Committed) => void, mutation: TableMutation = {}) {
    this.#committed = committed;
    this.#mutation = mutation;
  }

  /** The records as they are listed. */
  get executions(): Execution[] {
    return [...this.#records.values()];
  }

  recordUnlessThere(execution: Execution): void {
    const { executionId } = execution;
    if (!this.#records.has(executionId)) this.#records.set(executionId, execution);
  }

  partition(organizationId: string): Partition {
    const known = this.#partitions.get(organizationId);
    if (known) return known;
    const created = new Partition();
    this.#partitions.set(organizationId, created);
    return created;
  }

  interaction(organizationId: string, interactionId: string): Interaction | undefined {
    const known = this.partition(organizationId).interactions.get(interactionId);
    return known === 'removed' ? undefined : known;
  }

  *waiting(): Generator<{ organizationId: string; interaction: Interaction; wakeAt: string }> {
    for (const [organizationId, { interactions }] of this.#partitions) {
      for (const interaction of interactions.values()) {
        if (interaction !== 'removed' && interaction.pendingReply)
          yield { organizationId, interaction, wakeAt: interaction.pendingReply.wakeAt };
      }
    }
  }

  usageOf(organizationId: string, ruleId: string): RuleUsage {
    const stored = this.partition(organizationId).usages.get(ruleId);
    return stored ?? { ruleId, slots: [], day: '', usedInDay: 0, version: 0 };
  }

  /** All parts of the write, when all of their conditions hold. */
  write(organizationId: string, write: InteractionWrite, mode: 'create' | 'save'): boolean {
    const { interactions } = this.partition(organizationId);
    const { interaction, executions = [], limits } = write;
    const known = interactions.get(interaction.interactionId);
    const before = known === 'removed' ? undefined : known;
    const fits = mode === 'create' ? known === undefined : before?.version === interaction.version - 1;
    if (!fits && !this.#mutation.ignoresVersions) return false;
    if (limits && !this.#limitsFit(organizationId, limits, interaction.interactionId)) return false;
    interactions.set(interaction.interactionId, interaction);
    for (const execution of executions) this.#records.set(execution.executionId, execution);
    // An undo notes on a record that its reply is deleted: the decision ended before.
    this.ends.push(
      ...executions.filter(({ undoneAt }) => undoneAt === undefined),
      ...[write.recordedAhead, write.recordedBehind].filter((end) => end !== undefined),
    );
    if (limits) this.#writeLimits(organizationId, limits);
    this.#committed({ organizationId, before, write });
    return true;
  }

  noteRemoval(organizationId: string, removal: RemovedInteraction): boolean {
    const { interactions } = this.partition(organizationId);
    const interactionId = interactionIdOf(removal);
    if (interactions.has(interactionId)) return false;
    interactions.set(interactionId, 'removed');
    return true;
  }

  #limitsFit(organizationId: string, { usage, cooldown }: LimitWrite, interactionId: string): boolean {
    if (this.#mutation.ignoresVersions || this.#mutation.ignoresLimitVersions) return true;
    const { cooldowns } = this.partition(organizationId);
    if (this.usageOf(organizationId, usage.ruleId).version !== usage.version - 1) return false;
    if (!cooldown) return true;
    const stored = cooldowns.get(cooldownKey(usage.ruleId, cooldown.authorKey));
    return cooldown.value === null
      ? stored?.interactionId === interactionId
      : (stored?.version ?? 0) === cooldown.value.version - 1;
  }

  #writeLimits(organizationId: string, { usage, cooldown }: LimitWrite): void {
    const { usages, cooldowns } = this.partition(organizationId);
    usages.set(usage.ruleId, usage);
    if (!cooldown) return;
    const key = cooldownKey(usage.ruleId, cooldown.authorKey);
    if (cooldown.value === null) cooldowns.delete(key);
    else cooldowns.set(key, cooldown.value);
  }
}

export function cooldownKey(ruleId: string, authorKey: string): string {
  return `${ruleId}#${authorKey}`;
}
