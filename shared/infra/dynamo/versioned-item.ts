import { AppError, isAppError, notFound } from '../../core/kernel/errors.ts';
import type { Key } from './keys.ts';
import type { Items } from './table.ts';
import type { Item } from './table-requests.ts';

/**
 * Changes an entity that carries a `version`, which grows by one.
 * @throws not-found; precondition `version_mismatch` when `ifMatch` is given and is not the stored version
 */
export async function updateVersioned(
  items: Items,
  key: Key,
  changes: { set: Item; ifMatch?: number | undefined; what: string },
): Promise<Item> {
  const { set, ifMatch, what } = changes;
  const condition = ifMatch === undefined ? { present: 'pk' } : ({ equals: ['version', ifMatch] } as const);
  try {
    return await items.update(key, { set, add: { version: 1 }, condition });
  } catch (error) {
    if (!isAppError(error, 'condition_failed')) throw error;
    if (error.details['item'] === undefined) throw notFound(what);
    const message = 'Somebody changed this meanwhile. Reload and try again.';
    throw new AppError('precondition', 'version_mismatch', message, { cause: error });
  }
}

/** Does nothing when the item is gone. */
export async function updateIfPresent(
  items: Items,
  key: Key,
  changes: { set?: Item; add?: Item },
): Promise<void> {
  try {
    await items.update(key, { ...changes, condition: { present: 'pk' } });
  } catch (error) {
    if (!isAppError(error, 'condition_failed')) throw error;
  }
}
