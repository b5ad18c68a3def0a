#!/usr/bin/env python3
"""Makes the documents of this folder again from texts/*.md, with LibreOffice, pandoc, iconv and chromium.

    python3 extract/testdata/documents/make.py

Each text is written in ten layouts below NAME/; damaged/ holds what is spoilt. NAME/plain.txt is what all are compared with.
The programs write dates and versions into their files, so that a second run gives other bytes, but the same text."""

import html
import pathlib
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent
WIDTH, PAGE = 34, 12  # characters of a line, lines of a page


def run(*command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more).stdout


def blocks(markdown):
    """Pairs of kind (title, heading, item, text) and text."""
    for line in markdown.splitlines():
        for sign, kind in (("# ", "title"), ("## ", "heading"), ("- ", "item")):
            if line.startswith(sign):
                yield kind, line[len(sign):]
                break
        else:
            if line:
                yield "text", line


def plain(text):
    return "\n\n".join(("◆" if kind == "item" else "") + words for kind, words in text) + "\n"


def wrapped(text, header):
    """As a printer breaks it: lines of one width, a header and a number on each page."""
    lines = []
    for kind, words in text:
        words = {"item": "◆", "text": "　　"}.get(kind, "") + words
        lines += [words[i:i + WIDTH] for i in range(0, len(words), WIDTH)]
    pages = [lines[i:i + PAGE] for i in range(0, len(lines), PAGE)]
    return "".join("%s\n\n%s\n\n- %d -\n\f" % (header, "\n".join(p), n + 1) for n, p in enumerate(pages))


def page(text, title):
    """A web page as an office has it: menu, article, footer."""
    menu = "".join('<li><a href="/%d.html">栏目%d</a></li>' % (n, n) for n in range(8))
    body = "".join({"title": "<h1>%s</h1>", "heading": "<h2>%s</h2>", "item": "<ul><li>%s</li></ul>", "text": "<p>%s</p>"}[kind] % html.escape(words)
                   for kind, words in text)
    return ('<!DOCTYPE html><html><head><meta charset="utf-8"><title>%s_海岛网</title><style>nav{float:left}</style></head><body>'
            '<nav><ul>%s</ul></nav><div class="article">%s</div><div class="footer">版权所有　海岛网　联系我们</div>'
            '<script>document.body.setAttribute("data-seen", "1")</script></body></html>') % (title, menu, body)


def flat(text, header):
    """A flat OpenDocument text on small pages, with a header and a page number on each."""
    styles = {"title": "T", "heading": "H", "item": "P", "text": "P"}
    body = ""
    for kind, words in text:
        line = '<text:p text:style-name="%s">%s</text:p>' % (styles[kind], html.escape(words))
        body += "<text:list><text:list-item>%s</text:list-item></text:list>" % line if kind == "item" else line
    font = 'style:font-name-asian="Noto Sans CJK SC"'
    return """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Noto Sans CJK SC" svg:font-family="'Noto Sans CJK SC'"/></office:font-face-decls>
<office:styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm"/><style:text-properties %(font)s style:font-size-asian="11pt" fo:font-size="11pt"/></style:style>
<style:style style:name="H" style:family="paragraph" style:parent-style-name="P"><style:text-properties style:font-size-asian="13pt" fo:font-size="13pt"/></style:style>
<style:style style:name="T" style:family="paragraph" style:parent-style-name="P"><style:text-properties style:font-size-asian="16pt" fo:font-size="16pt"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="10.5cm" fo:margin="1.5cm"/>
<style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p text:style-name="P">%(header)s</text:p></style:header><style:footer><text:p text:style-name="P">第<text:page-number>1</text:page-number>页</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>%(body)s</office:text></office:body></office:document>
""" % {"font": font, "header": header, "body": body}


def office(source, profile, folder):
    """LibreOffice's own files of a document."""
    for ending, form in (("docx", "docx:MS Word 2007 XML"), ("odt", "odt:writer8"), ("pdf", "pdf:writer_pdf_Export")):
        run("soffice", "--headless", "-env:UserInstallation=file://" + profile, "--convert-to", form, "--outdir", str(folder), str(source))


def layouts(markdown, folder, profile):
    folder.mkdir(exist_ok=True)
    source = markdown.read_text("utf-8")
    text = list(blocks(source))
    title = text[0][1]
    utf8 = plain(text).encode()
    (folder / "plain.txt").write_bytes(utf8)
    (folder / "utf16.txt").write_bytes(run("iconv", "-f", "UTF-8", "-t", "UTF-16", input=utf8))
    (folder / "gb18030.txt").write_bytes(run("iconv", "-f", "UTF-8", "-t", "GB18030", input=utf8.replace(b"\n", b"\r\n")))
    if folder.name == "traditional":
        (folder / "big5.txt").write_bytes(run("iconv", "-f", "UTF-8", "-t", "BIG5", input=utf8))
    (folder / "wrapped.txt").write_text(wrapped(text, "海岛研究所资料汇编"), "utf-8")
    (folder / "markdown.md").write_text(source, "utf-8")
    run("pandoc", "-f", "markdown", str(markdown), "-o", str(folder / "pandoc.docx"))
    run("pandoc", "-f", "markdown", str(markdown), "--metadata", "title=" + title, "-o", str(folder / "book.epub"))
    with tempfile.TemporaryDirectory() as temp:
        temp = pathlib.Path(temp)
        (temp / "office.fodt").write_text(flat(text, "海岛研究所资料汇编"), "utf-8")
        office(temp / "office.fodt", profile, folder)
        (temp / "page.html").write_text(page(text, title), "utf-8")
        saved = run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--user-data-dir=" + str(temp / "profile"), "--dump-dom", "file://" + str(temp / "page.html"))
        (folder / "saved.html").write_bytes(saved)


def repacked(source, target, change):
    """A zip file with parts changed, or left out where change gives None."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)


def damaged(folder, good, profile):
    folder.mkdir(exist_ok=True)
    for name in ("office.docx", "office.odt", "office.pdf", "book.epub"):
        raw = (good / name).read_bytes()
        (folder / ("half-" + name)).write_bytes(raw[:len(raw) // 2])
    repacked(good / "office.docx", folder / "cut-part.docx", lambda name, raw: raw[:len(raw) // 2] if name == "word/document.xml" else raw)
    repacked(good / "office.odt", folder / "no-content.odt", lambda name, raw: None if name == "content.xml" else raw)
    repacked(good / "book.epub", folder / "no-chapter.epub", lambda name, raw: None if "ch001" in name else raw)
    (folder / "half-gb18030.txt").write_bytes((good / "gb18030.txt").read_bytes()[:-3 - len("。".encode("gb18030")) + 2])
    raw = bytearray((good / "plain.txt").read_bytes())
    raw[len(raw) // 2:len(raw) // 2 + 2] = b"\xff\xff"
    (folder / "broken.txt").write_bytes(raw)
    (folder / "open-tags.html").write_text((good / "saved.html").read_text("utf-8").replace("</li>", "").replace("</div>", ""), "utf-8")
    for ending, form in (("doc", "doc:MS Word 97"), ("rtf", "rtf:Rich Text Format")):
        with tempfile.TemporaryDirectory() as temp:
            temp = pathlib.Path(temp)
            run("soffice", "--headless", "-env:UserInstallation=file://" + profile, "--convert-to", form, "--outdir", str(temp), str(good / "office.docx"))
            (folder / ("old." + ending)).write_bytes((temp / ("office." + ending)).read_bytes()[:2000])


def main():
    with tempfile.TemporaryDirectory() as profile:
        for markdown in sorted((HERE / "texts").glob("*.md")):
            layouts(markdown, HERE / markdown.stem, profile)
        damaged(HERE / "damaged", HERE / "chronicle", profile)


if __name__ == "__main__":
    main()
