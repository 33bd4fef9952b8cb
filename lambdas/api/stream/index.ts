import { setTimeout as wait } from 'node:timers/promises';
import { activity } from '../../../shared/runtime/live/activity.ts';
import { clock } from '../../../shared/runtime/live/clock.ts';
import { identify } from '../../../shared/runtime/live/organizations.ts';
import { openStream } from './open-stream.ts';

export const handler = openStream({ activity, clock, wait, identify });
