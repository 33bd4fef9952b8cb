import './ui/styles/base.css';
import './ui/styles/tokens.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startServices } from './app/start-services.ts';
import { startTranslations } from './lib/i18n/i18n.ts';
import { applyStoredTheme } from './lib/theme.ts';

applyStoredTheme();
const root = createRoot(document.getElementById('root') ?? document.body);
const [services] = await Promise.all([startServices(), startTranslations()]);

root.render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
);
