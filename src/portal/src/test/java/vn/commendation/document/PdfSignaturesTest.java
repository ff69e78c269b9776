package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.commendation.document.PdfSignature.Trust;
import vn.commendation.document.PdfSignature.Validity;

/** What is said of signatures in PDFs, signed here by a Director of the test's own authority. */
class PdfSignaturesTest {

  private static final Instant SIGNED_AT = Instant.parse("2026-02-05T01:30:00Z");

  private static KeyPair authorityKeys;
  private static X509Certificate authority;
  private static KeyPair directorKeys;
  private static X509Certificate director;

  @TempDir Path folder;

  @BeforeAll
  static void issueCertificates() throws Exception {
    authorityKeys = keys();
    authority =
        certificate("CN=Tổ chức chứng thực thử", authorityKeys, "CN=Tổ chức chứng thực thử", true);
    directorKeys = keys();
    director =
        certificate("CN=Nguyễn Văn Hùng,O=Sở", directorKeys, "CN=Tổ chức chứng thực thử", false);
  }

  @Test
  void shouldNameTheSignerOfAnUnchangedFileAndTrustWhomTheInstallationTrusts() throws Exception {
    var signature = only(signatures(authority).check(signed(pdf())));

    assertThat(signature)
        .isEqualTo(
            new PdfSignature(
                Validity.VALID,
                "Nguyễn Văn Hùng",
                "Tổ chức chứng thực thử",
                Trust.TRUSTED,
                SIGNED_AT));
  }

  @Test
  void shouldNotTrustACertificateOfAnotherAuthority() throws Exception {
    var other = certificate("CN=Khác", keys(), "CN=Khác", true);

    assertThat(only(signatures(other).check(signed(pdf()))).trust()).isEqualTo(Trust.UNTRUSTED);
  }

  @Test
  void shouldSayThatNobodyWasAskedWhereNoAuthorityIsSetUp() throws Exception {
    var signature = only(new PdfSignatures("").check(signed(pdf())));

    assertThat(signature.trust()).isEqualTo(Trust.NOT_CHECKED);
    assertThat(signature.validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void shouldFindAChangedByte() throws Exception {
    var changed = signed(pdf());
    var text = new String(changed, StandardCharsets.ISO_8859_1);
    changed[text.indexOf("/MediaBox") + 12] ^= 1;

    assertThat(only(signatures(authority).check(changed)).validity()).isEqualTo(Validity.INVALID);
  }

  @Test
  void shouldTellWhatWasAddedAfterwardsFromWhatWasSigned() throws Exception {
    byte[] added;
    try (var document = Loader.loadPDF(signed(pdf()));
        var bytes = new ByteArrayOutputStream()) {
      document.getPage(0).setRotation(90);
      document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(bytes);
      added = bytes.toByteArray();
    }

    assertThat(only(signatures(authority).check(added)).validity())
        .isEqualTo(Validity.CHANGED_AFTER);
  }

  @Test
  void shouldSeeBothSignaturesOfTwoPeople() throws Exception {
    var twice = signatures(authority).check(signed(signed(pdf())));

    // the second signature was added to what the first had signed
    assertThat(twice)
        .extracting(PdfSignature::validity)
        .containsExactly(Validity.CHANGED_AFTER, Validity.VALID);
  }

  @Test
  void shouldFindNoSignatureInAScan() throws Exception {
    assertThat(signatures(authority).check(pdf())).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNoPdf() throws Exception {
    var none = "%PDF-1.7 và chẳng có gì".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> new PdfSignatures("").check(none))
        .isInstanceOf(DocumentRefused.class)
        .hasMessage("unreadable-pdf");
  }

  /** A PDF that the Director has signed. */
  static byte[] signedByTheDirector() throws Exception {
    if (director == null) {
      issueCertificates();
    }
    return signed(pdf());
  }

  private PdfSignatures signatures(X509Certificate trusted) throws Exception {
    var file = folder.resolve("trusted.pem");
    Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(trusted.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    return new PdfSignatures(file.toString());
  }

  private static PdfSignature only(List<PdfSignature> signatures) {
    assertThat(signatures).hasSize(1);
    return signatures.getFirst();
  }

  private static byte[] pdf() throws IOException {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(bytes, CompressParameters.NO_COMPRESSION);
      return bytes.toByteArray();
    }
  }

  private static byte[] signed(byte[] pdf) throws Exception {
    try (var document = Loader.loadPDF(pdf);
        var bytes = new ByteArrayOutputStream()) {
      var signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
      var at = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
      at.setTimeInMillis(SIGNED_AT.toEpochMilli());
      signature.setSignDate(at);
      document.addSignature(
          signature,
          content -> {
            try {
              return cms(content.readAllBytes());
            } catch (Exception e) {
              throw new IOException(e);
            }
          });
      document.saveIncremental(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] cms(byte[] content) throws Exception {
    var generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .build(
                new JcaContentSignerBuilder("SHA256withRSA").build(directorKeys.getPrivate()),
                director));
    generator.addCertificates(new JcaCertStore(List.of(director)));
    return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
  }

  private static KeyPair keys() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(
      String name, KeyPair keys, String issuer, boolean authority) throws Exception {
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            BigInteger.valueOf(name.hashCode() & 0x7fffffff),
            Date.from(Instant.parse("2025-01-01T00:00:00Z")),
            Date.from(Instant.parse("2035-01-01T00:00:00Z")),
            new X500Name(name),
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    var signer = authority ? keys : authorityKeys;
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer.getPrivate())));
  }
}
