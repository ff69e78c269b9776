package vn.commendation.nomination.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is typed to withdraw a nomination. */
record WithdrawalFields(@NotBlank @Size(max = 2000) String reason) {}
