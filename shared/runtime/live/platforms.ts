import type { Platforms } from '../../core/accounts/ports.ts';
import { metaAuthorizer } from '../../infra/meta/meta-authorizer.ts';
import { metaConnector } from '../../infra/meta/meta-page.ts';
import { clock } from './clock.ts';
import { graph } from './graph.ts';
import { metaApp } from './meta-app.ts';
import { outside } from './outside.ts';

/** The platforms whose accounts can be connected. */
export const platforms: Platforms = {
  facebook: {
    authorizer: metaAuthorizer({ graph, app: metaApp, outside, clock }),
    connector: metaConnector(graph),
  },
};
