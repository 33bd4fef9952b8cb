import type { ModelAnswer } from '../analysis/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { ReplyTone } from './generation.ts';

/** All that the model knows about a reply. What strangers wrote is data, and never mixed with what is asked. */
export interface ReplyRequest {
  /** Untrusted. */
  comment: string;
  /** Untrusted. */
  authorName: string;
  /** Of the post; untrusted. */
  contentTitle: string | null;
  /** ISO 639-1. */
  language: string;
  brand: string;
  tone: ReplyTone;
  instructions: string;
  /** The organization's text with its variables filled in; null where the model writes freely. */
  template: string | null;
  longestCharacters: number;
}

/** One call of the language model that writes one reply. */
export interface ReplyModel {
  write(request: ReplyRequest, context: TenantContext): Promise<ModelAnswer>;
}
