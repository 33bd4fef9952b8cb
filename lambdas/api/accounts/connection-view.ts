import type { ConnectionView } from '../../../shared/contract/api/accounts.ts';
import {
  assetGapText,
  type Connection,
  connectionFailureText,
} from '../../../shared/core/accounts/connection.ts';
import { type PictureDeps, withPicture } from './account-view.ts';

/** A connection as its member sees it: with words, and without tokens. */
export function connectionView(
  deps: PictureDeps,
  { memberId: _, ...connection }: Connection,
): ConnectionView {
  const { failure, assets } = connection;
  return {
    ...connection,
    failure: failure && { code: failure, message: connectionFailureText[failure] },
    assets: assets.map(({ sealedToken: __, gaps, ...asset }) => ({
      ...withPicture(deps, asset),
      gaps: gaps.map((code) => ({ code, message: `${asset.name} ${assetGapText[code]}` })),
    })),
  };
}
