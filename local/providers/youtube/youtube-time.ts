/** YouTube writes whole seconds: `2026-11-18T09:12:31Z`. */
export function youtubeTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
