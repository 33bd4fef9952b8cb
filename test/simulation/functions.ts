import { handOverReply, handOverSighting } from '../../shared/core/interactions/hand-over-failed.ts';
import { takeIn } from '../../shared/core/interactions/take-in.ts';
import { tenantRef } from '../../shared/core/kernel/due.ts';
import { systemContext } from '../../shared/core/kernel/tenant-context.ts';
import { wakeDueItems } from '../../shared/core/kernel/wake-due-items.ts';
import { workOnReply } from '../../shared/core/replies/work-on-reply.ts';
import { type Ports, portsOf } from './ports.ts';
import type { Process } from './process.ts';
import type { Body, Message } from './queue.ts';
import type { World } from './world.ts';

const LifetimeSeconds = { intake: 60, replies: 50, 'dead-letters': 60, timer: 120 };

/** The outside as a process sees it, with what a mutant takes away. */
export function portsFor(world: World, process: Process): Ports {
  const ports = portsOf(world, process);
  return world.mutant?.ports?.(ports, process, world) ?? ports;
}

/** A consumer's function: returning deletes the message, anything else leaves it to come again. */
export function consume(world: World, message: Message): void {
  const { queue: kind, organizationId } = message.body;
  if (world.mutant?.forgetsOnReceipt === kind) message.isDone = true;
  world.processes.start(
    { kind, organizationId, lifetimeSeconds: LifetimeSeconds[kind] },
    (process) => work(world, process, message.body),
    (error) => {
      if (error === undefined) message.isDone = true;
    },
  );
}

function work(world: World, process: Process, body: Body): Promise<unknown> {
  return body.queue === 'intake' ? takeInSighting(world, process, body) : sendReply(world, process, body);
}

/** As the intake function does it: what has to wait goes back into the queue, what failed stays there. */
async function takeInSighting(
  world: World,
  process: Process,
  body: Extract<Body, { queue: 'intake' }>,
): Promise<string> {
  const diesAt = process.startedAt + LifetimeSeconds.intake * 1_000;
  const remaining = () => diesAt - world.scheduler.milliseconds;
  const context = systemContext(body.organizationId);
  const report = await takeIn(portsFor(world, process), context, [body], remaining);
  for (const { message, delaySeconds } of report.later) {
    await world.callOf(process, context, 'deferred', 'write', () => world.queue.send(message, delaySeconds));
  }
  const [failure] = report.failed;
  if (failure) throw failure.error;
  return report.later.length > 0 ? 'later' : 'taken in';
}

async function sendReply(
  world: World,
  process: Process,
  body: Extract<Body, { queue: 'replies' }>,
): Promise<string> {
  const send = world.mutant?.send ?? workOnReply;
  const context = systemContext(body.organizationId);
  const result = await send(portsFor(world, process), context, body.interactionId);
  world.ledger.resultOf(process, result);
  return result;
}

/** The consumer of the dead-letter queues; its own messages come again until it has succeeded. */
export function consumeDead(world: World, message: Message): void {
  const { body } = message;
  if (world.mutant?.dropsDeadLetters) message.isDone = true;
  if (message.isDone) return;
  const { organizationId } = body;
  const context = systemContext(organizationId);
  world.processes.start(
    { kind: 'dead-letters', organizationId, lifetimeSeconds: LifetimeSeconds['dead-letters'] },
    (process) => {
      const ports = portsFor(world, process);
      return body.queue === 'intake'
        ? handOverSighting(ports, context, body.sighting)
        : handOverReply(ports, context, body.interactionId);
    },
    (error) => {
      if (error === undefined) message.isDone = true;
    },
  );
}

/** The shipped timer over the due index, which may be a little behind. */
export function runTimer(world: World): void {
  const { random, severity } = world.faults;
  world.processes.start(
    { kind: 'timer', organizationId: null, lifetimeSeconds: LifetimeSeconds.timer },
    (process) =>
      wakeDueItems<Extract<Body, { queue: 'replies' }>>(
        {
          async *dueItems(_kind, until) {
            const waiting = await world.call({ process, label: 'dueItems', isWrite: false }, () =>
              [...world.table.waiting()].filter(({ wakeAt }) => wakeAt <= until),
            );
            for (const { organizationId, interaction, wakeAt } of waiting) {
              const ref = tenantRef(organizationId, interaction.interactionId);
              if (!random.chance(0.1 * severity)) yield { ref, wakeAt };
            }
          },
          send: async (messages) => {
            await world.call({ process, label: 'wake', isWrite: true }, () => {
              for (const { body, delaySeconds } of messages) world.queue.send(body, delaySeconds);
            });
          },
        },
        'reply',
        ({ organizationId, id }) => ({ queue: 'replies', organizationId, interactionId: id }),
        world.scheduler.now(),
      ),
  );
}
