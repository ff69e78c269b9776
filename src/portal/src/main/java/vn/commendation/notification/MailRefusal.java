package vn.commendation.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * A mail will not be taken by trying again: the address does not exist, or the server refuses the
 * letter itself (RFC 5321: answers from 500 on).
 *
 * @param hopeless whether the address cannot exist at all
 */
record MailRefusal(String reason, boolean hopeless) {

  private static final int PERMANENT = 500;

  /** It is the portal that is refused, not the letter: its log-in or its rights are wrong. */
  private static final Set<Integer> NOT_THE_LETTER = Set.of(530, 534, 535, 538);

  /** Why a delivery failed for good; empty if it may still succeed. */
  static Optional<MailRefusal> of(MailException failure) {
    var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
    var left = new ArrayDeque<Throwable>();
    left.add(failure);
    while (!left.isEmpty()) {
      var one = left.poll();
      if (!seen.add(one)) {
        continue;
      }
      var refusal = refusal(one);
      if (refusal.isPresent()) {
        return refusal;
      }
      if (one.getCause() != null) {
        left.add(one.getCause());
      }
      if (one instanceof MessagingException messaging && messaging.getNextException() != null) {
        left.add(messaging.getNextException());
      }
      if (one instanceof MailSendException sending) {
        left.addAll(Arrays.asList(sending.getMessageExceptions()));
      }
    }
    return Optional.empty();
  }

  private static Optional<MailRefusal> refusal(Throwable failure) {
    if (failure instanceof AddressException) {
      return Optional.of(new MailRefusal(text(failure), true));
    }
    var permanent =
        failure instanceof SMTPAddressFailedException address && permanent(address.getReturnCode())
            || failure instanceof SMTPSendFailedException sending
                && permanent(sending.getReturnCode());
    return permanent ? Optional.of(new MailRefusal(text(failure), false)) : Optional.empty();
  }

  private static boolean permanent(int code) {
    return code >= PERMANENT && !NOT_THE_LETTER.contains(code);
  }

  private static String text(Throwable failure) {
    return String.valueOf(failure.getMessage()).strip();
  }
}
