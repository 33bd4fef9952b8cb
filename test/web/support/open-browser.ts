import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const Installed = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Starts the machine's own Chromium; nothing is downloaded, so its absence is said with what to do. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(Installed)) {
    throw new Error(
      `No browser at ${Installed}. Install one (apt-get install --no-install-recommends chromium) ` +
        'or name yours in the environment variable CHROMIUM.',
    );
  }
  return chromium.launch({
    executablePath: Installed,
    // Chromium's sandbox refuses to run for root, as which containers and CI runners work.
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}
