import * as z from 'zod';

const Comment = z.looseObject({
  id: z.string(),
  message: z.string(),
  author: z.looseObject({ id: z.string(), name: z.string() }),
});
const CommentWithReplies = Comment.extend({ replies: z.array(Comment) });
const Page = z.looseObject({ id: z.string(), name: z.string() });
const PageWithPosts = Page.extend({
  posts: z.array(z.looseObject({ id: z.string(), comments: z.array(Comment) })),
});
const Article = z.looseObject({ title: z.string(), url: z.string() });

export type CommentWithReplies = z.infer<typeof CommentWithReplies>;

/** What happens outside: customers comment, publishers publish; and a look at what the outside shows. */
export class World {
  readonly #baseUrl: string;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  async page(name: string): Promise<z.infer<typeof PageWithPosts>> {
    const pages = z.array(Page).parse(await this.control('GET', '/meta/pages'));
    const found = pages.find((page) => page.name === name);
    if (!found) throw new Error(`The simulated Facebook has no page ${name}.`);
    return PageWithPosts.parse(await this.control('GET', `/meta/pages/${found.id}`));
  }

  /** A customer writes under a post; answers the platform's id of the comment. */
  async comment(postId: string, author: string, message: string): Promise<string> {
    const body = { message, author: { name: author } };
    return Comment.parse(await this.control('POST', `/meta/posts/${postId}/comments`, body)).id;
  }

  async commentWithReplies(commentId: string): Promise<CommentWithReplies> {
    return CommentWithReplies.parse(await this.control('GET', `/meta/comments/${commentId}`));
  }

  /** A publisher brings an article, or already has; answers where it stands. */
  async publishOnce(
    host: string,
    article: { title: string; summary?: string; url?: string },
  ): Promise<string> {
    const path = `/news/publishers/${host}/articles`;
    const earlier = z.array(Article).parse(await this.control('GET', path));
    const found = earlier.find(({ title }) => title === article.title);
    return (found ?? Article.parse(await this.control('POST', path, article))).url;
  }

  async control(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(new URL(`/_sim/world${path}`, this.#baseUrl), {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
