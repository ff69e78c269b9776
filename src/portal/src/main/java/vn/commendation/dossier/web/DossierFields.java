package vn.commendation.dossier.web;

import java.util.List;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.dossier.NewDossier;

/** What the Office enters for a new batch. */
record DossierFields(DecidingAuthority authority, String title, List<String> nominations) {

  DossierFields {
    authority = authority == null ? DecidingAuthority.DIRECTOR : authority;
    nominations = nominations == null ? List.of() : nominations;
  }

  static DossierFields empty(DecidingAuthority authority) {
    return new DossierFields(authority, "", List.of());
  }

  NewDossier toNewDossier() {
    return new NewDossier(authority, title, nominations);
  }
}
