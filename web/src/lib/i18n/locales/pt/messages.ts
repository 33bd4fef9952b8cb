import type { Wording } from '../../wording.ts';
import type * as en from '../en/messages.ts';

export const messages: Wording<typeof en.messages> = {
  title: 'Mensagens',
  onlyUnanswered: 'Só sem resposta',
  emptyTitle: 'Sem mensagens',
  empty: 'As mensagens diretas às suas páginas aparecem aqui, por pessoa.',
  noneUnanswered: 'Ninguém espera por resposta.',
  chooseTitle: 'Escolha uma conversa',
  choose: 'Leia os dois lados e responda enquanto a plataforma aceita mensagens.',
  conversation: 'Conversa',
  unanswered: 'Espera resposta',
  you: 'Você:',
  earlier: 'Mensagens anteriores',
  details: 'Pormenores desta mensagem',
  attachment: 'Anexo ({{kind}})',
  attachmentGone: '{{kind}}, já não existe',
  attachments: {
    image: 'Imagem',
    video: 'Vídeo',
    audio: 'Mensagem de voz',
    file: 'Ficheiro',
    story_mention: 'História',
  },
  expires: 'A plataforma retira-o em {{date}}.',
  onPlatform: 'Escrito na plataforma',
  writeTo: 'Escrever a {{name}}',
  until: 'A plataforma aceita mensagens até {{date}}.',
  send: 'Enviar',
  neverWrote: 'Esta pessoa ainda não escreveu: antes disso a plataforma não aceita mensagens.',
  closed: 'A plataforma não aceita mensagens desde {{date}}. Voltará a aceitar quando a pessoa escrever.',
};
