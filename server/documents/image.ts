import { imageSize } from 'image-size'
import type { Refusal } from './content.ts'
import type { Kind } from './media-type.ts'
import type { ReadText } from './tasks.ts'

/** The most pixels of a picture: more would fill the memory of whoever looks at it. */
const mostPixels = 50_000_000

/** A picture as it is kept, without a text; refused when its header says that it is far too large, or says nothing. */
export function readImage(bytes: Uint8Array, kind: Kind): ReadText | Refusal {
  const size = sizeOf(bytes)
  if (!size || size.type !== (kind === 'jpeg' ? 'jpg' : kind))
    return { refused: 'This picture is damaged: it does not say how large it is. It was not taken.' }
  const { width, height } = size
  if (width * height > mostPixels)
    return {
      refused: `This picture would have ${width.toLocaleString('en')} × ${height.toLocaleString('en')} points; 50 million are the most. It was not taken.`,
    }
  const problem = 'This is a picture: there is no text in it that could be searched.'
  return { mediaType: `image/${kind}`, charset: null, text: '', blocks: [], pages: null, problem }
}

function sizeOf(bytes: Uint8Array) {
  try {
    return imageSize(bytes)
  } catch {
    return undefined
  }
}
