package vn.commendation.dossier;

import java.time.LocalDate;
import java.util.List;

/** What the secretary enters of the council's meeting. */
public record BallotEntry(LocalDate meetingDate, String minutes, List<BallotRow> rows) {}
