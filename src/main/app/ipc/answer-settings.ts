import type { Settings } from '../../../preload/contract/requests';
import type { OpenSettings } from '../settings/open-settings';
import type { Handlers } from './handlers';

export interface SettingsAnswers {
  readonly settings: OpenSettings;
  /** Makes the rest of the program follow: language of the journey and the menu, colours of the system's dialogs. */
  readonly follow: (settings: Settings) => void;
}

export const answerSettings = ({
  settings,
  follow,
}: SettingsAnswers): Pick<Handlers, 'settings:read' | 'settings:write'> => ({
  'settings:read': () => settings.read(),
  'settings:write': (wanted) => {
    const written = settings.write(wanted);
    follow(written);
    return written;
  },
});
