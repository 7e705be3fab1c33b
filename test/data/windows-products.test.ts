import { describe, expect, it } from 'vitest';
import { detect } from '../../src/main/core/matching/detect';
import type { Finding } from '../../src/main/core/probing/finding';
import { shippedKnowledge } from '../support/knowledge';
import { noon } from '../support/simulated-session';
import {
  binding,
  data,
  driver,
  entry,
  filter,
  folder,
  installerPackage,
  key,
  listed,
  programs,
  running,
  service,
} from './windows-findings';

const windows = shippedKnowledge().signatures.filter(({ platforms }) => platforms.includes('windows'));

const told = (findings: readonly Finding[]): readonly string[] =>
  detect(windows, findings, noon()).detections.map((d) => `${d.product} ${d.state} ${d.confidence}`);

const system = 'C:\\Windows\\System32\\drivers';

/** Each product as it lies on a computer, and all that may be said of that computer. */
const computers: Readonly<Record<string, readonly [readonly Finding[], readonly string[]]>> = {
  'a home product of 21.25 with its drivers and filters': [
    [
      key('AVP21.25', { productName: 'Kaspersky Plus' }),
      entry('Kaspersky Plus', '21.25.1.1'),
      service('AVP21.25', `${programs}\\Kaspersky 21.25\\avp.exe`),
      service('klvssbridge64_21.25', `${programs}\\Kaspersky 21.25\\x64\\vssbridge64.exe`),
      driver('klif.K4W-21-25', `${system}\\K4W-21-25\\klif.sys`),
      driver('klids.K4W-21-25', `${data}\\AVP21.25\\Bases\\klids.sys`),
      driver('klim6', `${system}\\klim6.sys`),
      filter('klkbdflt.K4W-21-25'),
      binding('klim6'),
      folder(programs, 'Kaspersky 21.25'),
      folder(data, 'AVP21.25'),
      listed('Kaspersky'),
    ],
    ['kaspersky-home installed certain'],
  ],
  'Endpoint Security 11.6, whose drivers and filters have plain names': [
    [
      key('KES', { productName: 'Kaspersky Endpoint Security for Windows' }),
      entry('Kaspersky Endpoint Security for Windows', '11.6.0.394'),
      service('AVP', `${programs}\\Kaspersky Endpoint Security for Windows\\avp.exe`),
      driver('klif', `${system}\\klif.sys`),
      filter('klkbdflt'),
      binding('klim6'),
    ],
    ['kes-windows installed certain'],
  ],
  'drivers, filters and network component of a product that is gone': [
    [driver('klif', `${system}\\klif.sys`), filter('klkbdflt'), binding('klim6')],
    [
      'kaspersky-drivers leftover possible',
      'kaspersky-input-filters leftover possible',
      'kaspersky-network-filter leftover possible',
    ],
  ],
  'a program of the vendor that nobody described': [
    [entry('Kaspersky Fraud Prevention for Endpoints', '6.0')],
    ['windows-other installed possible'],
  ],
  'Small Office Security, which is the home engine under another name': [
    [
      key('AVP21.15', { productName: 'Kaspersky Small Office Security' }),
      entry('Kaspersky Small Office Security', '21.15.8.493'),
      service('AVP21.15', `${programs}\\Kaspersky Small Office Security 21.15\\avp.exe`),
    ],
    ['kaspersky-home installed certain'],
  ],
  'a home product on another drive': [
    [key('AVP21.3'), service('AVP21.3', 'D:\\Apps\\Kaspersky Lab\\Kaspersky Total Security 21.3\\avp.exe')],
    ['kaspersky-home installed certain'],
  ],
  'Endpoint Security 14.1, whose service names look like the home ones': [
    [
      key('KES', { productName: 'Kaspersky Endpoint Security for Windows' }),
      entry('Kaspersky Endpoint Security for Windows', '14.1.0.423'),
      service('AVP.KES.14.1', `${programs}\\KES.14.1.0\\avp.exe`),
      service('avpsus.KES.14.1', `${programs}\\KES.14.1.0\\avpsus.exe`),
      running(`${programs}\\KES.14.1.0\\avp.exe`),
      driver('KLFltDev.KES-14-1', `${system}\\KES-14-1\\klfltdev.sys`),
      driver('klim6', `${system}\\klim6.sys`),
      binding('klim6'),
      filter('klfltdev.KES-14-1'),
      folder(programs, 'KES.14.1.0'),
      folder(data, 'KES.14.1'),
      listed('Kaspersky Endpoint Security для Windows'),
    ],
    ['kes-windows installed certain'],
  ],
  'Endpoint Security 10, which has settings and no environment': [
    [
      key('KES10SP2', { hasEnvironment: false, settingsVersion: '10.3.0.6294' }),
      entry('Kaspersky Endpoint Security 10 для Windows', '10.3.0.6294', '"Лаборатория Касперского"'),
      service('AVP', `${programs}\\Kaspersky Endpoint Security 10 for Windows SP2\\avp.exe`),
      running(`${programs}\\Kaspersky Endpoint Security 10 for Windows SP2\\avp.exe`),
      folder(programs, 'Kaspersky Endpoint Security 10 for Windows SP2'),
    ],
    ['kes-windows-10 installed certain'],
  ],
  'Security for Windows Server': [
    [
      key('WSEE', { version: '11.0.1.897' }),
      entry('Kaspersky Security 11 for Windows Server', '11.0.1.897'),
      service('KAVFS', `${programs}\\Kaspersky Security for Windows Server\\kavfs.exe`),
      service('KAVFSGT', `${programs}\\Kaspersky Security for Windows Server\\kavfsgt.exe`),
      folder(data, 'Kaspersky Security for Windows Server'),
    ],
    ['ksws installed certain'],
  ],
  'Embedded Systems Security, which has the same services': [
    [
      entry('Kaspersky Embedded Systems Security', '3.3.0.87'),
      installerPackage('Kaspersky Embedded Systems Security', '3.3.0.87'),
      service('KAVFS', `${programs}\\Kaspersky Embedded Systems Security\\kavfs.exe`),
    ],
    ['kess-windows installed certain'],
  ],
  'the Network Agent alone': [
    [
      service('klnagent', `${programs}\\NetworkAgent\\klnagent.exe`),
      entry('Агент администрирования Kaspersky Security Center', '14.2.0.26967', '"Лаборатория Касперского"'),
      installerPackage('Kaspersky Security Center 14.2 Network Agent', '14.2.0.26967', {
        upgradeCode: '{B9518725-0B76-4793-A409-C6794442FB50}',
      }),
      folder(programs, 'NetworkAgent'),
      running(`${programs}\\NetworkAgent\\klnagent.exe`),
    ],
    ['network-agent-windows installed certain'],
  ],
  'the Endpoint Agent': [
    [
      service('example', `${programs}\\Endpoint Agent\\soyuz.exe`),
      running(`${programs}\\Endpoint Agent\\soyuz.exe`),
      entry('Kaspersky Endpoint Agent', '3.16.0.1'),
      folder(programs, 'Endpoint Agent'),
    ],
    ['endpoint-agent-windows installed certain'],
  ],
  'a server of Security Center, which is not its agent': [
    [
      running(`${programs}\\Kaspersky Security Center\\klserver.exe`),
      entry('Kaspersky Security Center 14.2 Administration Server', '14.2.0.26967'),
    ],
    ['security-center-windows installed certain'],
  ],
  'an old home product and an old one for workstations, which share their numbers': [
    [
      key('AVP14.0.0', { productName: 'Kaspersky Internet Security' }),
      entry('Kaspersky Internet Security', '14.0.0.4651'),
      key('AVP80', { productName: 'Kaspersky Anti-Virus 6.0 for Windows Workstations' }),
      entry('Kaspersky Anti-Virus 6.0 for Windows Workstations', '6.0.4.1424'),
    ],
    ['kaspersky-business-old installed certain', 'kaspersky-home-old installed certain'],
  ],
  'the Password Manager while it runs': [
    [
      running('C:\\Program Files\\Kaspersky Lab\\Kaspersky Password Manager 9.2\\kpm.exe'),
      entry('Kaspersky Password Manager', '9.2.0.1'),
    ],
    ['kaspersky-password-manager installed certain'],
  ],
  'a console plug-in, which is not the product it serves': [
    [entry('Kaspersky Endpoint Security 12 for Windows Console Plug-in', '12.6.0.438')],
    ['kaspersky-business-parts installed possible'],
  ],
  'what is left of a home product': [
    [
      key('AVP21.25', { hasEnvironment: false }),
      service('AVP21.25', `${programs}\\Kaspersky 21.25\\avp.exe`, false),
      driver('klids.K4W-21-25', `${data}\\AVP21.25\\Bases\\klids.sys`, false),
      listed('Kaspersky', true),
    ],
    ['kaspersky-home leftover certain'],
  ],
  'UltraAV with everything that is known of it': [
    [entry('UltraAV', '1.0', 'Example'), listed('UltraAV')],
    ['ultraav installed probable'],
  ],
  'products of others that may have used the engine': [
    [entry('Parallels Internet Security', '6.0', 'Example'), entry('Check Point Endpoint Security', '88.0', 'Example')],
    ['check-point-endpoint installed possible', 'parallels-internet-security installed possible'],
  ],
  'look-alikes alone': [
    [
      driver('KslD', `${system}\\wd\\KslD.sys`),
      driver('klif', 'C:\\Games\\klif.exe'),
      filter('kldevice'),
      binding('klnet'),
      service('AVP', 'C:\\Program Files\\AVP Video Player\\avp.exe'),
      entry('Kaspersky Internet Security for Beginners (e-book)', '1.0', 'Example Books'),
      installerPackage('Kaspersky Free', '21.3.10.391', { publisher: 'Example Software' }),
    ],
    [],
  ],
};

describe('Windows products', () => {
  it.each(Object.entries(computers))('are not taken for each other: %s', (_name, [findings, expected]) => {
    expect(told(findings)).toEqual(expected);
  });
});
