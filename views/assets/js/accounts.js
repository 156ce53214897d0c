// @ts-check
// Copies what stands in the field that a button names.

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null
  const field = button && document.getElementById(button.getAttribute('data-copy') ?? '')
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !button) return
  field.select()
  const words = button.querySelector('span')
  try {
    await navigator.clipboard.writeText(field.value)
    if (words) words.textContent = 'Copied'
  } catch {
    if (words) words.textContent = 'Press Ctrl+C to copy'
  }
})

// The clipboard is there only over https or on this machine; without it the link is selected by hand.
for (const button of document.querySelectorAll('[data-copy]')) button.toggleAttribute('hidden', !navigator.clipboard)
