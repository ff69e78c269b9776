package vn.commendation.nomination.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The reason that withdrawing a nomination or lifting its hold needs. */
record ReasonFields(@NotBlank @Size(max = 2000) String reason) {}
