package vn.commendation.nomination.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.commendation.nomination.EvidenceFile;
import vn.commendation.nomination.NominationVersion;
import vn.commendation.notification.Notices;

/**
 * One field of two versions.
 *
 * @param label text key
 */
record VersionRow(String label, String left, String right) {

  public boolean changed() {
    return !Objects.equals(left, right);
  }

  static List<VersionRow> of(NominationVersion left, NominationVersion right) {
    return List.of(
        new VersionRow("nomination.nominee", nominee(left), nominee(right)),
        new VersionRow("nomination.unit", left.unitName(), right.unitName()),
        new VersionRow("nomination.award", left.awardName(), right.awardName()),
        new VersionRow("nomination.period", period(left), period(right)),
        new VersionRow("nomination.title", left.title(), right.title()),
        new VersionRow("nomination.achievements", left.achievements(), right.achievements()),
        new VersionRow("nomination.files", files(left), files(right)));
  }

  private static String nominee(NominationVersion version) {
    return version.nomineePosition() == null
        ? version.nomineeName()
        : version.nomineeName() + " – " + version.nomineePosition();
  }

  private static String period(NominationVersion version) {
    return Notices.date(version.periodFrom()) + " – " + Notices.date(version.periodTo());
  }

  private static String files(NominationVersion version) {
    return version.files().stream().map(VersionRow::file).collect(Collectors.joining("\n"));
  }

  /** With what tells a file from another of the same name. */
  private static String file(EvidenceFile file) {
    return "%s (%s, SHA-256 %.8s)".formatted(file.name(), Notices.size(file.size()), file.sha256());
  }
}
