import type { Organization } from '../organizations/organization.ts';
import type { Clipping } from './clipping.ts';

/** The words of tables of coverage. */
export interface CoverageTexts {
  coverage: string;
  overview: string;
  outlets: string;
  weeks: string;
  recipients: string;
  clippings: string;
  figure: string;
  number: string;
  week: string;
  title: string;
  outlet: string;
  type: string;
  published: string;
  detected: string;
  address: string;
  sentiment: string;
  excerpt: string;
  recipient: string;
  sent: string;
  hasPublished: string;
  yes: string;
  no: string;
  automated: string;
  manual: string;
  whoPublished: string;
  channels: string;
  channelsWithArticles: string;
  types: Record<Clipping['outletType'], string>;
  sentiments: Record<Clipping['sentiment'], string>;
}

const English: CoverageTexts = {
  coverage: 'Press coverage',
  overview: 'Overview',
  outlets: 'Outlets',
  weeks: 'Weeks',
  recipients: 'Recipients',
  clippings: 'Clippings',
  figure: 'Figure',
  number: 'Number',
  week: 'Week of',
  title: 'Title',
  outlet: 'Outlet',
  type: 'Type',
  published: 'Published',
  detected: 'Found',
  address: 'Address',
  sentiment: 'Tone',
  excerpt: 'Excerpt',
  recipient: 'Recipient',
  sent: 'Sent',
  hasPublished: 'Has published',
  yes: 'yes',
  no: 'no',
  automated: 'Found by monitoring',
  manual: 'Entered by hand',
  whoPublished: 'Recipients who published',
  channels: 'Channels',
  channelsWithArticles: 'Channels with articles',
  types: { online: 'Online', print: 'Print', radio: 'Radio', tv: 'Television', podcast: 'Podcast' },
  sentiments: { positive: 'positive', neutral: 'neutral', negative: 'negative' },
};

const German: CoverageTexts = {
  coverage: 'Presseberichte',
  overview: 'Überblick',
  outlets: 'Medien',
  weeks: 'Wochen',
  recipients: 'Empfänger',
  clippings: 'Clippings',
  figure: 'Kennzahl',
  number: 'Anzahl',
  week: 'Woche ab',
  title: 'Titel',
  outlet: 'Medium',
  type: 'Art',
  published: 'Erschienen',
  detected: 'Gefunden',
  address: 'Adresse',
  sentiment: 'Ton',
  excerpt: 'Auszug',
  recipient: 'Empfänger',
  sent: 'Versand',
  hasPublished: 'Hat berichtet',
  yes: 'ja',
  no: 'nein',
  automated: 'Durch Beobachtung gefunden',
  manual: 'Von Hand eingetragen',
  whoPublished: 'Empfänger, die berichtet haben',
  channels: 'Kanäle',
  channelsWithArticles: 'Kanäle mit Artikeln',
  types: { online: 'Online', print: 'Print', radio: 'Radio', tv: 'Fernsehen', podcast: 'Podcast' },
  sentiments: { positive: 'positiv', neutral: 'neutral', negative: 'negativ' },
};

const Portuguese: CoverageTexts = {
  coverage: 'Cobertura de imprensa',
  overview: 'Resumo',
  outlets: 'Meios',
  weeks: 'Semanas',
  recipients: 'Destinatários',
  clippings: 'Recortes',
  figure: 'Indicador',
  number: 'Número',
  week: 'Semana de',
  title: 'Título',
  outlet: 'Meio',
  type: 'Tipo',
  published: 'Publicado',
  detected: 'Encontrado',
  address: 'Endereço',
  sentiment: 'Tom',
  excerpt: 'Excerto',
  recipient: 'Destinatário',
  sent: 'Envio',
  hasPublished: 'Publicou',
  yes: 'sim',
  no: 'não',
  automated: 'Encontrados pela monitorização',
  manual: 'Introduzidos à mão',
  whoPublished: 'Destinatários que publicaram',
  channels: 'Canais',
  channelsWithArticles: 'Canais com artigos',
  types: { online: 'Online', print: 'Imprensa', radio: 'Rádio', tv: 'Televisão', podcast: 'Podcast' },
  sentiments: { positive: 'positivo', neutral: 'neutro', negative: 'negativo' },
};

const ByLanguage: Record<Organization['language'], CoverageTexts> = {
  en: English,
  de: German,
  pt: Portuguese,
};

export function coverageTexts(language: Organization['language']): CoverageTexts {
  return ByLanguage[language];
}
