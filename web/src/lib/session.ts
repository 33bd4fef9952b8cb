import { CognitoError, type CognitoTokens } from './cognito.ts';

/** A sign-in as the browser keeps it between visits. */
export interface Session {
  email: string;
  idToken: string;
  refreshToken: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** Renewed this long before the token really ends, so that no call leaves with one that ends on its way. */
const RenewBeforeMilliseconds = 60_000;
const StorageKey = 'earshot.session';

export interface SessionOptions {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  now(): number;
  refresh(refreshToken: string): Promise<CognitoTokens>;
}

/** The one holder of the sign-in: gives tokens, renews them once for all who wait, tells who listens. */
export class SessionStore {
  readonly #options: SessionOptions;
  readonly #listeners = new Set<() => void>();
  #current: Session | undefined;
  #renewal: Promise<void> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#current = parse(options.storage.getItem(StorageKey));
  }

  current = (): Session | undefined => this.#current;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(email: string, tokens: CognitoTokens): void {
    this.#keep({
      email,
      idToken: tokens.idToken,
      refreshToken: tokens.refreshToken ?? this.#current?.refreshToken ?? '',
      expiresAt: this.#options.now() + tokens.expiresInSeconds * 1_000,
    });
  }

  end(): void {
    this.#current = undefined;
    this.#options.storage.removeItem(StorageKey);
    this.#tell();
  }

  /** The token to send; undefined when nobody is signed in or the sign-in can no longer be renewed. */
  async token({ renew }: { renew: boolean }): Promise<string | undefined> {
    const session = this.#current;
    if (!session) return undefined;
    const valid = session.expiresAt - RenewBeforeMilliseconds > this.#options.now();
    if (renew || !valid) await this.#renewOnce(session);
    return this.#current?.idToken;
  }

  async #renewOnce(session: Session): Promise<void> {
    this.#renewal ??= this.#renew(session).finally(() => {
      this.#renewal = undefined;
    });
    await this.#renewal;
  }

  async #renew(session: Session): Promise<void> {
    try {
      this.start(session.email, await this.#options.refresh(session.refreshToken));
    } catch (error) {
      // A lost network is no reason to sign anybody out; only Cognito's own refusal is.
      if (error instanceof CognitoError && error.code !== 'Offline') this.end();
    }
  }

  #keep(session: Session): void {
    this.#current = session;
    this.#options.storage.setItem(StorageKey, JSON.stringify(session));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function parse(text: string | null): Session | undefined {
  if (!text) return undefined;
  try {
    const session = JSON.parse(text) as Partial<Session>;
    return session.idToken && session.refreshToken ? (session as Session) : undefined;
  } catch {
    return undefined;
  }
}
