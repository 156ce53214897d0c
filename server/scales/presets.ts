import type { RatingFields } from './scale.ts'

export type Preset = { key: string; name: string; about: string; ratings: (RatingFields & { key: string })[] }

/** Scales of the field that are added with one click; their ratings can be edited like any others. */
export const presets: readonly Preset[] = [
  {
    key: 'averitec',
    name: 'AVeriTeC',
    about: 'The four labels of the AVeriTeC data set: what the evidence does to the claim.',
    ratings: [
      {
        key: 'supported',
        label: 'Supported',
        definition: 'The evidence that was found supports the claim.',
        value: 5,
        tone: 'true',
        shape: 'full',
      },
      {
        key: 'refuted',
        label: 'Refuted',
        definition: 'The evidence that was found contradicts the claim.',
        value: 1,
        tone: 'false',
        shape: 'cross',
      },
      {
        key: 'not-enough-evidence',
        label: 'Not enough evidence',
        definition: 'What was found neither supports nor refutes the claim.',
        value: null,
        tone: 'off-axis',
        shape: 'question',
      },
      {
        key: 'conflicting-evidence',
        label: 'Conflicting evidence',
        definition:
          'Good evidence speaks for the claim and good evidence against it, or it is true in part and picks its facts.',
        value: null,
        tone: 'half',
        shape: 'bend',
      },
    ],
  },
  {
    key: 'plain',
    name: 'Plain',
    about: 'Three labels for a desk that only says whether something is so.',
    ratings: [
      {
        key: 'accurate',
        label: 'Accurate',
        definition: 'The claim is right in all that matters.',
        value: 5,
        tone: 'true',
        shape: 'full',
      },
      {
        key: 'inaccurate',
        label: 'Inaccurate',
        definition: 'Something that matters in the claim is wrong.',
        value: 1,
        tone: 'false',
        shape: 'cross',
      },
      {
        key: 'cannot-be-verified',
        label: 'Cannot be verified',
        definition: 'Nothing that can be had settles whether the claim is right.',
        value: null,
        tone: 'off-axis',
        shape: 'question',
      },
    ],
  },
]
