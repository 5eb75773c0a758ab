/** The letters of the GSM 7-bit alphabet (3GPP TS 23.038). A message of these alone may hold 160; any other letter makes it 70. */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
const signs: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
};

/** How many letters one text message of this text may hold. */
export function room(text: string): 160 | 70 {
  return gsm.test(text) ? 160 : 70;
}

/** The same text in letters that cost least, where its script allows it: accents the alphabet lacks are dropped. */
function cheap(text: string): string {
  const plain = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/« ?| ?»/g, '"')
    .replace(/[‘’“”–—…œŒ]/g, (sign) => signs[sign] ?? sign)
    .replace(/[\u2066-\u2069]/g, '');
  const letters = [...plain].map((letter) =>
    gsm.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, ''),
  );
  const bare = letters.join('');
  return gsm.test(bare) ? bare : plain;
}

/**
 * A contact as one text message, so that it costs the sender once: at most 160 letters, 70 in scripts that need more.
 * The first number is always whole; the place, the other numbers and the end of the name give way, in this order.
 */
export function contactText(name: string, place: string, numbers: readonly string[]): string {
  const [first = ''] = numbers;
  const with1 = (who: string, many: readonly string[]) => cheap(many.length > 0 ? `${who}: ${many.join(', ')}` : who);
  const tries = [
    with1([name, place].filter(Boolean).join(', '), numbers),
    with1(name, numbers),
    with1(name, first ? [first] : []),
  ];
  const fitting = tries.find((text) => text.length <= room(text));
  if (fitting) return fitting;
  const words = name.split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const text = with1(`${words.slice(0, count).join(' ')}...`, first ? [first] : []);
    if (text.length <= room(text)) return text;
  }
  return first;
}

/**
 * The title and address of a page as one text message: at most 160 letters, 70 in scripts that need more. The address is always
 * whole; the end of the title gives way, and `shortened` says so.
 */
export function pageText(title: string, address: string): { text: string; shortened: boolean } {
  const words = title.split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const shortened = count < words.length;
    const text = cheap(`${words.slice(0, count).join(' ')}${shortened ? '...' : ''} ${address}`);
    if (text.length <= room(text)) return { text, shortened };
  }
  return { text: address, shortened: true };
}
