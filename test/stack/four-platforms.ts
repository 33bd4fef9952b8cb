import * as z from 'zod';
import type { World } from '../../bin/demo/world.ts';
import type { Provider } from '../../shared/core/accounts/social-account.ts';

/** A comment as its platform has it now. */
export interface Said {
  externalId: string;
  text: string;
}

interface Platform {
  /** The pieces of content of an account, the newest first. */
  contents(account: unknown): { id: string }[];
  accountPath: string;
  contentPath: string;
  commentPath: string;
  comment(text: string): unknown;
  edit(text: string): unknown;
}

const Node = z.looseObject({
  id: z.string(),
  text: z.string().optional(),
  message: z.string().optional(),
});
const WithReplies = Node.extend({ replies: z.array(Node) });
const Content = z.looseObject({ id: z.string(), comments: z.array(Node) });
type Content = z.infer<typeof Content>;

const inList = (name: string) => (account: unknown) =>
  z.array(Content).parse(z.looseObject({}).parse(account)[name]);

const platforms: Record<Provider, Platform> = {
  facebook: {
    contents: inList('posts'),
    accountPath: '/meta/pages',
    contentPath: '/meta/posts',
    commentPath: '/meta/comments',
    comment: (message) => ({ message, author: { name: 'Lena' } }),
    edit: (message) => ({ message }),
  },
  instagram: {
    contents: inList('media'),
    accountPath: '/meta/instagram-accounts',
    contentPath: '/meta/instagram-media',
    commentPath: '/meta/instagram-comments',
    comment: (text) => ({ text, username: 'lena' }),
    edit: (text) => ({ text }),
  },
  tiktok: {
    contents: inList('videos'),
    accountPath: '/tiktok/accounts',
    contentPath: '/tiktok/videos',
    commentPath: '/tiktok/comments',
    comment: (text) => ({ text, author: 'Lena' }),
    edit: (text) => ({ text }),
  },
  youtube: {
    contents: inList('videos'),
    accountPath: '/youtube/channels',
    contentPath: '/youtube/videos',
    commentPath: '/youtube/comments',
    comment: (text) => ({ text, author: { name: 'Lena' } }),
    edit: (text) => ({ text }),
  },
};

/** One account's platform, as its customers and its faults use it. */
export class AccountWorld {
  readonly #world: World;
  readonly #platform: Platform;
  readonly #accountId: string;

  constructor(world: World, provider: Provider, externalId: string) {
    this.#world = world;
    this.#platform = platforms[provider];
    this.#accountId = externalId;
  }

  /** A customer writes below one of the account's pieces of content; answers the platform's id. */
  async comment(text: string, content: number): Promise<string> {
    const contents = await this.#contents();
    const { id } = contents[content % contents.length] ?? {};
    const { contentPath, comment } = this.#platform;
    return Node.parse(await this.#world.control('POST', `${contentPath}/${id}/comments`, comment(text))).id;
  }

  async reply(commentId: string, text: string): Promise<void> {
    const { commentPath, comment } = this.#platform;
    await this.#world.control('POST', `${commentPath}/${commentId}/replies`, comment(text));
  }

  async edit(commentId: string, text: string): Promise<void> {
    await this.#world.control(
      'PATCH',
      `${this.#platform.commentPath}/${commentId}`,
      this.#platform.edit(text),
    );
  }

  async remove(commentId: string): Promise<void> {
    await this.#world.control('DELETE', `${this.#platform.commentPath}/${commentId}`);
  }

  /** Everything that stands below the account's content, whoever wrote it. */
  async everything(): Promise<Said[]> {
    const found: Said[] = [];
    for (const content of await this.#contents()) {
      for (const { id } of content.comments) await this.#collect(id, found);
    }
    return found;
  }

  async #contents(): Promise<Content[]> {
    const account = await this.#world.control('GET', `${this.#platform.accountPath}/${this.#accountId}`);
    return this.#platform.contents(account).map((content) => Content.parse(content));
  }

  async #collect(id: string, found: Said[]): Promise<void> {
    if (found.some(({ externalId }) => externalId === id)) return;
    const comment = WithReplies.parse(
      await this.#world.control('GET', `${this.#platform.commentPath}/${id}`),
    );
    found.push({ externalId: id, text: comment.text ?? comment.message ?? '' });
    for (const reply of comment.replies) await this.#collect(reply.id, found);
  }
}
