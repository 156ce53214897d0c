import type { Command } from '../command.ts'
import { evaluateMatchOn, trainMatchOn } from '../precedents/matching/training-command.ts'
import { attributeLines } from './attribution/lines.ts'
import { findIn } from './candidates/find-command.ts'
import { scoreTable } from './worthiness/score.ts'
import { evaluateOn, trainOn } from './worthiness/training-command.ts'

/** What can be asked of the finding of claims without a newsroom: no database is opened. */
export const findingCommands: Record<string, Command> = {
  score: {
    takes: '',
    does: 'Reads tab-separated lines with a header and the columns id and text, and writes for each its id, how much it is worth checking (0 to 1), and 1 if that is over the line.',
    run: async (_config, _words, { read, say }) => {
      for (const line of scoreTable(await read())) say(line)
      return 0
    },
  },
  attribute: {
    takes: '',
    does: 'Reads JSON lines {"doc", "text"} and writes who said what: {"doc", "attributions": [{"source": [[start, end]], "content": [[start, end]]}]}, in UTF-16 code units, quotations with their marks.',
    run: async (_config, _words, { read, say }) => {
      for (const line of attributeLines(await read())) say(line)
      return 0
    },
  },
  find: {
    takes: '<file>',
    does: 'Reads a text (.txt, .md or .html) and writes the claims that it finds as JSON: quote, statement, kind, who said it, who reported it, score and reasons.',
    run: (_config, [file], { say }) => findIn(file, say),
  },
  train: {
    takes: '[file] or match [folder]',
    does: 'Trains the scores on a file of the ClaimBuster data, or the finding of precedents on a folder of the match-debates data, and writes what was learned into the program. The same data gives the same bytes.',
    run: (_config, [file, folder], { say }) => (file === 'match' ? trainMatchOn(folder, say) : trainOn(file, say)),
  },
  evaluate: {
    takes: '[file] [training file] or match [folder]',
    does: 'Says how well the scores find what people called worth checking, or how well precedents are found; and how well on debates unseen in training.',
    run: (_config, [file, second], { say }) =>
      file === 'match' ? evaluateMatchOn(second, say) : evaluateOn({ file, training: second }, say),
  },
}
