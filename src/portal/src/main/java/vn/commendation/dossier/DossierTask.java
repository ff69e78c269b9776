package vn.commendation.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What Tasklist's forms show of a batch, and what the process routes by. Its components are the
 * process variables of the same names. The {@code …Form} lists prefill what is to be entered per
 * nominee.
 *
 * @param remaining nominees the next step is about
 * @param signatories user names of those who may sign the list
 * @param boardChaser when the board is reminded, as a repeating ISO 8601 interval
 */
public record DossierTask(
    String dossierCode,
    String dossierTitle,
    String route,
    String routeName,
    boolean ballotRequired,
    boolean disclosureRequired,
    int remaining,
    List<NomineeLine> items,
    List<Map<String, Object>> ballotForm,
    List<Map<String, Object>> selectionForm,
    List<Map<String, Object>> signatureForm,
    List<Map<String, Object>> revisionForm,
    List<Map<String, Object>> resultForm,
    List<Map<String, Object>> supplementForm,
    String quotaText,
    List<HistoryLine> history,
    String caseUrl,
    OffsetDateTime ballotDue,
    OffsetDateTime disclosureUntil,
    List<String> signatories,
    String signatoryName,
    String signatureLine,
    OffsetDateTime signatureDue,
    String numberSymbol,
    String boardReceipt,
    String boardQuestion,
    String boardChaser) {

  /** A nominee the next step is about. */
  public record NomineeLine(String nominee, String unit, String award, String votes) {}

  /** An earlier step. */
  public record HistoryLine(String what, String who, String reason) {}
}
