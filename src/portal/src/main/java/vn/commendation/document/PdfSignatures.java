package vn.commendation.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Checks the digital signatures of a PDF (PAdES, CMS), against what the file itself holds. */
@Component
class PdfSignatures {

  private static final Logger log = LoggerFactory.getLogger(PdfSignatures.class);

  private final Set<TrustAnchor> anchors;

  PdfSignatures(
      @Value("${commendation.document.trusted-certificates}") String trustedCertificates) {
    this.anchors = trustedCertificates.isBlank() ? Set.of() : anchors(Path.of(trustedCertificates));
  }

  /** The signatures of a PDF in the order they were made; none for a scan. */
  List<PdfSignature> check(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var checked = new ArrayList<PdfSignature>();
      for (var signature : document.getSignatureDictionaries()) {
        checked.add(check(signature, pdf));
      }
      return checked;
    } catch (IOException e) {
      throw new DocumentRefused("unreadable-pdf");
    }
  }

  private PdfSignature check(PDSignature signature, byte[] pdf) {
    // what is kept free for the signature is longer than it and filled with zeros
    try (var contents = new ASN1InputStream(signature.getContents(pdf))) {
      var signed =
          new CMSSignedData(
              new CMSProcessableByteArray(signature.getSignedContent(pdf)),
              ContentInfo.getInstance(contents.readObject()));
      var signer = signed.getSignerInfos().getSigners().iterator().next();
      var certificates = new ArrayList<X509Certificate>();
      for (var holder : signed.getCertificates().getMatches(null)) {
        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
      }
      @SuppressWarnings("unchecked")
      var own =
          (X509CertificateHolder)
              signed.getCertificates().getMatches(signer.getSID()).iterator().next();
      var at = signature.getSignDate() == null ? null : signature.getSignDate().toInstant();
      return new PdfSignature(
          validity(signer, own, signature, pdf.length),
          name(own.getSubject()),
          name(own.getIssuer()),
          trust(new JcaX509CertificateConverter().getCertificate(own), certificates, at),
          at);
    } catch (CMSException
        | IOException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException e) {
      log.info("A signature cannot be read", e);
      return new PdfSignature(
          PdfSignature.Validity.INVALID,
          String.valueOf(signature.getName()),
          "",
          PdfSignature.Trust.NOT_CHECKED,
          null);
    }
  }

  private static PdfSignature.Validity validity(
      SignerInformation signer, X509CertificateHolder own, PDSignature signature, int length)
      throws OperatorCreationException, GeneralSecurityException {
    boolean matches;
    try {
      matches = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own));
    } catch (CMSException e) {
      // also said when the digest does not match
      matches = false;
    } catch (java.security.cert.CertificateException e) {
      throw new GeneralSecurityException(e);
    }
    if (!matches) {
      return PdfSignature.Validity.INVALID;
    }
    var range = signature.getByteRange();
    return range[0] == 0 && range[2] + range[3] == length
        ? PdfSignature.Validity.VALID
        : PdfSignature.Validity.CHANGED_AFTER;
  }

  /** Leads to a trusted authority, on the day of the signature. */
  private PdfSignature.Trust trust(
      X509Certificate own, List<X509Certificate> others, Instant signedAt) {
    if (anchors.isEmpty()) {
      return PdfSignature.Trust.NOT_CHECKED;
    }
    try {
      var wanted = new X509CertSelector();
      wanted.setCertificate(own);
      var asked = new PKIXBuilderParameters(anchors, wanted);
      asked.setRevocationEnabled(false);
      if (signedAt != null) {
        asked.setDate(Date.from(signedAt));
      }
      asked.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
      CertPathBuilder.getInstance("PKIX").build(asked);
      return PdfSignature.Trust.TRUSTED;
    } catch (GeneralSecurityException e) {
      return PdfSignature.Trust.UNTRUSTED;
    }
  }

  private static String name(X500Name name) {
    var common = name.getRDNs(BCStyle.CN);
    return common.length == 0
        ? name.toString()
        : IETFUtils.valueToString(common[0].getFirst().getValue());
  }

  /** The trusted authorities: a file of certificates, PEM or DER, one or several. */
  private static Set<TrustAnchor> anchors(Path file) {
    try (InputStream stream = new ByteArrayInputStream(Files.readAllBytes(file))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
          .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No certificates in " + file, e);
    }
  }
}
