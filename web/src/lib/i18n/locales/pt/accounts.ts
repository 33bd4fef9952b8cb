import type { Wording } from '../../wording.ts';
import type * as en from '../en/accounts.ts';

export const accounts: Wording<typeof en.accounts> = {
  title: 'Contas',
  lead: 'As páginas, os perfis e os canais que o Earshot escuta.',
  connect: 'Ligar {{provider}}',
  connectTitle: 'Ligar uma conta',
  notConfigured:
    'Não configurado nesta instalação. É preciso guardar primeiro as credenciais de uma aplicação.',
  emptyTitle: 'Ligue a sua primeira página',
  empty:
    'O Earshot começa a escutar assim que uma página é ligada. É levado à rede, aceita lá e escolhe aqui as páginas.',
  status: {
    active: 'Ligada',
    needs_reconnect: 'Precisa de ser religada',
    disconnected: 'Desligada',
  },
  channelTypes: { corporate: 'Institucional', lifestyle: 'Lifestyle', business: 'Negócio' },
  automation: 'Automação',
  automationSince: 'As regras respondem ao que foi escrito desde {{date}}',
  automationOff: 'Aqui nenhuma regra responde',
  synced: 'Lida',
  neverSynced: 'Ainda não foi lida',
  sync: 'Ler agora',
  syncStarted: '{{name}} está a ser lida de novo.',
  reconnect: 'Religar',
  disconnect: 'Desligar',
  disconnectTitle: 'Desligar {{name}}?',
  disconnectText: 'O acesso é eliminado e nada de novo é lido ou respondido lá. O que foi recolhido fica.',
  disconnected: '{{name}} foi desligada.',
  chooseTitle: 'Escolha o que ligar',
  choose: 'Encontrado para si em {{provider}}:',
  chooseNone: 'Não foi encontrado nada que se possa ligar.',
  chosen_one: 'Ligar {{count}} conta',
  chosen_other: 'Ligar {{count}} contas',
  connected: '{{name}} está ligada. Os comentários estão a ser lidos.',
  failedTitle: 'Nada foi ligado',
  missingScopes: 'Permissões em falta: {{scopes}}',
  failures: {
    denied: 'Recusou no diálogo. Recomece quando quiser ligar.',
    missing_scope: 'Faltam permissões de que o Earshot precisa. Recomece e deixe todas ativas.',
    no_asset: 'Não foi mostrada nenhuma página para esta pessoa. Entre lá como alguém que gere uma.',
    state_expired: 'Demorou mais de dez minutos. Recomece.',
    state_invalid: 'Esta resposta é de outro navegador ou já foi usada. Recomece a partir daqui.',
    provider_failed: 'A rede não concluiu a ligação. Tente de novo dentro de alguns minutos.',
  },
  gaps: {
    not_ticked: 'Não foi assinalada no diálogo da rede. Recomece e assinale-a.',
    no_moderation: 'Não pode moderar os comentários. Peça esse direito a um administrador.',
    connected_elsewhere: 'Está ligada a outra organização e tem de ser desligada lá primeiro.',
    unreachable: 'Não pôde ser lida com a permissão dada. Recomece.',
  },
};
