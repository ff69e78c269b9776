package vn.commendation.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.commendation.award.AwardRule;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;

/** The accepted nominations in a batch, their rules and the times these give. */
@Component
class Cases {

  private final BatchedNominations nominations;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Cases(BatchedNominations nominations, WorkingCalendar calendar, Clock clock) {
    this.nominations = nominations;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** By nomination. */
  Map<String, AcceptedNomination> of(List<DossierItem> items) {
    return nominations.all(items.stream().map(DossierItem::nominationId).toList()).stream()
        .collect(Collectors.toMap(AcceptedNomination::id, one -> one));
  }

  /** The rule of each nominee's own case, by nomination. */
  Map<String, AwardRule> rules(Dossier dossier) {
    return of(dossier.items()).values().stream()
        .collect(Collectors.toMap(AcceptedNomination::id, AcceptedNomination::rule));
  }

  /** The end of the longest time any of the rules gives. */
  Instant deadline(Dossier dossier, Function<AwardRule, Integer> days) {
    return deadline(rules(dossier).values(), days);
  }

  Instant deadline(Collection<AwardRule> rules, Function<AwardRule, Integer> days) {
    return calendar.deadline(clock.instant(), longest(rules, days));
  }

  /** When the board is first reminded; {@code null} if no rule sets a time. */
  Instant boardDue(Dossier dossier) {
    return boardDue(dossier, rules(dossier).values());
  }

  Instant boardDue(Dossier dossier, Collection<AwardRule> rules) {
    var days = longest(rules, AwardRule::boardDays);
    return days == 0 || dossier.sentToBoardAt() == null
        ? null
        : calendar.deadline(dossier.sentToBoardAt(), days);
  }

  private static int longest(Collection<AwardRule> rules, Function<AwardRule, Integer> days) {
    return rules.stream().map(days).filter(Objects::nonNull).max(Integer::compare).orElse(0);
  }
}
