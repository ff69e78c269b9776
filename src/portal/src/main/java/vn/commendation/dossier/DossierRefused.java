package vn.commendation.dossier;

/** What somebody asked for in the portal breaks a rule; nothing was changed. */
public class DossierRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Object[] args;

  public DossierRefused(String code, Object... args) {
    super(code);
    this.code = code;
    this.args = args.clone();
  }

  /** End of the text key that starts with {@code dossier-refused.}. */
  public String code() {
    return code;
  }

  public Object[] args() {
    return args.clone();
  }
}
