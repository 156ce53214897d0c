import { HtmlValidate } from 'html-validate'

/** Says what is wrong with the HTML of a page, by the rules of this project. */
export const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    'no-inline-style': 'error',
    // Several things may be meant by one form: each has a box of the same name.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // A landmark may hold the page's name and its own.
    'prefer-native-element': ['error', { exclude: ['status', 'alert', 'search'] }],
  },
})
