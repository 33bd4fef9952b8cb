/** Gives the address at which a real address of the outside world is reached from here. */
export type OutsideAddress = (url: URL) => URL;

/**
 * Leaves addresses as they are, or leads them into the simulated world of the local stage:
 * `https://graph.facebook.com/v26.0/me` → `<worldUrl>/graph.facebook.com/v26.0/me`.
 */
export function outsideAddress(worldUrl: string | undefined): OutsideAddress {
  if (worldUrl === undefined) return (url) => url;
  const base = worldUrl.replace(/\/$/, '');
  return (url) => new URL(`${base}/${url.host}${url.pathname}${url.search}`);
}
