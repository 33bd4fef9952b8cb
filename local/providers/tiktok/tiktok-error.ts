/** An answer with another code than 0; TikTok sends it with HTTP status 200. */
export class TiktokError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export const noPermission = (scope: string) => new TiktokError(40_001, `No permission: ${scope} is needed.`);
export const badParameter = (message: string) => new TiktokError(40_002, message);
export const throttled = () => new TiktokError(40_100, 'Too many requests. Please retry later.');
export const tokenMissing = () => new TiktokError(40_104, 'Access token is empty.');
export const tokenInvalid = () => new TiktokError(40_105, 'Access token is incorrect or has been revoked.');
export const unknownApp = () => new TiktokError(40_113, 'Invalid app id.');
