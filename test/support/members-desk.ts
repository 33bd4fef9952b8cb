import type { APIGatewayProxyResult } from 'aws-lambda';
import { afterAll, beforeAll } from 'vitest';
import { createMembersHandler } from '../../lambdas/api/members/index.ts';
import type { Role } from '../../shared/core/kernel/tenant-context.ts';
import { systemContext } from '../../shared/core/kernel/tenant-context.ts';
import type { Member } from '../../shared/core/organizations/member.ts';
import type { Mail, MailOutcome } from '../../shared/core/reports/ports.ts';
import { idempotencyStore } from '../../shared/infra/dynamo/idempotency-store.ts';
import { invitationDirectory, invitationStore } from '../../shared/infra/dynamo/invitation-store.ts';
import { mailSuppressionStore } from '../../shared/infra/dynamo/mail-suppression-store.ts';
import {
  joining,
  membershipDirectory,
  organizationStore,
} from '../../shared/infra/dynamo/organization-store.ts';
import type { Table } from '../../shared/infra/dynamo/table.ts';
import { aLambdaContext, anApiEvent } from './api-events.ts';
import { fixedClock } from './clock.ts';
import { anOrganization } from './conversation-builders.ts';
import { type StartedTable, startTable } from './start-table.ts';

type Event = Parameters<typeof anApiEvent>[0];

/** The people of one organization on a real table, with a mailbox in memory. */
export class MembersDesk {
  readonly clock = fixedClock('2026-11-20T12:00:00.000Z');
  readonly mails: Mail[] = [];
  readonly organizationId: string;
  readonly suppressions;
  mailOutcome: MailOutcome = { kind: 'sent', messageId: 'm' };
  readonly table: Table;
  readonly #organizations;
  readonly #memberships;
  readonly #handler;
  #secrets = 0;

  private constructor(table: Table, organizationId: string) {
    this.table = table;
    this.organizationId = organizationId;
    this.#organizations = organizationStore(table);
    this.#memberships = membershipDirectory(table);
    this.suppressions = mailSuppressionStore(table);
    const deps = {
      organizations: this.#organizations,
      memberships: this.#memberships,
      invitations: invitationStore(table),
      invitationLinks: invitationDirectory(table),
      suppressions: this.suppressions,
      mailSender: {
        send: async (mail: Mail) => {
          if (this.mailOutcome.kind === 'sent') this.mails.push(mail);
          return this.mailOutcome;
        },
      },
      randomSecret: () => {
        this.#secrets += 1;
        return `${organizationId}-secret-${this.#secrets}`;
      },
      publicUrl: 'https://earshot.example',
    };
    this.#handler = createMembersHandler(deps, {
      clock: this.clock,
      idempotency: idempotencyStore(table),
      identify: async () => ({}),
    });
  }

  /** An organization with its founder Ana. */
  static async open(table: Table, organizationId: string): Promise<MembersDesk> {
    const desk = new MembersDesk(table, organizationId);
    const organization = anOrganization({ organizationId, name: 'Bean Bar' });
    await desk.#organizations.create(organization, desk.person('ana', 'owner'));
    return desk;
  }

  person(name: string, role: Role): Member {
    const memberId = `${this.organizationId}-${name}`;
    const email = `${name}@beanbar.example`;
    return { memberId, email, name, role, joinedAt: this.clock.now(), version: 1 };
  }

  async add(name: string, role: Role): Promise<Member> {
    const member = this.person(name, role);
    await this.table.global.transact(joining(this.organizationId, member));
    return member;
  }

  /** What the front door says of a member; it may be older than what is true. */
  as(name: string, role: Role = 'owner'): Record<string, string> {
    const { organizationId } = this;
    const { memberId } = this.person(name, role);
    return { actorKind: 'member', ...this.signedIn(name), memberId, organizationId, role };
  }

  /** Somebody who is signed in and belongs to nothing yet. */
  signedIn(name: string, email = `${name}@beanbar.example`): Record<string, string> {
    return { userId: this.person(name, 'viewer').memberId, email, emailVerified: 'true' };
  }

  async call({
    authorizer = this.as('ana'),
    ...input
  }: Omit<Event, 'authorizer'> & { authorizer?: Record<string, string> }) {
    const event = anApiEvent({ ...input, authorizer });
    const result = (await this.#handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body || '{}') };
  }

  invite(email: string, role: Role = 'agent', input: Partial<Event> = {}) {
    const body = { email, role };
    return this.call({
      ...input,
      authorizer: input.authorizer ?? this.as('ana'),
      method: 'POST',
      resource: '/v1/invitations',
      body,
    });
  }

  async revoke(invitationId: string, authorizer = this.as('ana')) {
    const resource = '/v1/invitations/{invitationId}';
    return this.call({ method: 'DELETE', resource, params: { invitationId }, authorizer });
  }

  accept(token: string, authorizer: Record<string, string>) {
    return this.call({ method: 'POST', resource: '/v1/invitations/accept', body: { token }, authorizer });
  }

  change(memberId: string, role: Role, by = 'ana', headers: Record<string, string> = {}) {
    const params = { memberId };
    const resource = '/v1/members/{memberId}';
    return this.call({ method: 'PATCH', resource, params, body: { role }, headers, authorizer: this.as(by) });
  }

  remove(memberId: string, by = 'ana') {
    const resource = '/v1/members/{memberId}';
    return this.call({ method: 'DELETE', resource, params: { memberId }, authorizer: this.as(by) });
  }

  async invitations(): Promise<{ email: string }[]> {
    return (await this.call({ method: 'GET', resource: '/v1/invitations' })).body.items;
  }

  async roles(): Promise<Record<string, Role>> {
    const members = await this.#organizations.members(systemContext(this.organizationId));
    return Object.fromEntries(members.map(({ name, role }) => [name, role]));
  }

  async former(): Promise<unknown[]> {
    return this.#organizations.formerMembers(systemContext(this.organizationId));
  }

  organizationOf(name: string): Promise<string | undefined> {
    return this.#memberships.organizationOf(this.person(name, 'viewer').memberId);
  }

  /** The last part of the link in the latest mail. */
  get token(): string {
    return /invitations\/(\S+)/.exec(this.mails.at(-1)?.text ?? '')?.[1] ?? '';
  }
}

/** One table for a test file, and a new organization of its own for every desk that a test opens. */
export function desksOfMembers(): () => Promise<MembersDesk> {
  let started: StartedTable;
  let organizations = 0;
  beforeAll(async () => {
    started = await startTable();
  });
  afterAll(() => started.stop());
  return () => {
    organizations += 1;
    return MembersDesk.open(started.table, `org_${organizations}`);
  };
}
