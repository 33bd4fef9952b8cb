import { ChooseAccounts, type ChosenAsset } from '../../../shared/contract/api/accounts.ts';
import {
  type Choice,
  type ChooseAccountsDeps,
  chooseAccounts as choose,
} from '../../../shared/core/accounts/choose-accounts.ts';
import { assetGapText } from '../../../shared/core/accounts/connection.ts';
import { route } from '../../../shared/runtime/route.ts';

export const chooseAccounts = (deps: ChooseAccountsDeps) =>
  route(ChooseAccounts, async ({ context, params, body, now }) => {
    const choices = await choose(deps, context, { ...params, ...body }, now);
    return { items: choices.map(chosenAsset) };
  });

function chosenAsset(choice: Choice): ChosenAsset {
  const { externalId, name } = choice.asset;
  if (choice.kind === 'connected') return { externalId, name, account: choice.account, refusal: null };
  const refusal = { code: choice.gap, message: `${name} ${assetGapText[choice.gap]}` };
  return { externalId, name, account: null, refusal };
}
