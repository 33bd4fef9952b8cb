/** Runs the fixture's stack in a process of its own, so that a test can kill it: `node run-fixture.ts <state folder>`. */
import { join } from 'node:path';
import { startLocalCloud } from '../../local/cloud.ts';
import { readStack } from '../../local/template/template.ts';

const [stateDir = ''] = process.argv.slice(2);
const fixture = join(import.meta.dirname, 'fixtures', 'stack');
const stack = readStack('Fixture', join(fixture, 'Fixture.template.json'), fixture);

const cloud = await startLocalCloud({ stack, stateDir, quiet: true });
process.send?.({ url: cloud.url, awsUrl: cloud.awsUrl });
