import { deflateSync } from 'node:zlib'
import { assembled, docx, paragraph, png, zip } from './files.ts'

const head = '<!doctype html><html><head><title>t</title></head><body>'
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000)

/** Files that readers of documents stumble over, made on the spot: what each does is in its name. */
export const hostileFiles: Record<string, () => Buffer> = {
  'bomb.docx': () => docx(paragraph('x'), { more: [{ name: 'word/media/a.bin', bytes: zeros(30) }] }),
  'bomb-of-xml.docx': () => docx(paragraph('lorem ipsum dolor '.repeat(1_500_000))),
  'lying-about-size.docx': () =>
    docx(paragraph('x'), { more: [{ name: 'word/a.xml', bytes: zeros(5), claimedSize: 10 }] }),
  'deep.docx': () => docx(`${'<w:tbl><w:tr><w:tc>'.repeat(2_000)}${paragraph('x')}`),
  'external-entity.docx': () =>
    docx('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>', { head: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
  'laughing-entities.docx': () =>
    docx('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', { head: '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' }),
  'many-entries.zip': () => zip(Array.from({ length: 1_500 }, (_, number) => ({ name: `${number}`, bytes: '' }))),
  'climbing-names.zip': () =>
    zip([
      { name: '../../evil.txt', bytes: 'x' },
      { name: '/etc/evil.txt', bytes: 'x' },
    ]),
  'deep.html': () => Buffer.from(`${head}${'<div>'.repeat(200_000)}x`),
  'brackets.html': () => Buffer.from(head + '<'.repeat(500_000)),
  'many-points.png': () => png(65_535, 65_535),
  'page-in-picture.png': () => Buffer.concat([png(1, 1), Buffer.from('<html><script>alert(document.domain)</script>')]),
  'program-in-picture.gif': () => Buffer.from('GIF89a/*\0\0\0\0*/=1;alert(1)//;', 'latin1'),
  'program.svg': () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'),
  'program.pdf': () =>
    assembled([
      '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
      '<</Type/Pages/Count 0/Kids[]>>',
    ]),
  'circle-of-pages.pdf': () =>
    assembled(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1000000000/Kids[2 0 R 2 0 R]>>']),
  'endless-page.pdf': () => onePage(Buffer.from('BT /F1 9 Tf 72 700 Td (lorem ipsum dolor) Tj ET\n'.repeat(1_500_000))),
  'bomb-of-a-page.pdf': () => onePage(Buffer.alloc(400_000_000, ' ')),
  'form-in-itself.pdf': () =>
    assembled([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>',
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream',
      '<</Length 5>>stream\n/X Do\nendstream',
    ]),
}

function onePage(content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 }).toString('latin1')
  return assembled([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream`,
  ])
}
