/** ISO 3166-1 alpha-2 of the countries that are asked for most; others are set by the API. */
const Countries = [
  'AT',
  'AU',
  'BE',
  'BR',
  'CA',
  'CH',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HU',
  'IE',
  'IN',
  'IT',
  'JP',
  'LI',
  'LU',
  'MX',
  'NL',
  'NO',
  'NZ',
  'PL',
  'PT',
  'RO',
  'SE',
  'US',
  'ZA',
];

export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone that this browser knows, the person's own among them. */
export function timeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), browserTimeZone()])].sort();
}

export function browserCountry(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? 'DE';
  return Countries.includes(region) ? region : 'DE';
}

export function countryOptions(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return Countries.map((code) => ({ code, name: names.of(code) ?? code })).sort((one, other) =>
    one.name.localeCompare(other.name, language),
  );
}
