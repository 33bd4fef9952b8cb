import { storageClient } from '../../infra/s3/client.ts';
import { exportFiles as filesIn } from '../../infra/s3/export-files.ts';
import { requireEnvironment } from '../env.ts';

export const exportFiles = filesIn(storageClient(), requireEnvironment('EXPORTS_BUCKET'));
