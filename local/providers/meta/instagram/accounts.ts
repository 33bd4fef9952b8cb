import { type GraphCall, requireToken } from '../graph-call.ts';
import { permissionMissing } from '../graph-error.ts';
import { type FieldRequest, type GraphNode, parseFields, project } from '../graph-fields.ts';
import type { Page } from '../state.ts';
import { mentionedComment, mentionedMedia } from './mentions.ts';
import { type InstagramAccount, mediaOf } from './state.ts';

/**
 * The account that a call is about, if the token's owner ticked it in the dialog and granted the permission.
 * Both kinds of token work: the person's, and that of the linked page.
 */
export function requireAccount(call: GraphCall, accountId: string, permission: string): InstagramAccount {
  const token = requireToken(call);
  const account = call.state.instagram.accounts.get(accountId);
  const isLinked = token.pageId === null || token.pageId === account?.pageId;
  const isTicked = token.grant.instagramIds.includes(accountId);
  if (!account || !isLinked || !isTicked || !token.grant.scopes.includes(permission)) {
    throw permissionMissing(permission);
  }
  return account;
}

/** `/{instagram account}` */
export function readAccount(call: GraphCall, accountId: string): unknown {
  const account = requireAccount(call, accountId, 'instagram_basic');
  return project(accountNode(call, account), parseFields(call.params.get('fields')));
}

/** The field `instagram_business_account` of a page: left out where nothing is linked, or the permission is missing. */
export function linkedAccount(call: GraphCall, page: Page, { fields }: FieldRequest): unknown {
  const { grant } = requireToken(call);
  const account = call.state.instagram.accounts.all().find(({ pageId }) => pageId === page.id);
  if (!account || !grant.scopes.includes('instagram_basic')) return undefined;
  return project(accountNode(call, account), fields);
}

function accountNode(call: GraphCall, account: InstagramAccount): GraphNode {
  return {
    id: account.id,
    fields: {
      username: account.username,
      name: account.name,
      profile_picture_url: `https://scontent.cdninstagram.com/v/${account.id}.svg`,
      media_count: mediaOf(call.state.instagram, account.id).length,
    },
    defaults: [],
    edges: {
      mentioned_media: (request) => mentionedMedia(call, account, request),
      mentioned_comment: (request) => mentionedComment(call, account, request),
    },
  };
}
