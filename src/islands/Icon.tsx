interface Props {
  /** The inside of the drawing, from our own list of pictograms. */
  of: string;
  /** It points along the line, so it turns where the language runs the other way. */
  turns?: boolean;
}

/** A pictogram beside words that say the same. */
export default function Icon({ of, turns = false }: Props) {
  return (
    <svg
      class={turns ? 'i flip' : 'i'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: of }}
    />
  );
}
