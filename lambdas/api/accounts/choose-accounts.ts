import { ChooseAccounts, type ChosenAsset } from '../../../shared/contract/api/accounts.ts';
import {
  type Choice,
  type ChooseAccountsDeps,
  chooseAccounts as choose,
} from '../../../shared/core/accounts/choose-accounts.ts';
import { assetGapText } from '../../../shared/core/accounts/connection.ts';
import { route } from '../../../shared/runtime/route.ts';
import { accountView, type PictureDeps } from './account-view.ts';

export const chooseAccounts = (deps: ChooseAccountsDeps & PictureDeps) =>
  route(ChooseAccounts, async ({ context, params, body, now }) => {
    const choices = await choose(deps, context, { ...params, ...body }, now);
    return { items: choices.map((choice) => chosenAsset(deps, choice)) };
  });

function chosenAsset(deps: PictureDeps, choice: Choice): ChosenAsset {
  const { externalId, name } = choice.asset;
  if (choice.kind === 'connected')
    return { externalId, name, account: accountView(deps, choice.account), refusal: null };
  const refusal = { code: choice.gap, message: `${name} ${assetGapText[choice.gap]}` };
  return { externalId, name, account: null, refusal };
}
