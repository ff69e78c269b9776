package vn.commendation.document;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXResult;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/** Makes a PDF/A-2b of a filled DOCX, with every font embedded. */
@Component
class PdfRenderer {

  private static final float WATERMARK_SIZE = 110;
  private static final float WATERMARK_GREY = 0.85f;

  private final Clock clock;
  private final FopFactory factory;

  PdfRenderer(Clock clock) {
    this.clock = clock;
    this.factory = factory();
  }

  /**
   * Renders a document.
   *
   * @param title of the PDF, as readers show it
   * @param watermark written across every page; {@code null} for none
   */
  @SuppressWarnings("unchecked")
  byte[] render(WordFile document, String title, String watermark) {
    var pdf = new ByteArrayOutputStream();
    try {
      var agent = factory.newFOUserAgent();
      agent.getRendererOptions().put("pdf-a-mode", "PDF/A-2b");
      agent.setCreator("commendation");
      agent.setCreationDate(Date.from(clock.instant()));
      agent.getEventBroadcaster().addEventListener(new PdfEvents());
      var source = new DOMSource(FoWriter.write(document, title));
      // one at a time: the factory's configuration is a tree that two must not read at once
      synchronized (factory) {
        TransformerFactory.newDefaultInstance()
            .newTransformer()
            .transform(
                source,
                new SAXResult(factory.newFop("application/pdf", agent, pdf).getDefaultHandler()));
      }
    } catch (FOPException | TransformerException e) {
      throw new IllegalStateException("The PDF could not be made: " + e.getMessage(), e);
    }
    return watermark == null ? pdf.toByteArray() : marked(pdf.toByteArray(), watermark);
  }

  /** Writes across every page, under the text. */
  private static byte[] marked(byte[] pdf, String text) {
    try (var document = Loader.loadPDF(pdf);
        var letters = PdfFonts.file("Bold").getInputStream()) {
      var font = PDType0Font.load(document, letters, true);
      var width = font.getStringWidth(text) / 1000 * WATERMARK_SIZE;
      for (var page : document.getPages()) {
        var box = page.getMediaBox();
        try (var content =
            new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
          content.beginText();
          content.setFont(font, WATERMARK_SIZE);
          content.setNonStrokingColor(WATERMARK_GREY, WATERMARK_GREY, WATERMARK_GREY);
          var place = new AffineTransform();
          place.translate(box.getWidth() / 2, box.getHeight() / 2);
          place.rotate(Math.PI / 4);
          place.translate(-width / 2, -WATERMARK_SIZE / 3);
          content.setTextMatrix(new Matrix(place));
          content.showText(text);
          content.endText();
        }
      }
      var marked = new ByteArrayOutputStream();
      document.save(marked);
      return marked.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FopFactory factory() {
    var fonts = new StringBuilder();
    for (var bold : new boolean[] {false, true}) {
      for (var italic : new boolean[] {false, true}) {
        fonts.append(
            """
            <font embed-url="font:%s" kerning="yes" embedding-mode="subset">
              <font-triplet name="%s" style="%s" weight="%s"/>
            </font>"""
                .formatted(
                    PdfFonts.style(bold, italic),
                    PdfFonts.FAMILY,
                    italic ? "italic" : "normal",
                    bold ? "bold" : "normal"));
      }
    }
    var configuration =
        """
        <fop version="1.0"><strict-configuration>true</strict-configuration>
          <renderers><renderer mime="application/pdf"><fonts>%s</fonts></renderer></renderers>
        </fop>"""
            .formatted(fonts);
    try {
      return new FopConfParser(
              new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)),
              URI.create("file:///"),
              new OwnFontsOnly())
          .getFopFactoryBuilder()
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** FOP gets the fonts of this program and nothing else from anywhere. */
  private static final class OwnFontsOnly implements ResourceResolver {

    @Override
    public Resource getResource(URI uri) throws IOException {
      if (!"font".equals(uri.getScheme())) {
        throw new IOException("Nothing is read from " + uri.getScheme());
      }
      return new Resource("font/ttf", open(uri));
    }

    private static InputStream open(URI uri) throws IOException {
      return PdfFonts.file(uri.getSchemeSpecificPart()).getInputStream();
    }

    @Override
    public OutputStream getOutputStream(URI uri) throws IOException {
      throw new IOException("Nothing is written to " + uri.getScheme());
    }
  }
}
