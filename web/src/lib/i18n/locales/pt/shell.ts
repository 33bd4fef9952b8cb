import type { Wording } from '../../wording.ts';
import type * as en from '../en/shell.ts';

export const shell: Wording<typeof en.shell> = {
  navigation: 'Navegação principal',
  skip: 'Saltar para o conteúdo',
  inbox: 'Caixa de entrada',
  messages: 'Mensagens',
  automation: 'Automação',
  analytics: 'Números',
  press: 'Imprensa',
  suggestions: 'Sugestões',
  clippings: 'Clippings',
  campaigns: 'Campanhas',
  publications: 'Publicações',
  contacts: 'Jornalistas',
  spamPatterns: 'Excluídos',
  reports: 'Relatórios',
  settings: 'Definições',
  accounts: 'Contas',
  organization: 'Organização',
  webhooks: 'Webhooks',
  members: 'Membros',
  outbox: 'Caixa de saída',
  outboxHint: 'E-mails enviados por esta instalação local',
  notices: 'Avisos',
  account: 'A sua conta e definições',
  language: 'Idioma',
  theme: 'Aspeto',
  themeSystem: 'Como o sistema',
  themeLight: 'Claro',
  themeDark: 'Escuro',
  signOut: 'Terminar sessão',
  more: 'Mais',
  shortcuts: 'Atalhos de teclado',
  notFoundTitle: 'Não há nada neste endereço',
  notFound: 'A ligação pode ser antiga. A navegação leva a tudo o que existe.',
};

export const live: Wording<typeof en.live> = {
  connecting: 'A ligar…',
  live: 'Em direto',
  offline: 'A religar…',
  liveHint: 'Novos comentários e artigos aparecem sozinhos.',
  offlineHint: 'A ligação perdeu-se. O que vê pode estar desatualizado; estamos a tentar de novo.',
  updates: 'Últimas novidades',
  noUpdates: 'Nada aconteceu desde que chegou.',
  newInteractions_one: 'Chegou {{count}} novo comentário',
  newInteractions_other: 'Chegaram {{count}} novos comentários',
  show: 'Ver',
  events: {
    'interaction.created': 'Chegou um comentário',
    'interaction.updated': 'Um comentário mudou',
    'reply.posted': 'Foi publicada uma resposta',
    'suggestion.created': 'Foi encontrado um artigo',
    'clipping.created': 'Foi confirmada uma notícia',
    'account.updated': 'Uma conta mudou',
    'webhook.updated': 'Um webhook mudou',
    'report.failed': 'Não foi possível enviar um relatório',
    'model_budget.reached': 'O orçamento mensal da inteligência artificial está a acabar',
  },
};

export const action: Wording<typeof en.action> = {
  copy: 'Copiar',
  stored: 'Já o guardei',
  close: 'Fechar',
  cancel: 'Cancelar',
  save: 'Guardar',
  create: 'Criar',
  edit: 'Editar',
  delete: 'Eliminar',
  retry: 'Tentar de novo',
  dismiss: 'Dispensar',
  loadMore: 'Carregar mais',
  clear: 'Limpar',
};

export const state: Wording<typeof en.state> = {
  copied: 'Está na área de transferência.',
  loading: 'A carregar…',
  saved: 'Guardado.',
};

export const error: Wording<typeof en.error> = {
  requestId: 'Referência {{requestId}}',
  unexpected: {
    title: 'Algo correu mal aqui',
    advice: 'A falha foi nossa. Recarregue a página; se voltar a acontecer, avise a administração.',
  },
  refused: { title: 'Não foi possível' },
  offline: {
    title: 'Não é possível chegar ao Earshot',
    advice: 'Verifique a sua ligação e tente de novo.',
  },
  unavailable: {
    title: 'O Earshot está ocupado',
    advice: 'Nada se perdeu. Tente de novo dentro de instantes.',
  },
  internal: {
    title: 'Algo correu mal do nosso lado',
    advice: 'Tente de novo dentro de instantes. Se voltar a acontecer, indique a referência à administração.',
  },
  forbidden: {
    title: 'A sua função não o permite',
    advice: 'Peça a um proprietário ou administrador da organização que o faça.',
  },
  not_found: {
    title: 'Isto já não existe',
    advice: 'Pode ter sido eliminado. Volte à lista.',
  },
  safety_locked: {
    title: 'Aqui nada é sugerido',
    advice: 'Isto pede cuidado. Responda por palavras suas.',
  },
  model_budget_spent: {
    title: 'O orçamento da inteligência artificial está gasto',
    advice: 'Um proprietário ou administrador pode aumentar o orçamento do mês nas definições.',
  },
  message_unconfirmed: {
    title: 'A plataforma não disse o que aconteceu',
    advice: 'Veja lá primeiro: nunca é enviada uma segunda vez por si só.',
  },
  invalid_expression: {
    title: 'Uma expressão tem um erro',
    advice: 'Corrija as entradas indicadas e guarde de novo.',
  },
  window_closed: {
    title: 'A plataforma já não aceita mensagens',
    advice: 'O prazo para responder passou.',
  },
  version_mismatch: {
    title: 'Alguém foi mais rápido',
    advice: 'Mudou enquanto o tinha aberto. Veja o novo estado e tente de novo.',
  },
  limited: {
    title: 'Demasiados pedidos ao mesmo tempo',
    advice: 'Espere alguns segundos e tente de novo.',
  },
};
