import { html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'

/** What Stet is, how sentences are ranked, and whose work that rests on; which release it is, only people of the newsroom read. */
export const AboutPage = ({ shell, release }: { shell: Shell; release: string }) =>
  Layout({
    shell,
    title: 'About',
    main: html`
      <h1>About Stet</h1>
      <p>Stet is a workbench for fact-checkers: every claim of an article, its evidence, and verdicts that a second person reviews. ${shell.person ? `This is release ${release}, under the MIT licence.` : 'It is under the MIT licence.'}</p>

      <h2 id="worth-checking">How “worth checking” is worked out</h2>
      <p>For each sentence Stet estimates how likely it is that people would call it a factual claim worth checking. It adds up what speaks for that (a number, a comparison, the past tense, a name, somebody cited) and against it (a question, the first person, the future, words of opinion), and what single words and pairs of words have stood for in sentences that people judged. Nothing is sent anywhere, and the same sentence always has the same score, whatever stands around it.</p>
      <dl class="levels">
        <div><dt>Low</dt><dd>Under the line: most such sentences hold nothing that people would check.</dd></div>
        <div><dt>Medium</dt><dd>Over the line, where as many of the sentences worth checking are found as can be without too many others.</dd></div>
        <div><dt>High</dt><dd>Twice as likely worth checking as not.</dd></div>
      </dl>
      <p>It is a suggestion of what to read first, never a finding: it knows nothing of whether a sentence is true. It learned from debates on television, so a claim made in an unusual way may stand low. Only a person sets a sentence aside.</p>
      <p>A newsroom can let its own decisions move the levels: what it accepts and sets aside then says how much each of those signs means there. ${shell.person ? html`<a href="/settings/learning">Learning from the desk</a> says whether that is on, and what it does.` : 'Where that has made it another level, the screen says so.'}</p>
      <p>The words are known in English only. In other languages Stet looks at what it can tell without words: numbers, percentages, money, quotation marks, question marks and length.</p>

      <h2 id="sources">Whose work this rests on</h2>
      <p>The scores were trained on the <a href="https://doi.org/10.5281/zenodo.3609356" rel="noreferrer">ClaimBuster dataset</a> by Fatma Arslan, Naeemul Hassan, Chengkai Li and Mark Tremayne (“A Benchmark Dataset of Check-worthy Factual Claims”, 2020), sentences of US presidential debates, used under <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">CC BY 4.0</a>. The data itself is not part of Stet; what was learned from it is, as weights of words.</p>
      <p>Pictures of published checks are set in Noto Serif by the Noto project authors, under the <a href="https://openfontlicense.org/" rel="noreferrer">SIL Open Font License 1.1</a>.</p>`,
  })
