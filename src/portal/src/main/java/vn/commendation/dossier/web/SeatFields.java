package vn.commendation.dossier.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.commendation.dossier.CouncilRole;

/** What is entered for a seat in the council. */
record SeatFields(
    Long person,
    CouncilRole role,
    @DateTimeFormat(iso = ISO.DATE) LocalDate from,
    @DateTimeFormat(iso = ISO.DATE) LocalDate to) {}
