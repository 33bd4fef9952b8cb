import type { Wording } from '../../wording.ts';
import type * as en from '../en/spam.ts';

export const spam: Wording<typeof en.spam> = {
  title: 'Excluídos',
  lead: 'Os artigos que correspondem nunca são sugeridos, por muito que acertem nas palavras-chave.',
  create: 'Novo padrão',
  type: 'Olha para',
  types: {
    url_domain: 'Domínio',
    keyword_title: 'Palavras no título',
    keyword_content: 'Palavras no texto',
    outlet_name: 'Nome do meio',
  },
  pattern: 'Padrão',
  patternHint: 'Um domínio exclui também o que está abaixo dele. Maiúsculas e minúsculas são iguais.',
  isRegex: 'É uma expressão regular (RE2)',
  regex: 'Expressão regular',
  scope: 'Para',
  everywhere: 'Todas as campanhas',
  description: 'Porquê',
  switch: 'Excluir «{{pattern}}»',
  matched_one: '{{count}} artigo excluído',
  matched_other: '{{count}} artigos excluídos',
  deleteTitle: 'Eliminar «{{pattern}}»?',
  deleteText: 'O que excluía pode ser sugerido quando os feeds voltarem a ser lidos.',
  markTitle: 'Spam, e excluir semelhantes',
  markText: '«{{title}}» não é notícia, e o que for semelhante não deve voltar a ser sugerido.',
  keepOut: 'Excluir',
  ofDomain: 'Tudo do seu domínio',
  ofOutlet: 'Tudo do seu meio',
  thisCampaign: 'Esta campanha',
  mark: 'Excluir',
  emptyTitle: 'Nada está excluído',
  empty:
    'Portais de imprensa, lojas e diretórios que repetem as suas palavras não são notícia: indique-os aqui uma vez.',
};
