import { join } from 'node:path';
import { earshotApp } from '../lib/earshot-app.ts';

earshotApp({
  outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out',
  consoleFolder: join(import.meta.dirname, '../web/dist'),
}).synth();
