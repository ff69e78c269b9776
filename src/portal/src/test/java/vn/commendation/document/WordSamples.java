package vn.commendation.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small DOCX files, made of nothing but what a test is about. */
final class WordSamples {

  private static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="\
      application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      </Types>""";
  private static final String RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Target="word/document.xml"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
      </Relationships>""";

  private WordSamples() {}

  static byte[] docx(String body) {
    return docx(body, Map.of());
  }

  /** A document with this body and these parts beside it, or in place of others. */
  static byte[] docx(String body, Map<String, String> more) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", TYPES);
    parts.put("_rels/.rels", RELATIONS);
    parts.put("word/_rels/document.xml.rels", relations(""));
    parts.put(
        "word/document.xml",
        "<w:document xmlns:w=\""
            + Ooxml.W
            + "\" xmlns:r=\""
            + Ooxml.R
            + "\"><w:body>"
            + body
            + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
    parts.putAll(more);
    return zip(parts);
  }

  /** A decision with a list on pages of its own, as an office writes it. */
  static byte[] letter() {
    try (var file = WordSamples.class.getResourceAsStream("/documents/letter.docx")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String relations(String content) {
    return "<Relationships xmlns=\"" + Ooxml.RELATIONSHIPS + "\">" + content + "</Relationships>";
  }

  static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
