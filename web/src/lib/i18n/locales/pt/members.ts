import type { Wording } from '../../wording.ts';
import type * as en from '../en/members.ts';

export const members: Wording<typeof en.members> = {
  title: 'Membros',
  lead: 'Quem trabalha aqui, e o que cada pessoa pode fazer.',
  ownersOnly: 'Quem trabalha aqui. Os proprietários convidam e mudam funções.',
  people: 'Pessoas',
  you: 'você',
  roles: { viewer: 'Leitor', agent: 'Agente', admin: 'Administrador', owner: 'Proprietário' },
  may: {
    viewer: 'Lê tudo, não muda nada.',
    agent: 'Responde a comentários e modera-os, decide sobre sugestões.',
    admin: 'Muda também regras, contas, publicações, relatórios e definições.',
    owner: 'Também convida, muda funções e cria tokens da API.',
  },
  role: 'Função',
  roleOf: 'Função de {{name}}',
  changed: '{{name}}: {{role}} a partir de agora, em toda a parte dentro de um minuto.',
  stepDownTitle: 'Dar a si a função «{{role}}»?',
  stepDownText: 'Só outro proprietário pode voltar a fazer de si proprietário.',
  stepDownConfirm: 'Mudar a minha função',
  remove: 'Remover {{name}}',
  removeTitle: 'Remover {{name}}?',
  removeText:
    'O acesso termina dentro de um minuto. O que esta pessoa fez fica, com o nome. Revogue os tokens da API que ela conhece.',
  removeConfirm: 'Remover',
  removed: '{{name}} já não é membro.',
  leaveTitle: 'Sair desta organização?',
  leaveText: 'O seu acesso termina dentro de um minuto. Só outro proprietário pode voltar a convidar.',
  leaveConfirm: 'Sair',
  invitations: 'Convites',
  noInvitations: 'De momento ninguém está convidado.',
  invite: 'Convidar',
  inviteTitle: 'Convidar alguém',
  email: 'Endereço de e-mail',
  emailHint: 'A ligação no e-mail serve uma vez, durante 7 dias e só para este endereço.',
  send: 'Enviar o convite',
  sendAgain: 'Enviar de novo',
  invited: 'O convite vai a caminho de {{email}}.',
  sent: 'Enviado',
  expired: 'Expirou',
  revoke: 'Anular o convite de {{email}}',
  revokeTitle: 'Anular o convite de {{email}}?',
  revokeText: 'A ligação no e-mail deixa logo de funcionar.',
  revokeConfirm: 'Anular',
  revoked: '{{email}} já não tem convite.',
};

export const invitation: Wording<typeof en.invitation> = {
  title: 'Recebeu um convite',
  lead: 'Iniciou sessão como {{email}}. Aceite para entrar na organização que o e-mail indica.',
  signInFirst: 'Inicie sessão, ou crie uma conta, com o endereço que recebeu o convite.',
  accept: 'Aceitar o convite',
  memberElsewhere:
    'Já pertence a {{organization}}. Peça um convite para outro endereço e inicie sessão com ele.',
  toConsole: 'Continuar para a consola',
  signInAsAnother: 'Iniciar sessão com outra conta',
};

export const memberErrors: Wording<typeof en.memberErrors> = {
  last_owner: {
    title: 'Não há outro proprietário',
    advice: 'Faça primeiro outra pessoa proprietária.',
  },
  role_required: {
    title: 'A sua função não o permite',
    advice: 'Peça a um proprietário da organização que o faça, ou que lhe dê a função.',
  },
  member_already: {
    title: 'Esta pessoa já é membro',
    advice: 'Esta pessoa já é membro. Mude antes a função na lista.',
  },
  invited_just_now: {
    title: 'Este endereço acabou de ser convidado',
    advice: 'Este endereço acabou de ser convidado. Espere um minuto até ao próximo e-mail.',
  },
  too_many_invitations: {
    title: 'Demasiados convites em aberto',
    advice: 'Só pode haver 50 em aberto. Anule alguns; um convite anulado conta durante um dia.',
  },
  address_suppressed: {
    title: 'Este endereço não recebe e-mails',
    advice: 'E-mails para este endereço voltaram ou foram denunciados. Convide outro endereço.',
  },
  address_refused: {
    title: 'Este endereço não é aceite',
    advice: 'O serviço de e-mail não aceita este endereço. Verifique como está escrito.',
  },
  mail_unavailable: {
    title: 'Não foi possível enviar o e-mail',
    advice: 'Ninguém foi convidado. Tente de novo dentro de instantes.',
  },
  invitation_unknown: {
    title: 'Esta ligação não serve',
    advice: 'Esta ligação não serve, ou já não serve. Peça um novo convite a quem o convidou.',
  },
  invitation_for_another: {
    title: 'Este convite é para outro endereço',
    advice: 'Este convite é para outro endereço; inicie sessão com o endereço que recebeu o e-mail.',
  },
  email_unverified: {
    title: 'O seu endereço não está confirmado',
    advice: 'Confirme primeiro o seu endereço de e-mail e abra de novo a ligação.',
  },
  invitation_replaced: {
    title: 'Há um convite mais recente',
    advice: 'Um convite mais recente substituiu este: use a ligação do último e-mail.',
  },
  invitation_used: {
    title: 'Este convite já foi usado',
    advice: 'Este convite já foi usado. Inicie sessão, ou peça um novo convite.',
  },
  invitation_revoked: {
    title: 'Este convite foi anulado',
    advice: 'Este convite foi anulado. Peça um novo a quem o enviou.',
  },
  invitation_expired: {
    title: 'Este convite expirou',
    advice: 'Este convite expirou. Peça um novo a quem o enviou.',
  },
};
