import { Interaction } from '../interactions/interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type AuthorReference, answeredBy, isOfAuthor } from './author.ts';
import type { StoredRecord, TenantRecords } from './ports.ts';

/** Types that name an interaction by its id, or quote what a platform or a client said. */
const QuotingTypes: ReadonlySet<string> = new Set([
  'AuthorCooldown',
  'DeadLetter',
  'Execution',
  'IdempotencyKey',
  'JobFinding',
  'JobWork',
  'Message',
  'WebhookDelivery',
]);

/** What tells whose an interaction is. */
const Said = Interaction.pick({
  provider: true,
  accountId: true,
  author: true,
  participant: true,
  isFromOwner: true,
  parentExternalId: true,
});

const InteractionIds = /\bint_[0-9a-z]+/g;

type Looked = (StoredRecord & { ids: string[] })[];

/**
 * Those of some records that are about an author: what they wrote, what was written to them, and whatever quotes or
 * names either. What somebody else wrote stays that person's, also where it speaks of the author.
 */
export async function recordsOfAuthor(
  items: Pick<TenantRecords, 'interactions'>,
  context: TenantContext,
  records: readonly StoredRecord[],
  author: AuthorReference,
): Promise<StoredRecord[]> {
  const looked: Looked = records.map((record) => ({ ...record, ids: idsIn(record) }));
  const ids = new Set(looked.flatMap((record) => record.ids));
  const known = ids.size > 0 ? await items.interactions(context, [...ids]) : new Map<string, never>();
  const isTheirs = (id: string): boolean => {
    const found: Interaction | 'erased' | undefined = known.get(id);
    return found === 'erased' || (found !== undefined && isOfAuthor(found, author));
  };
  return looked
    .filter((record) => record.ids.some(isTheirs) || names(record, author))
    .map(({ ids: _ids, ...record }) => record);
}

function idsIn({ type, fields }: StoredRecord): string[] {
  if (type === 'Interaction') {
    const answered = answeredBy(Said.parse(fields));
    return answered ? [answered] : [];
  }
  return QuotingTypes.has(type) ? [...new Set(JSON.stringify(fields).match(InteractionIds))] : [];
}

function names({ type, fields }: StoredRecord, author: AuthorReference): boolean {
  if (type === 'Interaction') return isOfAuthor(Said.parse(fields), author);
  const { provider, participantId } = fields;
  if (type === 'Conversation')
    return provider === author.provider && participantId === author.authorExternalId;
  return QuotingTypes.has(type) && mentions(fields, author.authorExternalId);
}

/** As a whole value, also within a text that is itself JSON; never as a part of another id. */
function mentions(value: unknown, externalId: string): boolean {
  if (typeof value === 'string') return value === externalId || value.includes(JSON.stringify(externalId));
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some((inner) => mentions(inner, externalId));
}
