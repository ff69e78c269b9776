package vn.commendation.document;

import java.time.Instant;

/**
 * A digital signature in a PDF, as it was checked when the file was attached. Whether a certificate
 * had been revoked is not asked: that needs the network of its issuer.
 *
 * @param signer name in the certificate
 * @param issuer name of who issued it
 * @param signedAt as the signature says, by the signer's own clock; {@code null} if it does not
 */
public record PdfSignature(
    Validity validity, String signer, String issuer, Trust trust, Instant signedAt) {

  /** Whether the content is what was signed. */
  public enum Validity {
    /** Every byte of the file is as it was signed. */
    VALID,
    /** What was signed is unchanged, but something was added to the file afterwards. */
    CHANGED_AFTER,
    /** The content was changed, or the signature cannot be read. */
    INVALID
  }

  /** Whether the certificate leads to an authority that the installation trusts. */
  public enum Trust {
    TRUSTED,
    UNTRUSTED,
    /** No trusted authority is set up. */
    NOT_CHECKED
  }
}
