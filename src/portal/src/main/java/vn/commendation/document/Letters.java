package vn.commendation.document;

import static vn.commendation.document.DocumentField.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.commendation.document.Signatures.Signature;

/** What most documents have in common beside their letterhead: subject, recipients, signature. */
@Component
public class Letters {

  private static final List<DocumentField> COMMON =
      List.of(
          text("trich_yeu", "Về việc khen thưởng tập thể, cá nhân"),
          text("noi_nhan", "- Như trên;\n- Lưu: VT, VP."),
          text("quyen_han_chuc_vu", "GIÁM ĐỐC"),
          text("nguoi_ky", "Nguyễn Văn Hùng"),
          text("ten_co_quan", "Sở Khoa học và Công nghệ"));

  private final Organisations organisations;
  private final Clock clock;

  Letters(Organisations organisations, Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The fields that {@link #values} fills, and more. */
  public static List<DocumentField> fields(DocumentField... more) {
    var fields = new ArrayList<>(COMMON);
    fields.addAll(List.of(more));
    return fields;
  }

  /** The Department as it is called today. */
  public Organisation organisation() {
    return organisations.on(LocalDate.now(clock));
  }

  /** What every document says of subject, recipients and signature; more is put to it. */
  public Map<String, Object> values(DocumentKind kind, String subject, Signature signature) {
    var values = new HashMap<String, Object>();
    values.put("trich_yeu", subject);
    values.put("noi_nhan", organisations.recipients(kind));
    values.put("quyen_han_chuc_vu", signature.line());
    values.put("nguoi_ky", signature.name());
    values.put("ten_co_quan", organisation().name());
    return values;
  }
}
