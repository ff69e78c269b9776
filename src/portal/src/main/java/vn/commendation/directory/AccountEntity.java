package vn.commendation.directory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.Immutable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

@Entity
@Immutable
@Table(name = "account")
class AccountEntity {
  @Id private String username;
  @ManyToOne private PersonEntity person;
  private String displayName;
  private String passwordHash;
  private String email;
  private boolean enabled;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "username"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles;

  boolean enabled() {
    return enabled;
  }

  Account toAccount() {
    return new Account(username, displayName, email, person.toPerson(), Set.copyOf(roles));
  }

  UserDetails toUserDetails() {
    return User.withUsername(username)
        .password(passwordHash)
        .disabled(!enabled)
        .roles(roles.stream().map(Role::name).toArray(String[]::new))
        .build();
  }
}
