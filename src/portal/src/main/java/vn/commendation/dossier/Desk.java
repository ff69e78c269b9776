package vn.commendation.dossier;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.commendation.directory.Account;
import vn.commendation.directory.SigningMatter;

/**
 * Which batches wait for an account today. What there is to know about the account is read once,
 * not once a batch.
 *
 * @param assigned in which capacities it is assigned to sign what
 * @param relatives declared relatives of whoever signs; empty if nothing is assigned
 */
record Desk(Account account, Map<SigningMatter, List<Signatory>> assigned, Set<Long> relatives) {

  Desk {
    assigned = new EnumMap<>(assigned);
  }

  /** The steps the account has a part in: by role, and the signature by assignment alone. */
  List<DossierStatus> steps() {
    return Arrays.stream(DossierStatus.values())
        .filter(
            step ->
                step == DossierStatus.SIGNATURE
                    ? assigned.values().stream().anyMatch(list -> !list.isEmpty())
                    : DossierAccess.decides(account, step))
        .toList();
  }

  /** Whether the batch waits for this very account. */
  boolean has(Dossier dossier) {
    return dossier.status() == DossierStatus.SIGNATURE
        ? assigned.getOrDefault(Signatories.matter(dossier), List.of()).stream()
            .anyMatch(one -> signs(one, dossier))
        : DossierAccess.decides(account, dossier.status())
            && !DossierAccess.onList(account, dossier);
  }

  private boolean signs(Signatory one, Dossier dossier) {
    return dossier.conflictNoted()
        ? one.head()
        : dossier.standing().stream()
            .noneMatch(item -> Signatories.conflicted(one, relatives, item));
  }
}
