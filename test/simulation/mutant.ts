import type { replyByPerson } from '../../shared/core/replies/reply-by-person.ts';
import type { workOnReply } from '../../shared/core/replies/work-on-reply.ts';
import type { Ports } from './ports.ts';
import type { Process } from './process.ts';
import type { Scenario } from './scenario.ts';
import type { TableMutation } from './table.ts';
import type { World } from './world.ts';

/** The protocol with one of its protections taken away; the simulation must notice. */
export interface Mutant {
  name: string;
  /** What is missing. */
  breaks: string;
  /** Lives through this one with a crash at every call, where random days seldom lead to what it breaks. */
  scenario?: Scenario;
  ports?: (ports: Ports, process: Process, world: World) => Ports;
  send?: typeof workOnReply;
  replyByPerson?: typeof replyByPerson;
  table?: TableMutation;
  hasNoTimer?: boolean;
  dropsDeadLetters?: boolean;
  forgetsOnReceipt?: 'intake' | 'replies';
}
