package vn.commendation.award;

/** Who decides an award (Law 06/2022/QH15, Articles 77 to 80). */
public enum DecidingAuthority {
  DIRECTOR,
  PROVINCE,
  STATE
}
