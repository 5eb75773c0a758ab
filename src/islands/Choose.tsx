/** One thing of a list to choose from. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Props {
  label: string;
  name?: string;
  value: string;
  /** What choosing nothing is called. */
  any: string;
  choices: readonly Choice[];
  onChoose(value: string): void;
}

/** A labelled list to choose one thing from, with "any" first. */
export default function Choose({ label, name, value, any, choices, onChoose }: Props) {
  return (
    <label class="field">
      {label}
      <select name={name} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{any}</option>
        {choices.map(({ id, name: shown }) => (
          <option key={id} value={id}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
