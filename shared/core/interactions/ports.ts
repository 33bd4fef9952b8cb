import type { Execution } from '../automation/execution.ts';
import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { LimitWrite } from '../replies/ports.ts';
import type { RemovedInteraction } from './captured-interaction.ts';
import type { Interaction } from './interaction.ts';
import type { InteractionFilter, InteractionSummary } from './interaction-summary.ts';

/** What is known of an interaction that a platform reported; `removed`: it was deleted before it was ever seen. */
export type Known = Interaction | 'removed';

/** A new state of an interaction with everything that must be written together with it, or not at all. */
export interface InteractionWrite {
  interaction: Interaction;
  executions?: readonly Execution[] | undefined;
  limits?: LimitWrite | undefined;
  /**
   * A record that spares the transaction, because dying between the two writes does no harm: this one is written first,
   * where there is none yet. The decision is still open then, and whatever ends it later writes over the record.
   */
  recordedAhead?: Execution | undefined;
  /** The same, written afterwards: it follows from what is stored, and `ensureRecorded` makes up for a death in between. */
  recordedBehind?: Execution | undefined;
}

export interface InboxPage extends Page<InteractionSummary> {
  /** How far back the list was searched; a filtered page may end before its limit is reached. */
  searchedUntil: Instant | null;
}

export interface InteractionStore {
  /** Reads consistently: every guard decides on this. */
  find(context: TenantContext, interactionId: string): Promise<Interaction | undefined>;
  known(context: TenantContext, interactionIds: readonly string[]): Promise<Map<string, Known>>;
  /** False when the interaction, or the note of its removal, exists already. */
  create(context: TenantContext, write: InteractionWrite): Promise<boolean>;
  /** False when the stored interaction, or a limit, is no longer the version that this state was made from. */
  save(context: TenantContext, write: InteractionWrite): Promise<boolean>;
  /** Writes a record unless there is one by its id. */
  ensureRecorded(context: TenantContext, execution: Execution): Promise<void>;
  /** Remembers a removal that came before its interaction; false when the interaction exists after all. */
  noteRemoval(context: TenantContext, removal: RemovedInteraction): Promise<boolean>;
  /** The newest first. */
  page(context: TenantContext, filter: InteractionFilter, request: PageRequest): Promise<InboxPage>;
}
