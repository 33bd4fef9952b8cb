import type { Provider } from '../../core/accounts/social-account.ts';
import type { PlatformReader } from '../../core/content/ports.ts';
import { metaReader } from '../../infra/meta/meta-page.ts';
import { graph } from './graph.ts';

export const platformReaders: Partial<Record<Provider, PlatformReader>> = { facebook: metaReader(graph) };
