import { outsideAddress } from '../../infra/http/outside.ts';
import { optionalEnvironment } from '../env.ts';

/** Where real addresses are reached from here: themselves, or in the local stage the simulated world. */
export const outside = outsideAddress(optionalEnvironment('OUTSIDE_WORLD_URL'));

/** Where a browser finds a picture that is stored with its real address. */
export const pictureAddress = (url: string): string => outside(new URL(url)).href;
