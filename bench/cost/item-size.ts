import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as it goes over the wire. */
export type MarshalledItem = Record<string, AttributeValue>;

/**
 * The bytes that DynamoDB counts for an item, after "DynamoDB item sizes and formats" of its developer guide: names and
 * values in UTF-8, a byte for two digits of a number and one more, three bytes for a list or a map and one for each element.
 */
export function itemSize(item: MarshalledItem): number {
  return sum(Object.entries(item).map(([name, value]) => bytes(name) + valueSize(value)));
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return value.B.length;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.L !== undefined) return 3 + sum(value.L.map((element) => 1 + valueSize(element)));
  if (value.M !== undefined)
    return 3 + sum(Object.entries(value.M).map(([name, element]) => 1 + bytes(name) + valueSize(element)));
  throw new TypeError(`The size of ${JSON.stringify(value)} is not known here.`);
}

function numberSize(digits: string): number {
  const significant = digits.replaceAll(/[-.]/g, '').replaceAll(/^0+|0+$/g, '');
  return Math.ceil(significant.length / 2) + 1 + (digits.startsWith('-') ? 1 : 0);
}

const bytes = (text: string) => Buffer.byteLength(text);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
