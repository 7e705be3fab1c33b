import type { MachineFile } from '../../../../../src/main/core/machine/machine-file';
import type { Planting } from '../planting';
import { recordedList } from '../recording';

/** Drivers in the way of keyboards, mice and disks, and what is bound to the network. */
export function filters(file: MachineFile): Partial<Planting> {
  const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
  return {
    keys: [
      ...recordedList(file, 'class-filters').map(({ classId, className, position, filters: names }) => ({
        key: `${control}\\Class\\${classId}`,
        values: { Class: className, [position === 'upper' ? 'UpperFilters' : 'LowerFilters']: { multi: names } },
      })),
      ...recordedList(file, 'network-bindings').flatMap(({ componentId, description, service }, at) => {
        const key = `${control}\\Network\\${services}\\{0FF0A3B0-0000-4000-8000-${String(at).padStart(12, '0')}}`;
        return [
          { key, values: { ComponentId: componentId, Description: description } },
          ...(service === null ? [] : [{ key: `${key}\\Ndi`, values: { Service: service } }]),
        ];
      }),
    ],
  };
}

/** The class of network services, where filters are kept. */
const services = '{4D36E974-E325-11CE-BFC1-08002BE10318}';
