import type { LocalService } from './service.ts';
import { type BedrockService, startBedrock } from './services/bedrock.ts';
import { type CognitoService, startCognito } from './services/cognito.ts';
import { type DynamoService, startDynamo } from './services/dynamo.ts';
import { startFauxqsProcess } from './services/fauxqs-process.ts';
import { type KmsService, startKms } from './services/kms.ts';
import { type QueuesService, startQueues } from './services/queues.ts';
import { type SchedulerService, startScheduler } from './services/scheduler.ts';
import { type SecretsService, startSecrets } from './services/secrets.ts';
import { type SesService, startSes } from './services/ses.ts';
import { type StorageService, startStorage } from './services/storage.ts';
import type { StateFolder } from './state/state-folder.ts';

export interface CloudServices {
  dynamo: DynamoService;
  queues: QueuesService;
  storage: StorageService;
  kms: KmsService;
  secrets: SecretsService;
  scheduler: SchedulerService;
  ses: SesService;
  cognito: CognitoService;
  bedrock: BedrockService;
  all: readonly LocalService[];
}

interface CloudServicesOptions {
  state: StateFolder;
  region: string;
  account: string;
  publicUrl: string;
  onStop(close: () => unknown): void;
}

/** Starts every AWS service of the local cloud, each with its own folder of the state. */
export async function startServices(options: CloudServicesOptions): Promise<CloudServices> {
  const { state, region, account, publicUrl, onStop } = options;
  const optionsFor = (part: string) => ({
    stateDir: state.part(part),
    region,
    account,
    onChild: state.onChild,
  });
  const starting = [startDynamo(optionsFor('dynamodb')), startFauxqsProcess(optionsFor('sqs-s3'))] as const;
  // Whatever becomes of the other one, each process that was started is ended.
  for (const one of starting) onStop(() => one.then((started) => started.close()).catch(() => {}));
  const [dynamo, fauxqs] = await Promise.all(starting);
  const ses = startSes(optionsFor('outbox'));
  const services = {
    dynamo,
    queues: startQueues(fauxqs, optionsFor('sqs-s3')),
    storage: startStorage(fauxqs, optionsFor('sqs-s3')),
    kms: startKms(optionsFor('kms')),
    secrets: startSecrets(optionsFor('secrets')),
    scheduler: startScheduler(optionsFor('scheduler')),
    ses,
    cognito: await startCognito({ ...optionsFor('cognito'), issuerBase: `${publicUrl}/_cognito`, ses }),
    bedrock: startBedrock(optionsFor('bedrock')),
  };
  return { ...services, all: Object.values(services) };
}
