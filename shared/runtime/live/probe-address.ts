import { probeAddress as probeWith, websiteFetcher } from '../../infra/feeds/probe-address.ts';
import { outside } from './outside.ts';

export const probeAddress = probeWith(websiteFetcher({ outside }));
