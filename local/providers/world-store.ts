import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type * as z from 'zod';

/** Documents of one kind, by id, in the order in which they were first put. */
export interface Collection<T> {
  get(id: string): T | undefined;
  put(id: string, document: T): void;
  delete(id: string): void;
  all(): T[];
  entries(): { id: string; document: T }[];
}

/** The memory of the simulated world: one SQLite file, written through, so that a killed process forgets nothing. */
export interface WorldStore {
  collection<S extends z.ZodType>(name: string, schema: S): Collection<z.output<S>>;
  close(): void;
}

export function openWorldStore(stateDir: string): WorldStore {
  mkdirSync(stateDir, { recursive: true });
  const database = new DatabaseSync(join(stateDir, 'world.sqlite'));
  database.exec(`
    pragma journal_mode = wal;
    create table if not exists documents (
      number integer primary key, collection text not null, id text not null, json text not null,
      unique (collection, id)
    );`);
  return {
    collection: (name, schema) => openCollection(database, name, schema),
    close: () => database.close(),
  };
}

function openCollection<S extends z.ZodType>(
  database: DatabaseSync,
  name: string,
  schema: S,
): Collection<z.output<S>> {
  const select = database.prepare('select id, json from documents where collection = ? order by number');
  const upsert = database.prepare(
    `insert into documents (collection, id, json) values (?, ?, ?)
     on conflict (collection, id) do update set json = excluded.json`,
  );
  const remove = database.prepare('delete from documents where collection = ? and id = ?');
  const documents = new Map<string, z.output<S>>();
  for (const row of select.all(name)) {
    documents.set(String(row['id']), schema.parse(JSON.parse(String(row['json']))));
  }
  return {
    get: (id) => documents.get(id),
    put: (id, document) => {
      upsert.run(name, id, JSON.stringify(document));
      documents.set(id, document);
    },
    delete: (id) => {
      remove.run(name, id);
      documents.delete(id);
    },
    all: () => [...documents.values()],
    entries: () => [...documents].map(([id, document]) => ({ id, document })),
  };
}
