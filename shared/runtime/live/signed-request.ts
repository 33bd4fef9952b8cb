import { signedRequestReader } from '../../infra/meta/signed-request.ts';
import { metaApp } from './meta-app.ts';

export const readSignedRequest = signedRequestReader(metaApp);
