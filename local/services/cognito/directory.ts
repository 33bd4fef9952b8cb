import { createHash, randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { AwsError } from '../protocols/aws-error.ts';
import type { ServiceOptions } from '../service-options.ts';
import { openStateFile, type StateFile } from '../state-file.ts';
import { Client, checkPassword, Pool } from './pool.ts';

const User = z.object({
  sub: z.string(),
  poolId: z.string(),
  username: z.string(),
  attributes: z.record(z.string(), z.string()),
  status: z.enum(['CONFIRMED', 'FORCE_CHANGE_PASSWORD']),
  password: z.string().optional(),
  resetCode: z.object({ code: z.string(), expiresAt: z.number() }).optional(),
  createdAt: z.number(),
});
export type User = z.infer<typeof User>;

const SignIn = z.object({
  sub: z.string(),
  clientId: z.string(),
  authTime: z.number(),
  expiresAt: z.number(),
  originJti: z.string(),
});
export type SignIn = z.infer<typeof SignIn>;

const State = z.object({
  pools: z.record(z.string(), Pool),
  clients: z.record(z.string(), Client),
  users: z.record(z.string(), User),
  /** By the hash of the refresh token, so that reading the file signs nobody in. */
  signIns: z.record(z.string(), SignIn),
});

/** The pools, clients and users of this machine. */
export class CognitoDirectory {
  readonly #file: StateFile<z.infer<typeof State>>;

  constructor({ stateDir }: Pick<ServiceOptions, 'stateDir'>) {
    const fresh = { pools: {}, clients: {}, users: {}, signIns: {} };
    this.#file = openStateFile(join(stateDir, 'directory.json'), State, fresh);
  }

  save(): void {
    this.#file.save();
  }

  putPool(id: string, properties: unknown): void {
    this.#file.state.pools[id] = Pool.parse(properties);
    this.save();
  }

  putClient(id: string, properties: unknown): void {
    this.#file.state.clients[id] = Client.parse(properties);
    this.save();
  }

  pool(id: string): Pool {
    const pool = this.#file.state.pools[id];
    if (pool) return pool;
    throw new AwsError('ResourceNotFoundException', `User pool ${id} does not exist.`);
  }

  client(id: string): Client {
    const client = this.#file.state.clients[id];
    if (client) return client;
    throw new AwsError('ResourceNotFoundException', `User pool client ${id} does not exist.`);
  }

  /** By user name, by sub, or by e-mail address, whose case does not matter. */
  find(poolId: string, name: string): User | undefined {
    const wanted = name.toLowerCase();
    return Object.values(this.#file.state.users).find(
      (user) =>
        user.poolId === poolId &&
        (user.sub === name || user.username === name || user.attributes['email']?.toLowerCase() === wanted),
    );
  }

  get(sub: string): User | undefined {
    return this.#file.state.users[sub];
  }

  /** Where people sign in by e-mail address, Cognito makes up the user name: it is the sub. */
  add(poolId: string, name: string, attributes: Record<string, string>): User {
    if (this.find(poolId, name)) {
      throw new AwsError('UsernameExistsException', 'An account with the given email already exists.');
    }
    const sub = randomUUID();
    const byEmail = this.pool(poolId).UsernameAttributes.includes('email');
    if (byEmail && !z.email().safeParse(name).success) {
      throw new AwsError('InvalidParameterException', 'Username should be an email.');
    }
    const user: User = {
      sub,
      poolId,
      username: byEmail ? sub : name,
      attributes: byEmail ? { ...attributes, email: name } : attributes,
      status: 'FORCE_CHANGE_PASSWORD',
      createdAt: Math.floor(Date.now() / 1_000),
    };
    this.#file.state.users[sub] = user;
    return user;
  }

  /** Gives a person a password that the pool's policy allows; a pending reset code is void. */
  async setPassword(user: User, password: string, status: User['status'] = 'CONFIRMED'): Promise<void> {
    checkPassword(password, this.pool(user.poolId));
    user.password = await passwordHash(password);
    user.status = status;
    user.resetCode = undefined;
    this.save();
  }

  remove({ sub }: User): void {
    this.endSignIns(sub);
    delete this.#file.state.users[sub];
    this.save();
  }

  keepSignIn(refreshToken: string, signIn: SignIn): void {
    this.#file.state.signIns[hashed(refreshToken)] = signIn;
    this.save();
  }

  signIn(refreshToken: string): SignIn | undefined {
    return this.#file.state.signIns[hashed(refreshToken)];
  }

  endSignIn(refreshToken: string): void {
    delete this.#file.state.signIns[hashed(refreshToken)];
    this.save();
  }

  /** Access tokens are good as long as the sign-in that they come from. */
  lasts(originJti: string): boolean {
    return Object.values(this.#file.state.signIns).some((signIn) => signIn.originJti === originJti);
  }

  endSignIns(sub: string): void {
    const { signIns } = this.#file.state;
    for (const [key, signIn] of Object.entries(signIns)) if (signIn.sub === sub) delete signIns[key];
    this.save();
  }
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const HashBytes = 32;

async function passwordHash(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(password, salt, HashBytes)).toString('base64')}`;
}

export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  const [salt = '', expected = ''] = (hash ?? '').split(':');
  const actual = await derive(password, Buffer.from(salt, 'base64'), HashBytes);
  const wanted = Buffer.from(expected, 'base64');
  return actual.length === wanted.length && timingSafeEqual(actual, wanted);
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
