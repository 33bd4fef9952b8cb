import { createContext, use } from 'react';
import type { Api } from './api.ts';
import type { Cognito } from './cognito.ts';
import type { ConsoleConfig } from './config.ts';
import type { SessionStore } from './session.ts';

/** What the console was started with; made once in `main.tsx`. */
export interface Services {
  config: ConsoleConfig;
  api: Api;
  cognito: Cognito;
  session: SessionStore;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesProvider above it.');
  return services;
}

export const useApi = (): Api => useServices().api;
