/** Letters of other alphabets and phonetic signs, and the Latin ones that they look like. */
const LookAlikes = new Map(
  Object.entries({
    a: 'аɑαᴀａ',
    b: 'ьʙЬВβᏏ',
    c: 'сᴄϲⅽ',
    d: 'ԁɗᴅⅾ',
    e: 'еєεᴇ℮ҽ',
    f: 'ғƒꜰ',
    g: 'ɡɢց',
    h: 'һнʜհ',
    i: 'іιıɩɪ¡ⅰ',
    j: 'јϳᴊ',
    k: 'кκᴋ',
    l: 'ӏʟⅼǀ',
    m: 'мᴍⅿ',
    n: 'пɴηո',
    o: 'оοσօᴏס',
    p: 'рρᴘ',
    q: 'ԛգ',
    r: 'гʀᴦ',
    s: 'ѕꜱ',
    t: 'тτᴛ',
    u: 'υսᴜμ',
    v: 'ѵνᴠⅴ',
    w: 'ԝωᴡш',
    x: 'хχⅹ',
    y: 'уγʏү',
    z: 'ᴢʐ',
  }).flatMap(([letter, likes]) => Array.from(likes, (like) => [like, letter] as const)),
);

const Dots = /[․‧·•∙⋅・。｡﹒٠]/gu;
const Slashes = /[⁄∕⧸╱]/gu;
const Colons = /[﹕∶ː꞉]/gu;
const AtSigns = /[﹫ⓐ]/gu;
const Invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}]/gu;

/** Enclosed and regional letters that NFKC leaves as they are, by the code point of their `A`. */
const EnclosedAlphabets = [0x1f150, 0x1f170, 0x1f1e6];

function letterOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const start = EnclosedAlphabets.find((first) => code >= first && code < first + 26);
  return start === undefined ? sign : String.fromCharCode(97 + code - start);
}

const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Each script has its ten digits one after another. */
function digitValueOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value += 1;
  return String(value);
}

/**
 * How a person reads a text in which somebody may have hidden an address: one form for all letters, digits, dots and
 * at signs, without accents and what cannot be seen. Case stays, as it tells a new sentence from a domain.
 */
export function plainReading(text: string): string {
  const plain = text
    .replace(AtSigns, '@')
    .replace(Dots, '.')
    .normalize('NFKC')
    .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, letterOf)
    .replace(Invisible, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Nd}/gu, digitValueOf)
    .replace(/[^\p{ASCII}]/gu, (sign) => LookAlikes.get(sign) ?? LookAlikes.get(sign.toLowerCase()) ?? sign)
    .replace(Slashes, '/')
    .replace(Colons, ':')
    .replace(/\s+/gu, ' ');
  return joinSpelledOut(plain);
}

/** `e x a m p l e . c o m` becomes one word again; single words such as `a` or `e` stay. */
function joinSpelledOut(text: string): string {
  const single = String.raw`[\p{L}\p{N}.@]`;
  const run = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${single}\s){3,}${single}(?![\p{L}\p{N}])`, 'gu');
  return text.replace(run, (letters) => letters.replaceAll(' ', ''));
}
