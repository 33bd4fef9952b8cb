import type { DataDeletion } from './authorizing-person.ts';

/** How a deletion stands, in words for whoever asked for it; names no account, as its address may be passed on. */
export function deletionPage({ confirmationCode, requestedAt, accounts }: DataDeletion): string {
  const erased = accounts.filter(({ erasedAt }) => erasedAt !== null).length;
  const state = stateOf(erased, accounts.length);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Deletion of your data</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}</style></head>
<body><main>
<h1>Deletion of your data</h1>
<p>${state}</p>
<p>Asked for on ${requestedAt.slice(0, 'YYYY-MM-DD'.length)}. Confirmation code: <strong>${confirmationCode}</strong></p>
</main></body>
</html>`;
}

function stateOf(erased: number, all: number): string {
  if (all === 0) return 'Earshot holds no data that came with your agreement.';
  if (erased === all)
    return 'Done: everything that Earshot received through your agreement has been deleted.';
  return `In progress: the data of ${erased} of ${all} connected accounts has been deleted so far.`;
}
