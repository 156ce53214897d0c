import { type SampleClaim, financialTimes, putin, trump } from './sample-claim.ts'

/** The talks, who takes part, and the terms: the first four paragraphs. */
export const talksClaims: SampleClaim[] = [
  {
    quote:
      'Ukraine’s international allies convene for the latest round of peace talks aimed at ending the ongoing war with Russia',
    statement:
      'Ukraine’s international allies are meeting in London for the latest round of peace talks aimed at ending the war with Russia.',
    kind: 'event',
    tags: ['London talks'],
  },
  {
    quote: 'British Foreign Secretary David Lammy is set to host the meeting',
    statement: 'British Foreign Secretary David Lammy is set to host the peace talks on Ukraine in London.',
    kind: 'event',
    tags: ['London talks'],
  },
  {
    quote: 'delegations arriving from the United States, Europe, and Ukraine itself',
    statement:
      'Delegations from the United States, Europe and Ukraine are arriving for the peace talks on Ukraine in London.',
    kind: 'event',
    tags: ['London talks'],
  },
  {
    quote: 'The gathering, held on Wednesday',
    statement: 'The peace talks on Ukraine in London are held on Wednesday.',
    kind: 'event',
    tags: ['London talks'],
  },
  {
    quote:
      'renewed efforts from the Trump administration in Washington to bring about a negotiated settlement to the conflict',
    statement:
      'The Trump administration has renewed its efforts to bring about a negotiated settlement to the war between Russia and Ukraine.',
    kind: 'event',
  },
  {
    quote: 'US President Donald Trump has expressed optimism, saying he hopes a deal “will be made this week”',
    statement:
      'US President Donald Trump said he hopes that a deal on the war between Russia and Ukraine “will be made this week”.',
    by: trump,
    kind: 'quote',
    tags: ['London talks'],
  },
  {
    quote: 'there are growing concerns that the terms being brokered could come at a significant cost to Ukraine',
    statement:
      'There are growing concerns that the terms being brokered for a settlement with Russia could come at a significant cost to Ukraine.',
    kind: 'position',
  },
  {
    quote:
      'According to a report from the Financial Times, Russian President Vladimir Putin has indicated he would be willing to halt his military advances if Ukraine concedes to the current front lines',
    statement:
      'The Financial Times has reported that Russian President Vladimir Putin indicated he would be willing to halt his military advances if Ukraine concedes to the current front lines.',
    kind: 'quote',
    tags: ['Front lines'],
  },
  {
    quote:
      'Russian President Vladimir Putin has indicated he would be willing to halt his military advances if Ukraine concedes to the current front lines',
    statement:
      'Russian President Vladimir Putin would be willing to halt his military advances if Ukraine concedes to the current front lines.',
    by: putin,
    reportedBy: financialTimes,
    kind: 'position',
    tags: ['Front lines'],
  },
  // The report is named one sentence earlier; “also” carries it over to what else the proposal holds.
  {
    quote: 'The proposal, allegedly supported by US intermediaries',
    statement:
      'The proposal under which Russian President Vladimir Putin would halt his military advances at the current front lines in Ukraine is allegedly supported by US intermediaries.',
    reportedBy: financialTimes,
    kind: 'position',
    tags: ['Front lines'],
  },
  {
    quote: 'provisions for Moscow to retain control over occupied Ukrainian territories',
    statement:
      'The proposal under which Russian President Vladimir Putin would halt his military advances includes provisions for Moscow to retain control over occupied Ukrainian territories.',
    reportedBy: financialTimes,
    kind: 'event',
    tags: ['Occupied territories'],
  },
  {
    quote: 'formal recognition of Russia’s claim to Crimea',
    statement:
      'The proposal under which Russian President Vladimir Putin would halt his military advances includes formal recognition of Russia’s claim to Crimea.',
    reportedBy: financialTimes,
    kind: 'event',
    tags: ['Crimea'],
  },
  {
    quote: 'Crimea—annexed in 2014',
    statement: 'Crimea was annexed in 2014.',
    kind: 'event',
    tags: ['Crimea'],
  },
  {
    quote:
      'Keith Kellogg, President Trump’s special envoy for Ukraine and Russia, is leading the American delegation in London',
    statement: 'Keith Kellogg is leading the American delegation at the peace talks on Ukraine in London.',
    kind: 'event',
    tags: ['London talks'],
  },
  {
    quote: 'Keith Kellogg, President Trump’s special envoy for Ukraine and Russia',
    statement: 'Keith Kellogg is US President Donald Trump’s special envoy for Ukraine and Russia.',
    kind: 'event',
  },
  {
    quote: 'Secretary of State Marco Rubio is notably absent due to a scheduling conflict',
    statement:
      'US Secretary of State Marco Rubio is absent from the peace talks on Ukraine in London because of a scheduling conflict.',
    kind: 'causal',
    tags: ['London talks'],
  },
  {
    quote: 'Secretary of State Marco Rubio is notably absent',
    statement: 'US Secretary of State Marco Rubio is absent from the peace talks on Ukraine in London.',
    kind: 'event',
    tags: ['London talks'],
  },
  {
    quote: 'another key negotiator, Steve Witkoff, is returning to Moscow for further dialogue with Kremlin officials',
    statement: 'Steve Witkoff, a key negotiator, is returning to Moscow for further dialogue with Kremlin officials.',
    kind: 'event',
  },
]
