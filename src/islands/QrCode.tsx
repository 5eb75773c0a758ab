import { encode } from 'uqr';

interface Props {
  text: string;
  /** What it holds, for those who do not see it. */
  label: string;
}

/** A QR code made on the phone; nothing where the text is too long to be read from paper. */
export default function QrCode({ text, label }: Props) {
  if (text.length > 1000) return null;
  const { data, size } = encode(text, { ecc: 'L', border: 4 });
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path d={path} fill="#000" />
    </svg>
  );
}
