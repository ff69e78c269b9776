package vn.commendation.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of an .xlsx file, unpacked one at a time and never further than is sound: neither the
 * name of the file nor what it says about its own sizes is believed.
 */
final class WorkbookParts implements AutoCloseable {

  /** All parts together, in bytes. */
  static final long MOST_UNPACKED = 200L * 1024 * 1024;

  /** Below this, repetitive sheets of honest people shrink a lot. */
  private static final long UNSUSPICIOUS = 4L * 1024 * 1024;

  private static final int MOST_TIMES_LARGER = 150;
  private static final int MOST_PARTS = 1000;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final Pattern ACTIVE =
      Pattern.compile("vbaproject|/macrosheets/|/activex/|/embeddings/|/ctrlprops/");
  private static final Pattern ACTIVE_TYPE = Pattern.compile("(?i)macroenabled|vbaproject");

  private final ZipFile zip;
  private long unpacked;

  private WorkbookParts(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Looks at the file before anything of it is unpacked.
   *
   * @throws SheetRefused if it is anything but a workbook without macros
   */
  static WorkbookParts open(byte[] content) throws IOException {
    requireZip(content);
    WorkbookParts opened;
    try {
      opened =
          new WorkbookParts(
              ZipFile.builder()
                  .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                  .get());
    } catch (IOException | IllegalArgumentException broken) {
      throw new SheetRefused("unreadable");
    }
    try {
      opened.inspect();
      return opened;
    } catch (IOException | RuntimeException refused) {
      opened.close();
      throw refused;
    }
  }

  private static void requireZip(byte[] content) {
    if (content.length == 0) {
      throw new SheetRefused("empty");
    }
    if (startsWith(content, COMPOUND)) {
      throw new SheetRefused(contains(content, ENCRYPTED) ? "encrypted" : "old-format");
    }
    if (!startsWith(content, ZIP)) {
      throw new SheetRefused(looksLikeText(content) ? "text-file" : "not-a-workbook");
    }
  }

  private void inspect() throws IOException {
    var parts = Collections.list(zip.getEntries());
    if (parts.size() > MOST_PARTS) {
      throw new SheetRefused("bomb");
    }
    var packed = 0L;
    var declared = 0L;
    for (var part : parts) {
      if (ACTIVE.matcher("/" + part.getName().toLowerCase(Locale.ROOT)).find()) {
        throw new SheetRefused("macros");
      }
      if (part.getGeneralPurposeBit().usesEncryption()) {
        throw new SheetRefused("encrypted");
      }
      packed += Math.max(0, part.getCompressedSize());
      declared += Math.max(0, part.getSize());
    }
    requireSound(declared, packed);
    if (!has("[Content_Types].xml")) {
      throw new SheetRefused("not-a-workbook");
    }
    var types = new String(bytes("[Content_Types].xml"), StandardCharsets.UTF_8);
    if (ACTIVE_TYPE.matcher(types).find()) {
      throw new SheetRefused("macros");
    }
    if (types.contains("sheet.binary")) {
      throw new SheetRefused("old-format");
    }
    if (!types.contains("spreadsheetml.sheet.main+xml")) {
      throw new SheetRefused("not-a-workbook");
    }
  }

  boolean has(String part) {
    return zip.getEntry(part) != null;
  }

  /** A part as XML without document types and entities; the caller closes the stream. */
  XMLStreamReader xml(InputStream part) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(part);
  }

  /**
   * A part being unpacked.
   *
   * @throws SheetRefused if there is none, and later, while it is read, if it grows beyond measure
   */
  InputStream stream(String part) throws IOException {
    var entry = zip.getEntry(part);
    if (entry == null) {
      throw new SheetRefused("unreadable");
    }
    return new Guarded(zip.getInputStream(entry), entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private byte[] bytes(String part) throws IOException {
    try (var in = stream(part)) {
      return in.readAllBytes();
    }
  }

  private static void requireSound(long size, long packed) {
    if (size > MOST_UNPACKED || size > UNSUSPICIOUS && size > packed * MOST_TIMES_LARGER) {
      throw new SheetRefused("bomb");
    }
  }

  private static boolean looksLikeText(byte[] content) {
    for (var index = 0; index < Math.min(content.length, 512); index++) {
      if (content[index] >= 0 && content[index] < ' ' && !isSpace(content[index])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte one) {
    return one == '\t' || one == '\n' || one == '\r' || one == '\f';
  }

  private static boolean startsWith(byte[] content, byte[] magic) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    var searched = new String(content, StandardCharsets.ISO_8859_1);
    return searched.contains(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  /** Counts what comes out, whatever the file declares. */
  private final class Guarded extends FilterInputStream {

    private final long packed;
    private long size;

    Guarded(InputStream in, ZipArchiveEntry entry) {
      super(in);
      this.packed = Math.max(1, entry.getCompressedSize());
    }

    @Override
    public int read() throws IOException {
      var one = super.read();
      if (one >= 0) {
        count(1);
      }
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      var read = super.read(buffer, from, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    private void count(int bytes) {
      size += bytes;
      unpacked += bytes;
      requireSound(size, packed);
      if (unpacked > 2 * MOST_UNPACKED) {
        throw new SheetRefused("bomb");
      }
    }
  }

  /** Where the parts of a workbook lie, relative to its own folder. */
  static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    return folder + target;
  }
}
