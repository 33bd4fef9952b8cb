import { facebookPerson, simulatedMetaApp } from './app.ts';
import { type GraphCall, isAppToken, requireToken } from './graph-call.ts';
import { GraphError, invalidParameter } from './graph-error.ts';
import { type GraphNode, parseFields } from './graph-fields.ts';
import { listAnswer } from './graph-list.ts';
import { linkedAccount } from './instagram/accounts.ts';
import { type Grant, randomToken, type Token } from './state.ts';

const SecondsPerDay = 86_400;
const ShortTokenSeconds = 5_400;
const LongTokenSeconds = 60 * SecondsPerDay;
const DataAccessSeconds = 90 * SecondsPerDay;

/** `/oauth/access_token`: a code, or a short-lived token, for a longer one. */
export function accessToken(call: GraphCall): unknown {
  const { params } = call;
  if (params.get('client_id') !== simulatedMetaApp.appId)
    throw new GraphError(400, 101, 'Error validating application.');
  if (params.get('client_secret') !== simulatedMetaApp.appSecret) {
    throw new GraphError(400, 1, 'Error validating client secret.');
  }
  return params.get('grant_type') === 'fb_exchange_token' ? exchangeForLongToken(call) : exchangeCode(call);
}

function exchangeCode(call: GraphCall): unknown {
  const code = call.params.get('code') ?? '';
  const known = call.state.codes.get(code);
  call.state.codes.delete(code);
  if (!known || known.expiresAt <= call.now) {
    throw new GraphError(400, 100, 'This authorization code has been used or has expired.', {
      subcode: 36009,
    });
  }
  if (known.redirectUri !== call.params.get('redirect_uri')) {
    const message = 'Error validating verification code. Please make sure your redirect_uri is identical.';
    throw new GraphError(400, 100, message, { subcode: 36008 });
  }
  return issue(call, 'short', known.grant, ShortTokenSeconds);
}

function exchangeForLongToken(call: GraphCall): unknown {
  const token = call.state.tokens.get(call.params.get('fb_exchange_token') ?? '');
  if (!token || token.kind === 'page' || isDead(token, call.now)) {
    throw new GraphError(400, 190, 'Error validating access token: it cannot be exchanged.', {
      subcode: 463,
    });
  }
  return issue(call, 'long', token.grant, LongTokenSeconds);
}

function issue(call: GraphCall, kind: 'short' | 'long', grant: Grant, lifeSeconds: number): unknown {
  const value = randomToken('EAA');
  const expiresAt = call.now + lifeSeconds * 1_000;
  call.state.tokens.put(value, {
    kind,
    pageId: null,
    grant,
    issuedAt: call.now,
    expiresAt,
    revokedBySubcode: null,
  });
  return { access_token: value, token_type: 'bearer', expires_in: lifeSeconds };
}

/** `/debug_token`: what a token is worth; a dead one is answered with `is_valid: false`, not with an error. */
export function debugToken(call: GraphCall): unknown {
  if (!isAppToken(call))
    throw invalidParameter('(#100) You must provide an app access token to inspect a token.');
  const token = call.state.tokens.get(call.params.get('input_token') ?? '');
  if (!token || isDead(token, call.now)) {
    return {
      data: {
        is_valid: false,
        error: { code: 190, message: 'The token is invalid.', subcode: 467 },
        scopes: [],
      },
    };
  }
  return {
    data: {
      app_id: simulatedMetaApp.appId,
      type: token.kind === 'page' ? 'PAGE' : 'USER',
      application: 'Earshot',
      is_valid: true,
      expires_at: seconds(token.expiresAt ?? 0),
      data_access_expires_at: seconds(token.issuedAt) + DataAccessSeconds,
      issued_at: seconds(token.issuedAt),
      user_id: facebookPerson.id,
      ...(token.pageId !== null && { profile_id: token.pageId }),
      scopes: token.grant.scopes,
      granular_scopes: token.grant.scopes.map((scope) => ({
        scope,
        target_ids: scope.startsWith('instagram_') ? token.grant.instagramIds : token.grant.pageIds,
      })),
    },
  };
}

/** `/me/permissions`. */
export function permissions(call: GraphCall): unknown {
  const { grant } = requireToken(call);
  const granted = grant.scopes.map((permission) => ({ permission, status: 'granted' }));
  return { data: [...granted, ...grant.declined.map((permission) => ({ permission, status: 'declined' }))] };
}

/** `/me/accounts`: all pages of the person, each with a token; a page that was not ticked has one that reaches nothing. */
export function accounts(call: GraphCall): unknown {
  const token = requireToken(call);
  if (!token.grant.scopes.includes('pages_show_list')) return { data: [] };
  const nodes = call.state.pages.all().map((page): GraphNode => {
    const edges: GraphNode['edges'] = {
      access_token: () => pageToken(call, token, page.id),
      instagram_business_account: (request) => linkedAccount(call, page, request),
    };
    const tasks = ['ANALYZE', 'ADVERTISE', 'MESSAGING', 'MODERATE', 'CREATE_CONTENT', 'MANAGE'];
    return {
      id: page.id,
      fields: { name: page.name, category: page.category, tasks },
      defaults: ['access_token', 'category', 'name', 'tasks'],
      edges,
    };
  });
  return listAnswer(nodes, {
    path: call.path,
    params: call.params,
    fields: parseFields(call.params.get('fields')),
  });
}

function pageToken(call: GraphCall, userToken: Token, pageId: string): string {
  const value = randomToken('EAAPage');
  call.state.tokens.put(value, {
    kind: 'page',
    pageId,
    grant: userToken.grant,
    issuedAt: call.now,
    expiresAt: userToken.kind === 'long' ? null : userToken.expiresAt,
    revokedBySubcode: null,
  });
  return value;
}

function isDead(token: Token, now: number): boolean {
  return token.revokedBySubcode !== null || (token.expiresAt !== null && token.expiresAt <= now);
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}
