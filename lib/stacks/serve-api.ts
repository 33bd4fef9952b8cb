import { endpoints } from '../../shared/contract/api/all.ts';
import type { Capability } from '../constructs/app-function.ts';
import type { Parts } from './parts.ts';

export const AuthorizerPath = 'api/authorizer';

/** API Gateway waits 29 seconds; a function must have given up before, to say why. */
const Size = { timeoutSeconds: 25, memoryMegabytes: 1024 };

/** A stream mostly waits, at the price of its memory; after ten minutes its client resumes it. */
const StreamSize = { timeoutSeconds: 600, memoryMegabytes: 256 };

/** One function for each resource of the API, and the authorizer that tells them who calls. */
export function serveApi(parts: Parts): void {
  const { api, config, functions, identity, table } = parts;
  const grants = capabilitiesByResource(parts);
  const resources = new Map(endpoints.map(({ resource, stream }) => [resource, stream === true]));
  const unknown = Object.keys(grants).filter((resource) => !resources.has(resource));
  if (unknown.length > 0) throw new Error(`The API has no resource ${unknown.join(', ')}.`);
  for (const [resource, streams] of resources) {
    const capabilities = grants[resource];
    if (!capabilities) throw new Error(`The stack does not say what the API resource ${resource} may use.`);
    const size = streams ? { ...StreamSize, reservedConcurrency: config.openStreams } : Size;
    api.calls(functions.define(`api/${resource}`, size, capabilities));
  }
  api.asks(functions.define(AuthorizerPath, Size, [table.read, identity.verify]));
}

function capabilitiesByResource({
  console,
  credentials,
  exports,
  knowQuietPeriod,
  mail,
  model,
  queues,
  reportSchedules,
  table,
}: Parts): Record<string, Capability[]> {
  const stores = [table.readAndWrite, credentials.sign];
  const platforms = [credentials.readProviders, credentials.keepTokens];
  return {
    accounts: [...stores, ...platforms, queues.sync.send, console.knowAddress],
    analytics: [table.readAndPut],
    automation: [...stores, table.listInbox, model.ask, queues.jobs.send],
    campaigns: [...stores, queues.feeds.send],
    contents: [...stores, table.listInbox],
    conversations: [...stores, ...platforms, table.listInbox, queues.sync.send],
    coverage: [...stores],
    directory: [...stores, queues.jobs.send],
    hooks: [
      table.readAndWrite,
      credentials.readProviders,
      queues.intake.send,
      queues.sync.send,
      console.knowAddress,
    ],
    interactions: [...stores, ...platforms, knowQuietPeriod, model.ask, table.listInbox],
    jobs: [table.read],
    members: [table.readAndWrite, mail.send, console.knowAddress],
    openapi: [table.know, console.knowAddress],
    organizations: [...stores, model.know],
    'personal-data': [...stores, exports.read, queues.jobs.send],
    publications: [...stores],
    reports: [...stores, reportSchedules.manage, queues.reports.send],
    stream: [table.readAndPut],
    tokens: [...stores],
    webhooks: [...stores, credentials.sealSecrets, queues.webhooks.send],
  };
}
