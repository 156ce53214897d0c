import { type SampleClaim, healey, intelligence, putin, russia } from './sample-claim.ts'

/** What was said in Parliament, the state of the war, and the coalition: the fifth to the ninth paragraph. */
export const warClaims: SampleClaim[] = [
  {
    quote: 'The prospect of Kyiv being forced to accept territorial losses has sparked debate among Western allies',
    statement:
      'The prospect of Kyiv being forced to accept territorial losses has sparked debate among Western allies.',
    kind: 'causal',
    tags: ['Occupied territories'],
  },
  {
    quote: 'British Defence Secretary John Healey addressed Parliament on Tuesday',
    statement:
      'British Defence Secretary John Healey addressed Parliament about the London peace talks on Ukraine on Tuesday.',
    place: 'Parliament, on Tuesday',
    kind: 'event',
  },
  {
    quote:
      'the London talks would explore “next steps”, including the framework of a possible ceasefire and measures to ensure lasting peace',
    statement:
      'The peace talks on Ukraine in London would explore “next steps”, including the framework of a possible ceasefire and measures to ensure lasting peace.',
    by: healey,
    place: 'Parliament, on Tuesday',
    kind: 'position',
    tags: ['London talks', 'Ceasefire'],
  },
  {
    quote: 'Mr Healey sharply criticised Russian President Vladimir Putin’s claims of good faith',
    statement:
      'British Defence Secretary John Healey sharply criticised Russian President Vladimir Putin’s claims of good faith.',
    kind: 'event',
  },
  {
    quote:
      '“While Putin says he declared an Easter truce, he broke it. While he says he wants peace, he refuses a full ceasefire. And while he claims to seek an end to fighting, he continues to play for time,” Healey told MPs',
    statement:
      'British Defence Secretary John Healey told MPs that Russian President Vladimir Putin broke the Easter truce he says he declared, refuses a full ceasefire while saying he wants peace, and plays for time while claiming to seek an end to fighting.',
    place: 'Parliament',
    kind: 'quote',
  },
  {
    quote: 'While Putin says he declared an Easter truce, he broke it',
    statement: 'Russian President Vladimir Putin broke the Easter truce that he says he declared.',
    by: healey,
    place: 'Parliament',
    kind: 'event',
    tags: ['Easter truce'],
  },
  {
    quote: 'Putin says he declared an Easter truce',
    statement: 'Russian President Vladimir Putin declared an Easter truce.',
    by: putin,
    reportedBy: healey,
    kind: 'event',
    tags: ['Easter truce'],
  },
  {
    quote: 'While he says he wants peace, he refuses a full ceasefire',
    statement: 'Russian President Vladimir Putin refuses a full ceasefire while saying that he wants peace.',
    by: healey,
    place: 'Parliament',
    kind: 'position',
    tags: ['Ceasefire'],
  },
  {
    quote: 'he says he wants peace',
    statement: 'Russian President Vladimir Putin says that he wants peace.',
    by: putin,
    reportedBy: healey,
    kind: 'position',
  },
  {
    quote: 'while he claims to seek an end to fighting, he continues to play for time',
    statement:
      'Russian President Vladimir Putin continues to play for time while he claims to seek an end to fighting.',
    by: healey,
    place: 'Parliament',
    kind: 'position',
  },
  {
    quote:
      'British military intelligence has found “no evidence” that Russian forces paused their operations during Easter, contrary to Russian statements',
    statement: 'Russian statements say that Russian forces paused their operations during Easter.',
    by: russia,
    kind: 'position',
    tags: ['Easter truce'],
  },
  {
    quote:
      'British military intelligence has found “no evidence” that Russian forces paused their operations during Easter',
    statement:
      'British military intelligence has found “no evidence” that Russian forces paused their operations during Easter.',
    by: intelligence,
    kind: 'event',
    tags: ['Easter truce'],
  },
  {
    quote: 'Russian military advances have been slowing significantly',
    statement: 'Russian military advances in Ukraine have been slowing significantly.',
    by: healey,
    kind: 'event',
    tags: ['Front lines'],
  },
  {
    quote: 'less territory gained month-on-month since January',
    statement: 'Russia’s military has gained less territory month-on-month since January.',
    by: healey,
    kind: 'numerical',
    tags: ['Front lines'],
  },
  {
    quote: 'The Ukrainian resistance, bolstered by allied training and support, continues to hold the line',
    statement: 'The Ukrainian resistance continues to hold the line.',
    by: healey,
    kind: 'event',
    tags: ['Front lines'],
  },
  {
    quote: 'bolstered by allied training and support',
    statement: 'Allied training and support have bolstered the Ukrainian resistance.',
    by: healey,
    kind: 'causal',
  },
  {
    quote:
      'Labour leader Sir Keir Starmer met New Zealand Prime Minister Christopher Luxon at a military training base in south west England on Tuesday',
    statement:
      'Labour leader Sir Keir Starmer met New Zealand Prime Minister Christopher Luxon at a military training base in south west England on Tuesday.',
    kind: 'event',
  },
  {
    quote:
      'The visit showcased the joint efforts of allied nations in preparing Ukrainian soldiers for the battlefield',
    statement:
      'The visit of Sir Keir Starmer and Christopher Luxon to a military training base in south west England showcased the joint efforts of allied nations in preparing Ukrainian soldiers for the battlefield.',
    kind: 'event',
  },
  {
    quote: 'Sir Keir also held a phone conversation with Ukrainian President Volodymyr Zelensky earlier this week',
    statement:
      'Sir Keir Starmer held a phone conversation with Ukrainian President Volodymyr Zelensky earlier in the week of the London peace talks on Ukraine.',
    kind: 'event',
  },
  {
    quote: 'outlining the next phase of the so-called “coalition of the willing”',
    statement:
      'In a phone conversation with Ukrainian President Volodymyr Zelensky, Sir Keir Starmer outlined the next phase of the so-called “coalition of the willing”.',
    kind: 'event',
    tags: ['Coalition of the willing'],
  },
  {
    quote:
      'the so-called “coalition of the willing”—a peacekeeping initiative proposed to safeguard any post-war settlement',
    statement:
      'The so-called “coalition of the willing” is a peacekeeping initiative proposed to safeguard any post-war settlement between Russia and Ukraine.',
    kind: 'event',
    tags: ['Coalition of the willing'],
  },
  {
    quote:
      'The coalition, still in its early stages, is being shaped as a stabilising force should negotiations result in a formal agreement',
    statement:
      'The so-called “coalition of the willing” is being shaped as a stabilising force should negotiations between Russia and Ukraine result in a formal agreement.',
    kind: 'event',
    tags: ['Coalition of the willing'],
  },
  {
    quote: 'The coalition, still in its early stages',
    statement: 'The so-called “coalition of the willing” is still in its early stages.',
    kind: 'event',
    tags: ['Coalition of the willing'],
  },
]
