import type { Speaker } from '../sample-claim.ts'
import type { DemoArticle } from './story.ts'

const town: Speaker = { name: 'بلدية بورت إليري', role: '', kind: 'organisation' }

export const library: DemoArticle = {
  file: 'library',
  title: 'افتتاح مكتبة جديدة في حي المرفأ',
  outlet: 'صوت المرفأ',
  byline: 'نجوان الشاطئية',
  url: 'https://sawt-almarfa.example/library',
  language: 'ar',
  kind: 'article',
  by: 'junia',
  claims: [
    {
      quote: 'المكتبة تضم أربعين ألف كتاب بسبع لغات',
      statement: 'تضم المكتبة العامة الجديدة في حي المرفأ ببورت إليري أربعين ألف كتاب بسبع لغات.',
      by: { name: 'أوداليس فينرايت', role: 'رئيسة بلدية بورت إليري', kind: 'person' },
      kind: 'numerical',
      tags: ['مكتبة'],
      checker: 'junia',
      evidence: [
        { source: 'library', stance: 'supports', passage: 'أربعون ألف كتاب بسبع لغات', locator: 'الفقرة الثانية' },
      ],
    },
    {
      quote: 'كلفة المشروع بلغت مليوني كراون، أي أقل مما كان مقررًا',
      statement: 'بلغت كلفة المكتبة العامة الجديدة في بورت إليري مليوني كراون، أي أقل مما كان مقررًا.',
      by: { name: 'أوداليس فينرايت', role: 'رئيسة بلدية بورت إليري', kind: 'person' },
      kind: 'numerical',
      tags: ['مكتبة'],
      checker: 'junia',
      evidence: [
        {
          source: 'budget',
          stance: 'supports',
          passage: 'Wharfside library: 2,040,000 (planned: 2,300,000)',
          locator: 'p. 52',
        },
      ],
      verdicts: [
        {
          rating: 'mostly-true',
          rationale: 'بلغت الكلفة 2,04 مليون كراون، وكان المقرر 2,3 مليون.',
          approved: 'marguerite',
        },
      ],
    },
    {
      quote: 'المكتبة هي الأكبر في الإقليم كله',
      statement: 'المكتبة العامة الجديدة في بورت إليري هي أكبر مكتبة في الإقليم كله.',
      reportedBy: 'براكووتر غازيت',
      kind: 'numerical',
      tags: ['مكتبة'],
      checker: 'junia',
      evidence: [
        { source: 'lowmere', stance: 'refutes', passage: 'Volumes: 61,400', locator: 'p. 1' },
        { source: 'library', stance: 'context', passage: 'أربعون ألف كتاب بسبع لغات' },
      ],
      verdicts: [
        { rating: 'false', rationale: 'تضم مكتبة لومير 61,400 كتاب، أي أكثر من مكتبة بورت إليري.', approved: 'ansel' },
      ],
    },
    {
      quote: 'الاشتراك مجاني للجميع',
      statement: 'الاشتراك في المكتبة العامة الجديدة في بورت إليري مجاني للجميع.',
      by: { name: 'سيرافينا داسك', role: 'مديرة المكتبة', kind: 'person' },
      kind: 'event',
      tags: ['مكتبة'],
      checker: 'bastian',
    },
    {
      quote: 'وحضر حفل الافتتاح نحو 300 شخص',
      statement: 'حضر حفل افتتاح المكتبة العامة الجديدة في بورت إليري نحو 300 شخص.',
      by: town,
      kind: 'numerical',
      tags: ['مكتبة'],
    },
  ],
  aside: [['وتأمل الإدارة', 'prediction']],
}
