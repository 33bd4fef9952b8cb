import type { Wording } from '../../wording.ts';
import type * as en from '../en/personal-data.ts';

export const personalData: Wording<typeof en.personalData> = {
  title: 'Dados pessoais',
  organizationLead:
    'Tudo o que o Earshot guarda da sua organização, sem os segredos, num ficheiro comprimido com uma entrada JSON por linha. Pode ser descarregado durante sete dias.',
  exportAll: 'Exportar tudo',
  exporting: 'Está tudo a ser reunido…',
  exported_one: 'Foi encontrada {{count}} entrada.',
  exported_other: 'Foram encontradas {{count}} entradas.',
  download: 'Descarregar',
  interrupted: 'O trabalho foi interrompido. Comece-o de novo.',
  exportAuthor: 'Exportar esta pessoa',
  eraseAuthor: 'Apagar esta pessoa',
  eraseTitle: 'Apagar tudo sobre {{name}}?',
  eraseText:
    'Todos os comentários e mensagens desta pessoa, as suas respostas e o que foi registado sobre ela são apagados aqui de vez, e com eles todos os ficheiros de exportações. Os números continuam a contá-la sem nome. Nada é apagado na plataforma; o que foi apagado não volta, o que a pessoa escrever depois, sim.',
  eraseConfirm: 'Apagar de vez',
  erasing: 'Esta pessoa está a ser apagada…',
  erased: 'Tudo sobre {{name}} foi apagado.',
};
