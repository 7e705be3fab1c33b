import { assertNever } from '../state/assert-never';
import { planOf } from '../state/planning';
import { openCards, preparationCards } from '../state/preparation-cards';
import { runOf } from '../state/run-of';
import { CheckScreen } from '../screens/check/check-screen';
import { ChooseScreen } from '../screens/choose/choose-screen';
import { HistoryScreen } from '../screens/history/history-screen';
import { PrepareScreen } from '../screens/prepare/prepare-screen';
import { ProveScreen } from '../screens/prove/prove-screen';
import { RemoveScreen } from '../screens/remove/remove-screen';
import { SettingsScreen } from '../screens/settings/settings-screen';
import type { JourneyWindowProps } from './journey-window';

/** Hands each screen the part of the state that it shows. */
export function CurrentPage({ state, does, now }: JourneyWindowProps) {
  const { check, plan, removal, computers, settings } = state;
  const scan = check.phase === 'found' ? check.scan : null;
  const isBusy = removal.phase === 'asking' || removal.phase === 'running';
  const chosen = computers.list.find(({ id }) => id === computers.chosen) ?? null;
  switch (state.page) {
    case 'check':
      return (
        <CheckScreen
          check={check}
          computers={isBusy ? [] : computers.list}
          computer={chosen}
          facts={state.facts}
          does={does}
        />
      );
    case 'prepare':
      return (
        <PrepareScreen
          isLooking={check.phase === 'looking' || check.phase === 'empty'}
          plan={plan}
          cards={preparationCards(state)}
          keepsSettings={state.choices.keep.includes('settings')}
          does={does}
        />
      );
    case 'choose':
      return (
        <ChooseScreen
          ranking={state.ranking}
          needs={state.needs}
          chosen={state.choices.replaceWith}
          decided={state.decided}
          does={does}
        />
      );
    case 'remove':
      return (
        <RemoveScreen
          removal={removal}
          plan={plan}
          scan={scan}
          open={openCards(preparationCards(state))}
          replacement={replacementOf(state)}
          isSimulated={chosen?.simulated ?? scan?.machine.simulated ?? false}
          isRemote={state.facts?.remoteSession ?? false}
          now={now}
          does={does}
        />
      );
    case 'prove':
      return (
        <ProveScreen
          proof={state.proof}
          saving={state.saving}
          run={runOf(removal)}
          isPlanned={planOf(plan) !== null}
          canPlanAgain={!isBusy}
          does={does}
        />
      );
    case 'history':
      return <HistoryScreen history={state.history} does={does} />;
    case 'settings':
      return (
        <SettingsScreen settings={settings} facts={state.facts} computers={computers} isBusy={isBusy} does={does} />
      );
    default:
      return assertNever(state.page);
  }
}

function replacementOf({ choices, ranking }: JourneyWindowProps['state']): string | null {
  const known = ranking.phase === 'found' ? ranking.ranking : ranking.phase === 'busy' ? (ranking.previous ?? []) : [];
  return known.find(({ alternative }) => alternative.id === choices.replaceWith)?.alternative.name ?? null;
}
