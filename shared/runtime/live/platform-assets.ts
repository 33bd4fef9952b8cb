import { platformAssetStore } from '../../infra/dynamo/platform-asset-store.ts';
import { table } from './table.ts';

export const platformAssets = platformAssetStore(table);
