import type { NewSource } from '../../server/sources/source.ts'

type DemoSource = Pick<NewSource, 'title' | 'kind'> & Partial<NewSource>

/** What the demo newsroom quotes from. `publishedOn` says as much as is known. */
const sources = {
  contract: {
    title: 'Gannet Tunnel repairs: contract HT-17 with its annexes',
    kind: 'document',
    primary: true,
    url: 'https://harbourboard.example/contracts/ht-17',
    publisher: 'Port Ellery Harbour Board',
  },
  accounts: {
    title: 'Annual accounts of the Harbour Board',
    kind: 'report',
    primary: true,
    url: 'https://harbourboard.example/accounts/annual.pdf',
    archivedUrl: 'https://archive.example/harbourboard-accounts',
    publisher: 'Port Ellery Harbour Board',
    interest: 'The Board reports here on its own spending.',
  },
  closures: {
    title: 'Register of closures, Gannet Tunnel',
    kind: 'record',
    primary: true,
    url: 'https://harbourboard.example/register/closures',
    publisher: 'Port Ellery Harbour Board',
  },
  engineer: {
    title: 'Talk with an engineer who worked on the eastern wall',
    kind: 'interview',
    primary: true,
    confidential: true,
    interest: 'Left the firm after a quarrel about pay.',
  },
  gazette: {
    title: 'Tunnel bill swollen by late wishes',
    kind: 'news',
    url: 'https://brackwatergazette.example/tunnel-bill',
    publisher: 'Brackwater Gazette',
    author: 'Cosmo Pellingrew',
  },
  guarantee: {
    title: 'Resolution 88: guarantee for the loan of the Harbour Board',
    kind: 'record',
    primary: true,
    url: 'https://port-ellery.example/council/resolutions/88',
    publisher: 'Town council of Port Ellery',
  },
  pumps: {
    title: 'Acceptance protocol, pumps P1 to P6',
    kind: 'record',
    primary: true,
    publisher: 'Halloran & Dusk',
  },
  register: {
    title: 'Register of businesses, Wharfside ward',
    kind: 'dataset',
    primary: true,
    url: 'https://port-ellery.example/data/businesses',
    publisher: 'Town council of Port Ellery',
  },
  soot: {
    title: 'Air at Wharfside school while the tunnel was shut',
    kind: 'study',
    primary: true,
    url: 'https://lowmere-polytechnic.example/air-wharfside',
    publisher: 'Lowmere Polytechnic',
    author: 'T. Umberlane, R. Sallowfield',
    interest: 'Paid for by the Harbour Board.',
  },
  admissions: {
    title: 'Admissions by diagnosis, Saint Odo hospital',
    kind: 'dataset',
    primary: true,
    confidential: true,
    publisher: 'Saint Odo hospital',
  },
  census: {
    title: 'Residents by town and year',
    kind: 'dataset',
    primary: true,
    url: 'https://province.example/statistics/residents',
    publisher: 'Statistical office of the province',
  },
  work: {
    title: 'Unemployment by town and year',
    kind: 'dataset',
    primary: true,
    url: 'https://province.example/statistics/unemployment',
    publisher: 'Statistical office of the province',
  },
  homes: {
    title: 'New homes finished, by town',
    kind: 'dataset',
    primary: true,
    url: 'https://province.example/statistics/homes?year=last',
    publisher: 'Statistical office of the province',
  },
  police: {
    title: 'Recorded offences, Port Ellery district',
    kind: 'report',
    primary: true,
    url: 'https://police-ellery.example/offences',
    publisher: 'District police',
  },
  budget: {
    title: 'Town budget with all charges and rates',
    kind: 'document',
    primary: true,
    url: 'https://port-ellery.example/budget',
    publisher: 'Town council of Port Ellery',
  },
  ferry: {
    title: 'Night ferry: crossings, passengers and cost by month',
    kind: 'dataset',
    primary: true,
    url: 'https://port-ellery.example/data/night-ferry',
    publisher: 'Town council of Port Ellery',
  },
  timetable: { title: 'Photograph of the timetable at the hospital stop', kind: 'image', primary: true },
  logbook: {
    title: 'Logbook of the night ferry',
    kind: 'record',
    primary: true,
    publisher: 'Ellery Ferry Line',
  },
  petition: {
    title: 'Petition for the Brackwater night ferry, receipt no. 31',
    kind: 'record',
    primary: true,
    publisher: 'Town clerk of Brackwater',
  },
  otter: {
    title: 'Ferry to become spoons',
    kind: 'other',
    url: 'https://lostotter.example/ferry-spoons',
    publisher: 'The Lost Otter, a weekly of jokes',
  },
  spokesman: { title: 'Answer of the mayor’s office to our questions', kind: 'statement', primary: true },
  library: {
    title: 'بيان بلدية بورت إليري عن المكتبة الجديدة',
    kind: 'statement',
    primary: true,
    url: 'https://port-ellery.example/ar/library',
    publisher: 'بلدية بورت إليري',
  },
  lowmere: {
    title: 'The library in figures',
    kind: 'report',
    primary: true,
    url: 'https://lowmere-polytechnic.example/library/figures',
    publisher: 'Lowmere Polytechnic',
  },
  meals: {
    title: 'Meals served in the schools, by school and day',
    kind: 'dataset',
    primary: true,
    url: 'https://port-ellery.example/data/school-meals',
    publisher: 'School Board of Port Ellery',
  },
  mealPrices: {
    title: 'What a school meal costs in the towns of the coast',
    kind: 'report',
    primary: true,
    url: 'https://coast-towns.example/school-meals',
    publisher: 'League of Coast Towns',
  },
  mealRules: {
    title: 'Rules on the price of school meals',
    kind: 'document',
    primary: true,
    url: 'https://lowmere.example/rules/school-meals',
    publisher: 'Town council of Lowmere',
  },
  deliveries: {
    title: 'Delivery notes of the school kitchens',
    kind: 'record',
    primary: true,
    publisher: 'School Board of Port Ellery',
  },
} satisfies Record<string, DemoSource>

export type SourceKey = keyof typeof sources

const unknown = {
  url: null,
  archivedUrl: null,
  publisher: null,
  author: null,
  publishedOn: null,
  interest: null,
  origin: null,
  primary: false,
  confidential: false,
}

/** The source under that key, with nothing said about what is not known. */
export const sourceOf = (key: SourceKey): NewSource => ({ ...unknown, ...sources[key] })
