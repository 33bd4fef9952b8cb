import type { Provider } from '../lib/provider.ts';
import './provider-icon.css';

export const ProviderNames: Record<Provider, string> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
};

/** Drawn here, simplified: the icon set carries no brands. */
const shapes: Record<Provider, string> = {
  facebook:
    'M13.6 20v-7h2.3l.4-2.8h-2.7V8.5c0-.8.3-1.4 1.4-1.4h1.4V4.6C16.1 4.5 15.4 4.5 14.6 4.5c-2.2 0-3.7 1.3-3.7 3.8v1.9H8.5V13h2.4v7z',
  instagram:
    'M8.5 5h7A3.5 3.5 0 0 1 19 8.5v7a3.5 3.5 0 0 1-3.5 3.5h-7A3.5 3.5 0 0 1 5 15.5v-7A3.5 3.5 0 0 1 8.5 5zm0 1.7a1.8 1.8 0 0 0-1.8 1.8v7c0 1 .8 1.8 1.8 1.8h7c1 0 1.8-.8 1.8-1.8v-7c0-1-.8-1.8-1.8-1.8zM12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zm0 1.7a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM15.7 7.5a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6z',
  tiktok:
    'M12.6 4.5h2.4c.2 1.9 1.3 3.2 3.2 3.4v2.4c-1.2 0-2.3-.4-3.2-1v5.3c0 3-2.3 4.9-4.7 4.9a4.6 4.6 0 0 1-4.6-4.7c0-2.9 2.4-4.9 5.4-4.6v2.5c-1.6-.3-2.9.6-2.9 2.1a2.1 2.1 0 0 0 2.1 2.2c1.3 0 2.3-.9 2.3-2.6z',
  youtube: 'M9.5 7.5v9l7.5-4.5z',
};

export function ProviderIcon({ provider, size = 20 }: { provider: Provider; size?: number }) {
  return (
    <svg
      className="provider-icon"
      data-provider={provider}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role="img"
    >
      <title>{ProviderNames[provider]}</title>
      <rect width="24" height="24" rx="7" />
      <path d={shapes[provider]} fillRule="evenodd" />
    </svg>
  );
}
