import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './one-of.module.css';

export interface OneOfProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly says: string }[];
  readonly onChange: (value: Value) => void;
}

/** One choice out of a few. */
export function OneOf<Value extends string>({ label, value, options, onChange }: OneOfProps<Value>) {
  const choose = (chosen: string): void => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <RadioGroup className={styles.group ?? ''} value={value} onChange={choose}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.options}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className={styles.option ?? ''}
            data-testid={`option-${option.value}`}
          >
            <span className={styles.dot} />
            {option.says}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
