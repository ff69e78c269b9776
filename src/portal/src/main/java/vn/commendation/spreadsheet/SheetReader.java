package vn.commendation.spreadsheet;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;

/**
 * Reads the one table of an uploaded .xlsx file as plain texts. The file is a stranger's: it is
 * looked through first – what it really is, how large it grows, how many rows it has, whether there
 * is anything but values in it – and refused as a whole before a single row is handed out.
 */
public final class SheetReader {

  private static final int MOST_NAMED = 5;
  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST_NUMBER = 40;
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final int mostRows;

  /**
   * A reader.
   *
   * @param mostRows below the headings; a file with more is refused as soon as they were counted
   */
  public SheetReader(int mostRows) {
    this.mostRows = mostRows;
  }

  /**
   * The rows of the first visible sheet below its headings, in whatever order these stand.
   *
   * @throws SheetRefused if it is no such file, or not one plain table of values with exactly these
   *     headings
   */
  public List<SheetRow> read(byte[] content, List<Heading> headings) {
    try (var parts = WorkbookParts.open(content)) {
      return new Reading(parts, headings).rows();
    } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
      throw new SheetRefused("unreadable");
    }
  }

  /** A cell that is not empty. */
  private record Value(int column, String text) {}

  private record Sheet(String part, boolean hidden) {}

  /** Reading of one file. */
  private final class Reading {

    private final WorkbookParts parts;
    private final List<Heading> headings;
    private final List<String> wanted;
    private final List<String> shared = new ArrayList<>();
    private final List<Boolean> dateStyles = new ArrayList<>();
    private IntPredicate inDateColumn = column -> false;
    private String lastCell;
    private boolean from1904;

    Reading(WorkbookParts parts, List<Heading> headings) {
      this.parts = parts;
      this.headings = headings;
      this.wanted = headings.stream().map(heading -> folded(heading.name())).toList();
    }

    List<SheetRow> rows() throws IOException, XMLStreamException {
      var sheets = sheets();
      var visible = sheets.stream().filter(sheet -> !sheet.hidden()).toList();
      if (visible.isEmpty()) {
        throw new SheetRefused("no-rows");
      }
      inspect(visible.getFirst().part());
      readShared();
      readStyles();
      for (var other : visible.subList(1, visible.size())) {
        requireNoTable(other.part());
      }
      var table = new Table();
      each(visible.getFirst().part(), table);
      return table.rows();
    }

    private List<Sheet> sheets() throws IOException, XMLStreamException {
      var book = officeDocument();
      var slash = book.lastIndexOf('/') + 1;
      var folder = book.substring(0, slash);
      var targets = relations(folder + "_rels/" + book.substring(slash) + ".rels");
      var sheets = new ArrayList<Sheet>();
      parse(
          book,
          xml -> {
            if (xml.getLocalName().equals("workbookPr")) {
              var flag = xml.getAttributeValue(null, "date1904");
              from1904 = "1".equals(flag) || "true".equals(flag);
            } else if (xml.getLocalName().equals("sheet")) {
              var target = targets.get(xml.getAttributeValue(RELATIONS, "id"));
              if (target == null) {
                throw new SheetRefused("unreadable");
              }
              var state = xml.getAttributeValue(null, "state");
              sheets.add(
                  new Sheet(
                      WorkbookParts.resolve(folder, target),
                      state != null && !state.equals("visible")));
            }
          });
      return sheets;
    }

    private String officeDocument() throws IOException, XMLStreamException {
      var found = new ArrayList<String>();
      parse(
          "_rels/.rels",
          xml -> {
            var type = xml.getAttributeValue(null, "Type");
            if (type != null && type.endsWith("/officeDocument")) {
              found.add(WorkbookParts.resolve("", xml.getAttributeValue(null, "Target")));
            }
          });
      if (found.size() != 1) {
        throw new SheetRefused("unreadable");
      }
      return found.getFirst();
    }

    private Map<String, String> relations(String part) throws IOException, XMLStreamException {
      var targets = new HashMap<String, String>();
      parse(
          part,
          xml -> {
            if (xml.getLocalName().equals("Relationship")) {
              targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
          });
      return targets;
    }

    /** What can be told without the texts: too many rows, formulas, merged cells, tables. */
    private void inspect(String part) throws IOException, XMLStreamException {
      var filled = new int[] {0, 0};
      var formulas = new ArrayList<String>();
      var merged = new ArrayList<String>();
      var tables = new int[1];
      parse(
          part,
          xml -> {
            switch (xml.getLocalName()) {
              case "row" -> filled[1] = 0;
              case "v", "is" -> {
                if (filled[1]++ == 0 && ++filled[0] > mostRows + 1) {
                  throw new SheetRefused("too-many-rows", mostRows);
                }
              }
              case "c" -> lastCell = xml.getAttributeValue(null, "r");
              case "f" -> formulas.add(lastCell);
              case "mergeCell" -> merged.add(xml.getAttributeValue(null, "ref"));
              case "tablePart" -> tables[0]++;
              default -> {
                // looks and notes
              }
            }
          });
      if (!formulas.isEmpty()) {
        throw new SheetRefused("formulas", named(formulas));
      }
      if (!merged.isEmpty()) {
        throw new SheetRefused("merged", named(merged));
      }
      if (tables[0] > 1) {
        throw new SheetRefused("several-tables");
      }
    }

    private String named(List<String> cells) {
      var first = String.join(", ", cells.subList(0, Math.min(MOST_NAMED, cells.size())));
      return cells.size() > MOST_NAMED ? first + " …" : first;
    }

    private void readShared() throws IOException, XMLStreamException {
      if (!parts.has("xl/sharedStrings.xml")) {
        return;
      }
      try (var in = parts.stream("xl/sharedStrings.xml")) {
        var xml = parts.xml(in);
        while (xml.hasNext()) {
          var event = xml.next();
          if (event == DTD) {
            throw new SheetRefused("unreadable");
          }
          if (event == START_ELEMENT && xml.getLocalName().equals("si")) {
            shared.add(richText(xml, "si"));
          }
        }
      }
    }

    private void readStyles() throws IOException, XMLStreamException {
      if (!parts.has("xl/styles.xml")) {
        return;
      }
      var formats = new HashMap<Integer, String>();
      var cells = new boolean[1];
      parse(
          "xl/styles.xml",
          xml -> {
            switch (xml.getLocalName()) {
              case "numFmt" ->
                  formats.put(
                      attribute(xml, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
              case "cellXfs" -> cells[0] = true;
              case "cellStyles", "dxfs" -> cells[0] = false;
              case "xf" -> {
                if (cells[0]) {
                  var id = attribute(xml, "numFmtId");
                  dateStyles.add(DateUtil.isADateFormat(id, formats.get(id)));
                }
              }
              default -> {
                // fonts and borders
              }
            }
          });
    }

    private void requireNoTable(String part) throws IOException, XMLStreamException {
      if (!parts.has(part)) {
        return;
      }
      each(
          part,
          (number, values) -> {
            if (values.stream().map(value -> folded(value.text())).toList().containsAll(wanted)) {
              throw new SheetRefused("several-tables");
            }
            return false;
          });
    }

    /** Every row of a sheet with something in it, until the handler has had enough. */
    private void each(String part, RowHandler handler) throws IOException, XMLStreamException {
      try (var in = parts.stream(part)) {
        var xml = parts.xml(in);
        var line = 0;
        while (xml.hasNext()) {
          var event = xml.next();
          if (event == DTD) {
            throw new SheetRefused("unreadable");
          }
          if (event != START_ELEMENT || !xml.getLocalName().equals("row")) {
            continue;
          }
          var number = xml.getAttributeValue(null, "r");
          line = number == null ? line + 1 : Integer.parseInt(number);
          var values = values(xml);
          if (!values.isEmpty() && !handler.row(line, values)) {
            return;
          }
        }
      }
    }

    private List<Value> values(XMLStreamReader xml) throws XMLStreamException {
      var values = new ArrayList<Value>();
      var column = -1;
      while (xml.hasNext()) {
        var event = xml.next();
        if (event == END_ELEMENT && xml.getLocalName().equals("row")) {
          break;
        }
        if (event != START_ELEMENT || !xml.getLocalName().equals("c")) {
          continue;
        }
        var reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        if (column < 0 || column >= MOST_COLUMNS) {
          throw new SheetRefused("unreadable");
        }
        var text = clean(cell(xml, column));
        if (!text.isEmpty()) {
          values.add(new Value(column, text));
        }
      }
      return values;
    }

    private String cell(XMLStreamReader xml, int column) throws XMLStreamException {
      var type = xml.getAttributeValue(null, "t");
      var style = xml.getAttributeValue(null, "s");
      var text = "";
      while (xml.hasNext()) {
        var event = xml.next();
        if (event == END_ELEMENT && xml.getLocalName().equals("c")) {
          break;
        }
        if (event == START_ELEMENT && xml.getLocalName().equals("is")) {
          text = richText(xml, "is");
        } else if (event == START_ELEMENT && xml.getLocalName().equals("v")) {
          text = value(xml.getElementText(), type, style, column);
        }
      }
      return text;
    }

    private String value(String raw, String type, String style, int column) {
      return switch (type == null ? "n" : type) {
        case "s" -> {
          var index = Integer.parseInt(raw.strip());
          if (index < 0 || index >= shared.size()) {
            throw new SheetRefused("unreadable");
          }
          yield shared.get(index);
        }
        case "n" -> number(raw.strip(), style, column);
        case "d" -> raw.strip().length() >= 10 ? raw.strip().substring(0, 10) : raw;
        default -> raw;
      };
    }

    private String number(String raw, String style, int column) {
      if (raw.isEmpty()) {
        return "";
      }
      var number = new BigDecimal(raw);
      if (isDate(style) || inDateColumn.test(column)) {
        var day = DateUtil.getLocalDateTime(number.doubleValue(), from1904);
        if (day != null) {
          return day.toLocalDate().toString();
        }
      }
      return Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER
          ? raw
          : number.stripTrailingZeros().toPlainString();
    }

    private boolean isDate(String style) {
      var index = style == null ? 0 : Integer.parseInt(style);
      return index >= 0 && index < dateStyles.size() && dateStyles.get(index);
    }

    /** The table as it is read: first its headings, then its rows. */
    private final class Table implements RowHandler {

      private final List<SheetRow> rows = new ArrayList<>();
      private Map<Integer, Integer> positions;

      @Override
      public boolean row(int number, List<Value> values) {
        if (positions == null) {
          positions = positions(values);
          inDateColumn =
              column -> positions.containsKey(column) && headings.get(positions.get(column)).date();
          return true;
        }
        var cells = new String[headings.size()];
        Arrays.fill(cells, "");
        var repeated = 0;
        for (var value : values) {
          var position = positions.get(value.column());
          if (position == null) {
            throw new SheetRefused(
                "outside", CellReference.convertNumToColString(value.column()) + number);
          }
          cells[position] = value.text();
          repeated += folded(value.text()).equals(wanted.get(position)) ? 1 : 0;
        }
        if (repeated > 1) {
          throw new SheetRefused("second-table", number);
        }
        rows.add(new SheetRow(number, List.of(cells)));
        return true;
      }

      List<SheetRow> rows() {
        if (rows.isEmpty()) {
          throw new SheetRefused("no-rows");
        }
        return rows;
      }

      private Map<Integer, Integer> positions(List<Value> found) {
        var byColumn = new TreeMap<Integer, Integer>();
        var extra = new ArrayList<String>();
        for (var value : found) {
          var position = wanted.indexOf(folded(value.text()));
          if (position < 0 || byColumn.containsValue(position)) {
            extra.add(value.text());
          } else {
            byColumn.put(value.column(), position);
          }
        }
        var missing = new ArrayList<String>();
        for (var position = 0; position < headings.size(); position++) {
          if (!byColumn.containsValue(position)) {
            missing.add(headings.get(position).name());
          }
        }
        if (!missing.isEmpty()) {
          throw new SheetRefused("headings-missing", String.join(", ", missing));
        }
        if (!extra.isEmpty()) {
          throw new SheetRefused("headings-extra", named(extra));
        }
        return byColumn;
      }
    }

    private void parse(String part, Consumer<XMLStreamReader> element)
        throws IOException, XMLStreamException {
      try (var in = parts.stream(part)) {
        var xml = parts.xml(in);
        while (xml.hasNext()) {
          var event = xml.next();
          if (event == DTD) {
            throw new SheetRefused("unreadable");
          }
          if (event == START_ELEMENT) {
            element.accept(xml);
          }
        }
      }
    }
  }

  @FunctionalInterface
  private interface RowHandler {

    /** Whether the next row is wanted, too. */
    boolean row(int number, List<Value> values);
  }

  /** A text of several runs; how it is pronounced is left out. */
  private static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
    var text = new StringBuilder();
    var shown = false;
    var spoken = 0;
    while (xml.hasNext()) {
      var event = xml.next();
      var name = event == START_ELEMENT || event == END_ELEMENT ? xml.getLocalName() : "";
      if (event == END_ELEMENT && name.equals(end)) {
        break;
      }
      if (name.equals("rPh")) {
        spoken += event == START_ELEMENT ? 1 : -1;
      } else if (name.equals("t")) {
        shown = event == START_ELEMENT;
      } else if (event == CHARACTERS && shown && spoken == 0) {
        text.append(xml.getText());
      }
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }

  private static int attribute(XMLStreamReader xml, String name) {
    var value = xml.getAttributeValue(null, name);
    return value == null ? 0 : Integer.parseInt(value);
  }

  /** Composed, with one kind of line end, and without space around it. */
  private static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u00a0', ' ')
        .strip();
  }

  private static String folded(String heading) {
    return clean(heading).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
