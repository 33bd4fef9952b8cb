import type { Mutant } from '../mutant.ts';
import { LimitMutants } from './limits.ts';
import { LookAndPostMutants } from './look-and-post.ts';
import { RecheckMutants } from './recheck.ts';
import { StateMutants } from './state.ts';
import { WordsAndPeopleMutants } from './words-and-people.ts';

export const Mutants: readonly Mutant[] = [
  ...LookAndPostMutants,
  ...StateMutants,
  ...LimitMutants,
  ...RecheckMutants,
  ...WordsAndPeopleMutants,
];
