export interface PictureDeps {
  /** Where a browser finds a picture; differs from its real address in the local stage alone. */
  pictureAddress: (url: string) => string;
}

/** An account, or what may become one, as the console shows it. */
export function withPicture<T extends { avatarUrl: string | null }>(
  { pictureAddress }: PictureDeps,
  shown: T,
): T {
  return { ...shown, avatarUrl: shown.avatarUrl && pictureAddress(shown.avatarUrl) };
}
