import { useEffect, useRef, useState } from 'react';
import type { AppFacts, ComputerChoice } from '../../../preload/contract/requests';
import { Actions, Page } from '../../components/page';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { assertNever } from '../../state/assert-never';
import type { Intentions } from '../../state/intentions';
import type { CheckState } from '../../state/journey-state';
import { useWords } from '../../words/use-words';
import { EvidencePage } from './evidence-page';
import { Looking } from './looking';
import { ScanResult } from './scan-result';

export interface CheckScreenProps {
  readonly check: CheckState;
  /** Computers that can be chosen now. */
  readonly computers: readonly ComputerChoice[];
  readonly computer: ComputerChoice | null;
  readonly facts: AppFacts | null;
  readonly does: Pick<Intentions, 'lookAgain' | 'goTo' | 'chooseComputer' | 'openPage'>;
}

/** What is on this computer. */
export function CheckScreen({ check, computers, computer, facts, does }: CheckScreenProps) {
  const { t, language } = useWords();
  const [showsEvidence, setShowsEvidence] = useState(false);
  const place = useFocusOnHeading(showsEvidence);
  const isSimulated = computer?.simulated === true;
  const name = isSimulated ? computer.title[language] : (facts?.computer ?? null);
  return (
    <div ref={place}>
      {showsEvidence && check.phase === 'found' ? (
        <EvidencePage
          scan={check.scan}
          simulated={isSimulated ? computer.id : null}
          onBack={() => setShowsEvidence(false)}
        />
      ) : (
        <Page
          title={t('check.title')}
          lead={name === null ? t('check.lead') : t('check.lead-named', { computer: name })}
        >
          <CheckBody check={check} computers={computers} does={does} seeEvidence={() => setShowsEvidence(true)} />
        </Page>
      )}
    </div>
  );
}

/** People who hear the page or use keys start at the heading of what was opened, as on every other page. */
function useFocusOnHeading(shows: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(shows);
  useEffect(() => {
    if (shown.current === shows) return;
    shown.current = shows;
    place.current?.querySelector('h1')?.focus();
  }, [shows]);
  return place;
}

interface CheckBodyProps extends Pick<CheckScreenProps, 'check' | 'computers' | 'does'> {
  readonly seeEvidence: () => void;
}

function CheckBody({ check, computers, does, seeEvidence }: CheckBodyProps) {
  const { t } = useWords();
  switch (check.phase) {
    case 'empty':
      return <Looking ticked={[]} />;
    case 'looking':
      return <Looking ticked={check.ticked} />;
    case 'failed':
      return (
        <>
          <Notice mark="stop" title={t('check.failed.title')} testId="check-failed">
            <p>{t('check.failed.body', { detail: check.detail })}</p>
          </Notice>
          <Actions>
            <Button tone="main" onPress={does.lookAgain}>
              {t('check.look-again')}
            </Button>
          </Actions>
        </>
      );
    case 'found':
      return <ScanResult scan={check.scan} computers={computers} does={does} seeEvidence={seeEvidence} />;
    default:
      return assertNever(check);
  }
}
