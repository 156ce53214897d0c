import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'

const folder = fileURLToPath(new URL('.', import.meta.resolve('@expo-google-fonts/noto-serif/package.json')))
const font = (file: string) => join(folder, file)

// Whoever started this thread handed it the text of an SVG.
const drawing = new Resvg(String(workerData), {
  font: {
    fontFiles: [font('400Regular/NotoSerif_400Regular.ttf'), font('600SemiBold/NotoSerif_600SemiBold.ttf')],
    loadSystemFonts: false,
    defaultFontFamily: 'Noto Serif',
  },
})
parentPort?.postMessage(drawing.render().asPng())
