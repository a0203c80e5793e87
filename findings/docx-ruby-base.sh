#!/usr/bin/env bash
# mammoth leaves out the base of ruby: not the small reading above, but the word of the sentence itself.
# Seen with: mammoth 1.11.0, Python 3.11.
# Children of an element that it does not know are dropped with it. In w:ruby that is both the reading
# (w:rt) and the text that is read (w:rubyBase); equations (m:oMath) go the same way. It says so in `messages`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check mammoth==1.11.0
cd "$work"
"$work/env/bin/python" - <<'PROGRAM'
import io
import zipfile
from importlib.metadata import version

import mammoth

OFFICE = "http://schemas.openxmlformats.org"
MIME = "application/vnd.openxmlformats"
FILES = {
    "[Content_Types].xml": f"""<Types xmlns="{OFFICE}/package/2006/content-types">
        <Default Extension="rels" ContentType="{MIME}-package.relationships+xml"/>
        <Override PartName="/word/document.xml"
            ContentType="{MIME}-officedocument.wordprocessingml.document.main+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{OFFICE}/package/2006/relationships">
        <Relationship Id="r1" Target="word/document.xml"
            Type="{OFFICE}/officeDocument/2006/relationships/officeDocument"/></Relationships>""",
    "word/document.xml": f"""<w:document xmlns:w="{OFFICE}/wordprocessingml/2006/main"><w:body><w:p>
        <w:r><w:t xml:space="preserve">She wrote </w:t></w:r>
        <w:r><w:ruby><w:rt><w:r><w:t>reading</w:t></w:r></w:rt>
            <w:rubyBase><w:r><w:t>BASE</w:t></w:r></w:rubyBase></w:ruby></w:r>
        <w:r><w:t xml:space="preserve"> on the wall.</w:t></w:r></w:p></w:body></w:document>""",
}
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    for name, content in FILES.items():
        archive.writestr(name, content)
file.seek(0)
found = mammoth.extract_raw_text(file)
print("mammoth", version("mammoth"), repr(found.value.strip()))
print([message.message for message in found.messages])
assert found.value.strip() == "She wrote  on the wall.", "this has changed"
PROGRAM
