import { Button, Input, Label, SearchField } from 'react-aria-components';
import styles from './search-box.module.css';

export interface SearchBoxProps {
  readonly label: string;
  readonly clear: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId?: string;
}

/** A box to type into that narrows what is shown. Escape empties it. */
export function SearchBox({ label, clear, value, onChange, testId }: SearchBoxProps) {
  return (
    <SearchField className={styles.box ?? ''} value={value} onChange={onChange}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.field}>
        <Input
          className={styles.input ?? ''}
          autoComplete="off"
          spellCheck="false"
          {...(testId === undefined ? {} : { 'data-testid': testId })}
        />
        {value === '' ? null : (
          <Button className={styles.clear ?? ''} aria-label={clear}>
            <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
              <path d="M2.5 2.5l7 7m0-7l-7 7" />
            </svg>
          </Button>
        )}
      </div>
    </SearchField>
  );
}
