import type { Wording } from '../../wording.ts';
import type * as en from '../en/contacts.ts';

export const contacts: Wording<typeof en.contacts> = {
  title: 'Jornalistas',
  lead: 'A quem vão as suas campanhas, e para quem escrevem.',
  create: 'Novo jornalista',
  name: 'Nome',
  email: 'E-mail',
  role: 'Função',
  publications: 'Escreve para',
  noPublications: 'Ainda não há publicações.',
  editTitle: 'Alterar «{{name}}»',
  deleteTitle: 'Eliminar «{{name}}»?',
  deleteText: 'As campanhas que lhe foram enviadas mantêm as suas notícias.',
  emptyTitle: 'Quem escreve sobre si?',
  empty: 'Os jornalistas ligam campanhas a publicações: o relatório de notícias diz que meio publicou.',
};
