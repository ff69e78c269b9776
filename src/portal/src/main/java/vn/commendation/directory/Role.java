package vn.commendation.directory;

/** What an account may do; in Spring Security the authority is {@code ROLE_} and this name. */
public enum Role {
  UNIT_HEAD,
  OFFICE_OFFICER,
  OFFICE_CHIEF,
  DIRECTOR,
  DEPUTY_DIRECTOR,
  CLERK,
  COUNCIL_SECRETARY,
  ADMIN
}
