package vn.commendation.dossier;

/** Why a council member has no vote on a nominee. */
public enum ConflictKind {
  /** The member is the nominee. */
  SELF,
  /** A declared relative of the nominee. */
  RELATIVE,
  /** The member nominated him or her. */
  NOMINATOR,
  /** Declared by the member, or by the secretary for the member. */
  DECLARED
}
